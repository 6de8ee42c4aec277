using PayFunctions.Orders;

namespace PayFunctions.Statements;

/// <summary>When a day is closed.</summary>
internal static class StatementSchedule
{
    /// <summary>
    /// How long after midnight in Beijing: what was booked before has long been journaled by then.
    /// </summary>
    public static readonly TimeSpan CloseAfter = TimeSpan.FromHours(2);

    /// <summary>How many days are kept for statements.</summary>
    public const int KeptDays = 400;

    /// <summary>Whether a day is closed.</summary>
    public static bool IsClosed(DateOnly day, DateTimeOffset now)
        => now >= BeijingDay.StartOf(day.AddDays(1)) + CloseAfter;

    /// <summary>The last day that is closed.</summary>
    public static DateOnly LastClosed(DateTimeOffset now)
        => BeijingDay.Of(now - CloseAfter).AddDays(-1);
}
