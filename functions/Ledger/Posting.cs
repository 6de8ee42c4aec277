namespace PayFunctions.Ledger;

/// <summary>One line of an entry.</summary>
/// <param name="Account">The account's name.</param>
/// <param name="Fen">Positive for a debit, negative for a credit; never zero.</param>
internal sealed record Posting(string Account, long Fen);
