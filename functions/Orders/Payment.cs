namespace PayFunctions.Orders;

/// <summary>The payment that made an order paid.</summary>
internal sealed record Payment(int Attempt, string ChannelTradeNo, DateTimeOffset PaidAt);
