namespace PayFunctions.Sdk;

/// <summary>What a period is counted in.</summary>
public enum PeriodUnit
{
    /// <summary><c>DAY</c>.</summary>
    Day = 0,

    /// <summary><c>MONTH</c>.</summary>
    Month = 1,
}
