namespace Microsoft.Azure.Functions.Worker.Extensions.Timer;

/// <summary>What a field counts.</summary>
/// <param name="Name">Its name in messages.</param>
/// <param name="Least">The least value.</param>
/// <param name="Most">The greatest value.</param>
/// <param name="Names">Names of values, from the least on; each also in three letters.</param>
internal sealed record CronUnit(string Name, int Least, int Most, params string[] Names)
{
    private const int ShortName = 3;

    public static CronUnit Second { get; } = new("second", 0, 59);

    public static CronUnit Minute { get; } = new("minute", 0, 59);

    public static CronUnit Hour { get; } = new("hour", 0, 23);

    public static CronUnit Day { get; } = new("day", 1, 31);

    public static CronUnit Month { get; } = new(
        "month", 1, 12,
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December");

    public static CronUnit DayOfWeek { get; } = new(
        "day of week", 0, 6,
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

    /// <summary>The value of a name, in any case; null for no name.</summary>
    public int? ValueNamed(string text)
    {
        var index = Array.FindIndex(Names, name =>
            string.Equals(name, text, StringComparison.OrdinalIgnoreCase)
            || string.Equals(name[..ShortName], text, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : Least + index;
    }
}
