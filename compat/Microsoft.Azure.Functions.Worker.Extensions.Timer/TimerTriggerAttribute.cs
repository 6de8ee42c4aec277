using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs a function by the clock, in UTC.</summary>
/// <param name="schedule">Six fields, <c>{second} {minute} {hour} {day} {month} {day of week}</c>,
/// or a time span; <c>%Name%</c> stands for a setting.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>The schedule.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>Whether the real host keeps the schedule's state beyond the process.</summary>
    public bool UseMonitor { get; set; }

    /// <summary>Whether the function also runs when the app starts.</summary>
    public bool RunOnStartup { get; set; }
}
