namespace PayFunctions.Orders;

/// <summary>A payment that a cancel gave back at once.</summary>
internal sealed record RevokedPayment(string ChannelTradeNo, DateTimeOffset At);
