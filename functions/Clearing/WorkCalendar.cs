using System.Collections.Immutable;

namespace PayFunctions.Clearing;

/// <summary>
/// The days on which banks work: Monday to Friday without the holidays, and the weekends that are
/// worked instead. The State Council publishes both every autumn for the next year.
/// </summary>
/// <param name="Holidays">Weekdays without work.</param>
/// <param name="WorkedWeekends">Saturdays and Sundays with work.</param>
internal sealed record WorkCalendar(
    ImmutableHashSet<DateOnly> Holidays, ImmutableHashSet<DateOnly> WorkedWeekends)
{
    /// <summary>The farthest a day is looked for: no holidays are that long.</summary>
    private const int LongestBreak = 60;

    /// <summary>Whether banks work on a day.</summary>
    public bool IsWorkDay(DateOnly day)
        => WorkedWeekends.Contains(day)
            || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
                && !Holidays.Contains(day));

    /// <summary>The working day that comes so many working days after a day.</summary>
    public DateOnly After(DateOnly day, int workDays)
    {
        var found = day;
        for (var left = workDays; left > 0; left--)
        {
            var next = found.AddDays(1);
            for (var i = 0; i < LongestBreak && !IsWorkDay(next); i++)
            {
                next = next.AddDays(1);
            }

            found = next;
        }

        return found;
    }
}
