namespace PayFunctions.Orders;

/// <summary>
/// The order moves no money: its success is a payer's word that the merchant may take money later,
/// within these limits. A debit is a payment of its own.
/// </summary>
/// <param name="SingleLimit">The most that one debit may take.</param>
/// <param name="TotalLimit">The most that all debits may take; null for no such limit.</param>
/// <param name="CountLimit">The most debits; null for no such limit.</param>
/// <param name="ValidFor">How long after the order was made debits are possible.</param>
/// <param name="Period">How often the payer is told to be debited; null where nobody says.</param>
/// <param name="Certificate">The payer's identity document, where the channel wants it.</param>
internal sealed record AgreementTerms(
    Money SingleLimit, Money? TotalLimit, int? CountLimit, TimeSpan ValidFor,
    AgreementPeriod? Period = null, PayerCertificate? Certificate = null);
