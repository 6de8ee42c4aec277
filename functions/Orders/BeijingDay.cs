namespace PayFunctions.Orders;

/// <summary>The days of the books: those of Beijing, as the channels count them. China has kept
/// one time, without summer time, since 1991.</summary>
internal static class BeijingDay
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The day a moment belongs to.</summary>
    public static DateOnly Of(DateTimeOffset at)
        => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    /// <summary>A moment as a clock in Beijing shows it.</summary>
    public static DateTimeOffset Local(DateTimeOffset at) => at.ToOffset(Offset);

    /// <summary>The first moment of a day.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
        => new(day.ToDateTime(TimeOnly.MinValue), Offset);
}
