using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>What <c>host.json</c> and the app settings say to the host as a whole.</summary>
/// <param name="configuration">The app's configuration.</param>
internal sealed class HostSettings(IConfiguration configuration)
{
    /// <summary>The setting that names the assembly with the functions.</summary>
    public const string AssemblySetting = "AzureFunctionsStandIn:Assembly";

    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(30);

    /// <summary>How long a function may run; infinite where <c>functionTimeout</c> is -1.</summary>
    public TimeSpan FunctionTimeout { get; } =
        TimeoutOf(configuration[$"{HostJson.Section}:functionTimeout"]);

    /// <summary>The assembly to scan; null for the program's own.</summary>
    public string? AssemblyName => configuration[AssemblySetting];

    /// <summary>Whether the host runs the function: on the list of <c>functions</c>, if there is
    /// one, and not disabled by <c>AzureWebJobs.{name}.Disabled</c>.</summary>
    public bool Runs(string function)
    {
        var listed = configuration.GetSection($"{HostJson.Section}:functions").Get<string[]>();
        return (listed is null || listed.Contains(function, StringComparer.OrdinalIgnoreCase))
            && !IsTrue(configuration[$"AzureWebJobs.{function}.Disabled"])
            && !IsTrue(configuration[$"AzureWebJobs:{function}:Disabled"]);
    }

    private static bool IsTrue(string? value)
        => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase)
            || string.Equals(value, "1", StringComparison.Ordinal);

    private static TimeSpan TimeoutOf(string? value)
        => value switch
        {
            null => DefaultTimeout,
            "-1" => Timeout.InfiniteTimeSpan,
            _ when TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var limit)
                && limit > TimeSpan.Zero => limit,
            _ => throw new InvalidOperationException(
                $"functionTimeout '{value}' is neither a positive time span nor -1."),
        };
}
