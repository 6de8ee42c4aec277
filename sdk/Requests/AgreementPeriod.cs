namespace PayFunctions.Sdk;

/// <summary>How often a payer is told to be debited; some channels' contracts need it.</summary>
/// <param name="Unit">Days or months.</param>
/// <param name="Length">How many of them, 1 to 365.</param>
/// <param name="First">The day, in Beijing, of the first debit; not after the 28th where months
/// are counted.</param>
public sealed record AgreementPeriod(PeriodUnit Unit, int Length, DateOnly First);
