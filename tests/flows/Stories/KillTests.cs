using Azure.Data.Tables;
using PayFunctions.Orders;
using PayFunctions.Sdk;
using PayFunctions.Storage;
using PayFunctions.Tests.Flows.World;

namespace PayFunctions.Tests.Flows.Stories;

/// <summary>
/// Any execution can be cut anywhere. The process is killed under load, again and again; what the
/// channel says is paid must be paid and told all the same.
/// </summary>
public sealed class KillTests
{
    private const int Orders = 60;
    private const int Workers = 4;
    private const int Kills = 20;

    /// <summary>Created, opened, paid, told: what an order does in all.</summary>
    private const int StepsOfOrder = 4;

    /// <summary>Work that stands still is killed too.</summary>
    private static readonly TimeSpan Standstill = TimeSpan.FromSeconds(3);

    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        // Without it a message in flight at a kill is hidden for ten minutes.
        ["AzureFunctionsStandIn__MessageLease"] = "00:00:02",
    };

    private int steps;

    [Fact]
    public async Task Twenty_kills_under_load_lose_no_payment_and_pay_nothing_twice()
    {
        await using var world = await PayWorld.BeginAsync(Settings);
        var customers = new Queue<PayRequest>(
            Enumerable.Range(0, Orders).Select(_ => world.Client.Order()));

        var killing = KillAsync(world);
        var paid = await Task.WhenAll(
            Enumerable.Range(0, Workers).Select(_ => BuyAsync(world, customers)));
        await killing;

        world.Functions.Kills.ShouldBe(Kills);
        paid.Sum(static p => p.Count).ShouldBe(Orders);
        var trades = await world.Alipay.TradesAsync();
        trades.Count(static t => t.GetProperty("trade_status").ValueEquals("TRADE_SUCCESS"))
            .ShouldBe(Orders);
        foreach (var created in paid.SelectMany(static p => p))
        {
            await PaidAndToldAsync(world, created);
        }

        var payments = await PaymentsAsync(world);
        payments.Count.ShouldBe(Orders);
        payments.ShouldBeUnique(StringComparer.Ordinal);
    }

    private async Task KillAsync(PayWorld world)
    {
        for (var kill = 1; kill <= Kills; kill++)
        {
            var due = Orders * StepsOfOrder * kill / (Kills + 1);
            var started = TimeProvider.System.GetTimestamp();
            await Patience.UntilAsync("there is something to kill", () =>
                Done(world) >= due || TimeProvider.System.GetElapsedTime(started) > Standstill
                    ? world
                    : null);
            await world.Functions.KillAsync();
            await world.Functions.StartAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>
    /// Told twice is no progress: the same messages would be in flight at each kill.
    /// </summary>
    private int Done(PayWorld world)
        => Volatile.Read(ref steps) + world.Merchant.All
            .Select(static n => n.NotifyId).Distinct(StringComparer.Ordinal).Count();

    private async Task<List<CreatePaymentResponse>> BuyAsync(
        PayWorld world, Queue<PayRequest> customers)
    {
        var payer = new PayerBrowser(world.Http);
        var paid = new List<CreatePaymentResponse>();
        while (Next(customers) is { } request)
        {
            var created = await Patience.UntilAsync(
                "the payment is created",
                async () => (await world.Client.Pay.CreateAsync(request)).Value);
            Interlocked.Increment(ref steps);
            await Patience.UntilAsync(
                "Alipay's page is open", () => TryChooseAsync(payer, created));
            Interlocked.Increment(ref steps);
            (await world.Alipay.PayAsync(Story.NumberAtAlipay(created))).ShouldBeTrue();
            Interlocked.Increment(ref steps);
            paid.Add(created);
        }

        return paid;
    }

    private static PayRequest? Next(Queue<PayRequest> customers)
    {
        lock (customers)
        {
            return customers.TryDequeue(out var next) ? next : null;
        }
    }

    /// <summary>A browser shows an error while nobody listens; its user tries again.</summary>
    private static async Task<Uri?> TryChooseAsync(
        PayerBrowser payer, CreatePaymentResponse created)
    {
        try
        {
            return await payer.ChooseAsync(created.PayUrl, "alipay_page");
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task PaidAndToldAsync(PayWorld world, CreatePaymentResponse created)
    {
        // Alipay's own retries may all have met a dead process: a merchant in doubt asks.
        var order = await Patience.UntilAsync(
            $"{created.OutTradeNo} is paid",
            async () => await world.Client.QueryAsync(created.OutTradeNo)
                is { TradeState: TradeState.Success } known ? known : null);
        var notice = await Story.FirstNoticeAsync(world, created.OutTradeNo);
        var delivered = await Story.DeliveredAsync(world, notice.NotifyId);

        delivered.Attempts.ShouldContain(static a => a.Answer == "success");
        world.Merchant.Of(created.OutTradeNo).ShouldAllBe(n => n.NotifyId == notice.NotifyId);
        order.TransactionId.ShouldBe(created.TransactionId);
        order.Refunds.ShouldBeEmpty();
    }

    /// <summary>The order of every payment the gateway wrote down.</summary>
    private static async Task<List<string>> PaymentsAsync(PayWorld world)
    {
        var table = new TableClient(world.Azurite.ConnectionString, StorageNames.Orders);
        var payments = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>())
        {
            if (row.GetString("Event") is nameof(OrderEvent.Paid) or nameof(OrderEvent.Revived)
                or nameof(OrderEvent.RefundOwed))
            {
                payments.Add(row.PartitionKey);
            }
        }

        return payments;
    }
}
