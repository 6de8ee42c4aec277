using System.Globalization;
using PayFunctions.Clearing;

namespace PayFunctions.Tests.Clearing;

public sealed class WorkCalendarTests
{
    // As for the first days of 2026: New Year's Day to the 3rd off, Sunday the 4th worked.
    private static readonly WorkCalendar Calendar = new(
        [new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2)], [new DateOnly(2026, 1, 4)]);

    [Theory]
    [InlineData("2025-12-31", 0, "2025-12-31")]
    [InlineData("2025-12-31", 1, "2026-01-04")]
    [InlineData("2025-12-31", 2, "2026-01-05")]
    [InlineData("2026-01-02", 1, "2026-01-04")]
    [InlineData("2026-01-09", 1, "2026-01-12")]
    [InlineData("2026-01-09", 7, "2026-01-20")]
    public void Days_without_work_are_passed_over(string day, int days, string due)
        => Calendar.After(Read(day), days).ShouldBe(Read(due));

    private static DateOnly Read(string day)
        => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
