namespace PayFunctions.Orders;

/// <summary>How often an agreement says that money is taken.</summary>
/// <param name="Unit">Days or months.</param>
/// <param name="Length">How many of them.</param>
/// <param name="First">The day, in Beijing, that the first debit is planned for.</param>
internal sealed record AgreementPeriod(PeriodUnit Unit, int Length, DateOnly First);
