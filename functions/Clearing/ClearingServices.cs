using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.Clearing;

/// <summary>Registers clearing.</summary>
internal static class ClearingServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddClearing(
        this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ClearingOptions>().Bind(configuration.GetSection("Clearing"));
        return services
            .AddSingleton<ReadCalendar>()
            .AddSingleton<CloseDay>()
            .AddSingleton<CloseDays>()
            .AddSingleton<ConfirmClearing>()
            .AddSingleton<PayClearing>()
            .AddSingleton<ListClearings>()
            .AddSingleton<ShowTrialBalance>()
            .AddSingleton<ClearingCalls>();
    }
}
