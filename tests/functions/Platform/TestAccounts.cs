using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PayFunctions.Channels;
using PayFunctions.Keys;
using PayFunctions.Platform;
using PayFunctions.Storage;
using PayFunctions.Tests.Storage;

namespace PayFunctions.Tests.Platform;

/// <summary>Registers what channel accounts need, in memory.</summary>
internal static class TestAccounts
{
    /// <summary>An account in production, enabled, without any setting.</summary>
    public static ChannelAccount Of(string channel, string name = "main") => new()
    {
        Channel = channel,
        Name = name,
        Environment = AccountEnvironment.Production,
    };

    /// <summary>Adds the accounts and what reads them. Needs a vault gate and a clock.</summary>
    public static IServiceCollection AddTestAccounts(
        this IServiceCollection services, params ChannelAccount[] accounts)
    {
        services.TryAddSingleton<ISecretSource, MemorySecrets>();
        services.TryAddSingleton<SecretRing>();
        services.TryAddSingleton<AccountDirectory>();
        services.TryAddSingleton<ReadAccount>(
            static p => p.GetRequiredService<AccountDirectory>().ReadAsync);
        services.TryAddSingleton<ChooseAccount>();
        services.TryAddSingleton<IRefundNumberStore, MemoryRefundNumberStore>();
        return services.AddSingleton<IAccountStore>(MemoryAccountStore.With(accounts));
    }
}
