namespace PayFunctions.Orders;

/// <summary>A delayed message that will make someone look at the order.</summary>
internal sealed record WakeUp(string MessageId, string PopReceipt, DateTimeOffset At);
