using Microsoft.Extensions.Options;

namespace PayFunctions.Clearing;

/// <summary>The calendar of the settings.</summary>
internal sealed class ReadCalendar(IOptions<ClearingOptions> options)
{
    /// <summary>The calendar.</summary>
    public WorkCalendar Value { get; } = new(
        [.. options.Value.Holidays], [.. options.Value.WorkedWeekends]);
}
