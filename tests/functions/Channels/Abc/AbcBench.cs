using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PayFunctions.Channels;
using PayFunctions.Channels.Abc;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Channels.Abc;

/// <summary>The channel as it is registered, with one account and a clock by hand.</summary>
internal sealed class AbcBench : IDisposable
{
    private readonly ServiceProvider services;
    private readonly AccountMaterial material;

    public AbcBench(params (string Name, string? Value)[] changes)
        : this(limits: [], changes)
    {
    }

    public AbcBench(
        (string Name, string? Value)[] limits, (string Name, string? Value)[] changes)
    {
        material = An.Material(changes);
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<ReadAccount>((channel, name, _) => ValueTask.FromResult(
                channel == "abc" && name == "main" ? material : null))
            .AddAbc(new ConfigurationBuilder()
                .AddInMemoryCollection(limits
                    .GroupBy(static l => l.Name, StringComparer.Ordinal)
                    .Select(static g => KeyValuePair.Create(
                        $"Channels:{g.Key}", g.Last().Value)))
                .Build())
            .BuildServiceProvider();
    }

    public ManualTimeProvider Time { get; } = new(An.Now);

    public AbcChannel Channel => services.GetRequiredService<AbcChannel>();

    public AbcHoldChannel Holds => services.GetRequiredService<AbcHoldChannel>();

    public AbcKCodeChannel KCodes => services.GetRequiredService<AbcKCodeChannel>();

    public AbcAgreementChannel Agreements
        => services.GetRequiredService<AbcAgreementChannel>();

    public AbcIdentityChannel Identity => services.GetRequiredService<AbcIdentityChannel>();

    public AbcIdentityCheckChannel IdentityChecks
        => services.GetRequiredService<AbcIdentityCheckChannel>();

    public AbcDebitChannel Debits => services.GetRequiredService<AbcDebitChannel>();

    public AbcAccount Account => AbcAccountRules.Open(material).Account.ShouldNotBeNull();

    public Task<ChannelOutcome> QueryAsync()
        => Channel.QueryAsync(An.Trade, CancellationToken.None);

    public Task<PageOpening> OpenAsync(PageRequest? request = null)
        => Channel.OpenPageAsync(request ?? An.PageRequest(), CancellationToken.None);

    public Task<RefundOutcome> RefundAsync()
        => Channel.RefundAsync(An.RefundRequest(), CancellationToken.None);

    public Task<RefundOutcome> QueryRefundAsync()
        => Channel.QueryRefundAsync(An.RefundRequest(), CancellationToken.None);

    public async Task<NotificationReading> ReadAsync(RawNotification notification)
        => await Channel.ReadAsync(notification, CancellationToken.None);

    public void Dispose() => services.Dispose();
}
