namespace PayFunctions.Orders;

/// <summary>A batch of the channel's own, that a refund or a debit goes with.</summary>
/// <param name="BatchNo">Our number of it.</param>
/// <param name="At">When it was made up; the channel knows it by both.</param>
/// <param name="Serial">The channel's number of it, once the channel has taken it; not every one
/// gives one.</param>
internal sealed record Filing(string BatchNo, DateTimeOffset At, string? Serial = null);
