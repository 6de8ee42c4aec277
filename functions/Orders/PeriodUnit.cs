namespace PayFunctions.Orders;

/// <summary>What a period is counted in.</summary>
internal enum PeriodUnit
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>Months.</summary>
    Month,
}
