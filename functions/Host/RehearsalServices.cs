using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PayFunctions.Storage;

namespace PayFunctions.Host;

/// <summary>
/// Registers the moved clock of a rehearsal, where the settings name one:
/// <c>Rehearsal:ClockFile</c>, and <c>Rehearsal:Pace</c>, how many times faster messages come back
/// than the clock says.
/// </summary>
internal static class RehearsalServices
{
    private const string LocalEmulator = "http://127.0.0.1:";

    /// <summary>Adds it; nothing where no rehearsal is.</summary>
    /// <exception cref="InvalidOperationException">Real storage is never rehearsed on.</exception>
    public static IServiceCollection AddRehearsal(
        this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["Rehearsal:ClockFile"] is not { Length: > 0 } path)
        {
            return services;
        }

        if (configuration["Storage:TableServiceUri"] is not null
            || configuration["AzureWebJobsStorage"]?.Contains(
                LocalEmulator, StringComparison.Ordinal) is not true)
        {
            throw new InvalidOperationException(
                "Rehearsal:ClockFile is for the storage emulator of this machine only: remove "
                + "the setting.");
        }

        var pace = double.Parse(
            configuration["Rehearsal:Pace"] ?? "1", CultureInfo.InvariantCulture);
        return services
            .AddSingleton<TimeProvider>(_ => new RehearsalClock(path))
            .AddSingleton(new QueuePace(pace));
    }
}
