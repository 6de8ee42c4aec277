namespace PayFunctions.Channels;

/// <summary>What a bank says to the wish for a code.</summary>
internal abstract record KCodeSending;

/// <summary>The payer gets the code.</summary>
internal sealed record KCodeSent : KCodeSending;

/// <summary>The payer signs up first, on that page of the bank.</summary>
internal sealed record KCodeNotSigned(Uri Page) : KCodeSending;

/// <summary>No code, for good; the reason names neither card nor payer.</summary>
internal sealed record KCodeRefused(string Reason) : KCodeSending;

/// <summary>Nothing could be learned: the payer may have the code.</summary>
internal sealed record KCodeUndecided(string Reason) : KCodeSending;
