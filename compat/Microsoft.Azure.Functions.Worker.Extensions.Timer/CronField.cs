using System.Globalization;
using System.Numerics;

namespace Microsoft.Azure.Functions.Worker.Extensions.Timer;

/// <summary>One field of an expression: the values it allows, as bits.</summary>
internal readonly struct CronField
{
    private readonly ulong allowed;

    private CronField(ulong allowed) => this.allowed = allowed;

    /// <summary>Reads a list of <c>*</c>, <c>a</c>, <c>a-b</c>, each with an optional
    /// <c>/step</c>; <c>a/step</c> means from a to the last value.</summary>
    /// <exception cref="FormatException">The text is nothing of the kind.</exception>
    public static CronField Parse(string text, CronUnit unit)
    {
        var values = 0UL;
        foreach (var item in text.Split(','))
        {
            values |= ItemOf(item, unit);
        }

        return new CronField(values);
    }

    public bool Allows(int value) => ((allowed >> value) & 1) != 0;

    /// <summary>The least allowed value that is not below <paramref name="value"/>; -1 where there
    /// is none.</summary>
    public int NextFrom(int value)
    {
        var rest = value < 64 ? allowed >> value : 0;
        return rest == 0 ? -1 : value + BitOperations.TrailingZeroCount(rest);
    }

    private static ulong ItemOf(string item, CronUnit unit)
    {
        var slash = item.Split('/');
        if (slash.Length > 2)
        {
            throw Refused(item, unit);
        }

        var (least, most) = RangeOf(slash[0], item, unit);
        if (slash.Length == 2)
        {
            // A single value with a step is the start of a range to the end.
            most = slash[0].Contains('-', StringComparison.Ordinal) ? most : unit.Most;
        }

        var step = slash.Length == 2 ? StepOf(slash[1], item, unit) : 1;
        var values = 0UL;
        for (var value = least; value <= most; value += step)
        {
            values |= 1UL << value;
        }

        return values;
    }

    private static (int Least, int Most) RangeOf(string range, string item, CronUnit unit)
    {
        if (string.Equals(range, "*", StringComparison.Ordinal))
        {
            return (unit.Least, unit.Most);
        }

        var ends = range.Split('-');
        if (ends.Length > 2)
        {
            throw Refused(item, unit);
        }

        var first = ValueOf(ends[0], item, unit);
        var last = ends.Length == 2 ? ValueOf(ends[1], item, unit) : first;
        // The real parser takes a range from either end.
        return (Math.Min(first, last), Math.Max(first, last));
    }

    private static int ValueOf(string text, string item, CronUnit unit)
        => (unit.ValueNamed(text) ?? NumberIn(text)) is { } value
            && value >= unit.Least && value <= unit.Most
                ? value
                : throw Refused(item, unit);

    private static int StepOf(string text, string item, CronUnit unit)
        => NumberIn(text) is { } step and > 0 && step <= unit.Most
            ? step
            : throw Refused(item, unit);

    private static int? NumberIn(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static FormatException Refused(string item, CronUnit unit)
        => new($"'{item}' is no {unit.Name} of a schedule ({unit.Least} to {unit.Most}).");
}
