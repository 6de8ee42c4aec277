namespace PayFunctions.Channels;

/// <summary>The code that the payer entered is wrong: nothing was paid with it, nor will be.
/// </summary>
internal sealed record WrongCode(string Reason) : ChannelOutcome;
