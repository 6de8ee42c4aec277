using PayFunctions.Tests.Flows.Host.Wire;

namespace PayFunctions.Tests.Flows.Host;

/// <summary>
/// Every request of a payment's way to storage and vault goes wrong in every manner; then the world
/// goes on: the merchant and the payer try again, the channel notifies again, time passes.
/// </summary>
public abstract class FaultTests(GatewayHost gateway, bool untilTheCallerGivesUp)
    : IClassFixture<GatewayHost>, IDisposable
{
    private const int RepeatsMax = 8;

    // Storage callers give up once; the vault's gate calls again by itself before it does.
    private const int StorageCalls = 1;
    private const int VaultCalls = 3;

    // Ten minutes in the cloud: how long a message is out of sight that nobody settles.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(1);

    private static int orders;
    private static IReadOnlyList<(string Name, int Occurrence)>? known;

    public static TheoryData<WireFaultKind> Faults() => [.. Enum.GetValues<WireFaultKind>()];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_payment_survives_any_request_that_goes_wrong(WireFaultKind kind)
    {
        var targets = known ??= await FindTargetsAsync();
        gateway.Wire.Lease = Lease;
        targets.Count.ShouldBeGreaterThanOrEqualTo(12);

        foreach (var (name, occurrence) in targets)
        {
            var calls = !untilTheCallerGivesUp ? 0
                : name.StartsWith("vault", StringComparison.Ordinal) ? VaultCalls
                : StorageCalls;
            await SurviveAsync(new WireFault(name, occurrence, kind, calls));
        }

        gateway.ShouldHaveToldNoSecret();
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The world is whole again.</summary>
    protected virtual void Dispose(bool disposing)
    {
        gateway.Wire.Fault = null;
        gateway.Wire.Lease = null;
    }

    /// <summary>What can go wrong: the requests of a payment at which nothing does.</summary>
    private async Task<IReadOnlyList<(string Name, int Occurrence)>> FindTargetsAsync()
    {
        var (warmUp, _) = await BeginAsync();
        await EndAsync(warmUp);
        gateway.Wire.Clear();
        gateway.Wire.Hold();
        var (outTradeNo, _) = await BeginAsync();
        await gateway.Wire.WhenSeenAsync(WireName.Commit, times: 3);
        gateway.Wire.Release();
        await EndAsync(outTradeNo);
        return
        [
            .. gateway.Wire.Names
                .GroupBy(static name => name, StringComparer.Ordinal)
                .SelectMany(static same => Enumerable.Range(1, same.Count())
                    .Select(n => (same.Key, n))),
        ];
    }

    private async Task SurviveAsync(WireFault fault)
    {
        gateway.Wire.Fault = fault;
        var (outTradeNo, id) = await BeginAsync();
        var about = $"{outTradeNo}: {fault}";
        await EndAsync(outTradeNo, about);

        fault.HasStruck.ShouldBeTrue(about);
        gateway.Wire.Fault = null;
        var order = await gateway.Merchant.QueryAsync(id);
        order["trade_state"].ShouldBe("SUCCESS", about);
        order["order_version"].ShouldBe("3", about);
        order.Body.ContainsKey("refunds").ShouldBeFalse(about);
        var heard = gateway.Endpoint.HeardOf(outTradeNo).Distinct(StringComparer.Ordinal);
        heard.ShouldBe([id + "000003"], about);
        var notice = await gateway.Merchant.QueryNoticeAsync(id + "000003");
        notice["state"].ShouldBe("DELIVERED", about);
        gateway.Lines.CountOf("ALARM dead_letter").ShouldBe(0, about);
        gateway.Lines.CountOf("-poison").ShouldBe(0, about);
    }

    private async Task<(string OutTradeNo, string Id)> BeginAsync()
    {
        var outTradeNo = $"fault-{Interlocked.Increment(ref orders)}";
        var created = await RepeatAsync(
            () => gateway.Merchant.CreateAsync(outTradeNo),
            static reply => reply.Status is 200 or 201);
        var page = await RepeatAsync(
            () => gateway.Payer.OpenAsync(created["pay_url"]), static page => page is not null);
        await gateway.Payer.PayAsync(page!, created["transaction_id"]);
        return (outTradeNo, created["transaction_id"]);
    }

    private async Task EndAsync(string outTradeNo, string about = "no fault")
    {
        await gateway.Endpoint.WhenToldAsync(outTradeNo, about);
        await gateway.Wire.WhenSettledAsync();
    }

    /// <summary>Whoever gets no answer asks again.</summary>
    private static async Task<T> RepeatAsync<T>(Func<Task<T>> ask, Func<T, bool> isDone)
    {
        for (var i = 0; i < RepeatsMax; i++)
        {
            var answer = await ask();
            if (isDone(answer))
            {
                return answer;
            }
        }

        throw new InvalidOperationException($"No answer at any of {RepeatsMax} times.");
    }
}
