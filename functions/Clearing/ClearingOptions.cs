using System.ComponentModel.DataAnnotations;

namespace PayFunctions.Clearing;

/// <summary>The calendar of working days; section <c>Clearing</c>.</summary>
internal sealed class ClearingOptions
{
    /// <summary>Weekdays without work, <c>yyyy-MM-dd</c>.</summary>
    [Required]
    public IList<DateOnly> Holidays { get; init; } = [];

    /// <summary>Saturdays and Sundays with work, <c>yyyy-MM-dd</c>.</summary>
    [Required]
    public IList<DateOnly> WorkedWeekends { get; init; } = [];
}
