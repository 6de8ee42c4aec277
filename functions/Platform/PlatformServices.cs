using Microsoft.Extensions.DependencyInjection;
using PayFunctions.Channels;

namespace PayFunctions.Platform;

/// <summary>Registers the operator's side.</summary>
internal static class PlatformServices
{
    /// <summary>Adds applications, accounts, keys and dead letters.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services)
        => services
            .AddSingleton<ApplicationDirectory>()
            .AddSingleton<AccountDirectory>()
            .AddSingleton<ReadAccount>(
                static p => p.GetRequiredService<AccountDirectory>().ReadAsync)
            .AddSingleton<ChooseAccount>()
            .AddSingleton<RegisterAccount>()
            .AddSingleton<ProbeAccount>()
            .AddSingleton<AccountCalls>()
            .AddSingleton<RegisterApplication>()
            .AddSingleton<RotateKey>()
            .AddSingleton<KeepDeadLetter>()
            .AddSingleton<ResendDeadLetter>()
            .AddSingleton<ShowHistory>()
            .AddSingleton<HistoryCalls>()
            .AddSingleton<PlatformCalls>();
}
