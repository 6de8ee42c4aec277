namespace PayFunctions.Sandbox.Simulation;

/// <summary>One thing the merchant is to be told, however many attempts it takes.</summary>
/// <param name="OutTradeNo">The trade it is about; attempts are logged under it.</param>
/// <param name="Write">
/// The message of one attempt: from the moment it is sent, and whether its signature shall not
/// fit.
/// </param>
internal sealed record Notification(
    string OutTradeNo, Func<DateTimeOffset, bool, WireMessage> Write);
