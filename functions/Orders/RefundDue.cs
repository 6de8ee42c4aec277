namespace PayFunctions.Orders;

/// <summary>Money that has to go back to the payer.</summary>
internal sealed record RefundDue(
    int Attempt, string ChannelTradeNo, Money Total, RefundReason Reason, DateTimeOffset At);
