using System.Globalization;
using System.Text.Json.Nodes;
using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Refunds;
using PayFunctions.Storage;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Batches;

/// <summary>Rows of accounts that are sent together, as a batch of the channel's own.</summary>
public sealed class NativeBatchTests
{
    private const string Refunds = "/v1/refund-batches";
    private const string Debits = "/v1/debit-batches";
    private const int Count = 60;

    private readonly TestGateway gateway = new();

    [Fact]
    public async Task Refunds_go_together_and_each_end_is_asked_for()
    {
        await PayAsync(Count);
        gateway.Channel.BatchSize = 20;

        await SendAsync(Refunds, RefundRows());
        await gateway.FollowBatchesAsync(TimeSpan.FromSeconds(1));

        gateway.Channel.Filings.Select(static f => f.Rows.Count).ShouldBe([20, 5, 20, 5, 10]);
        gateway.Channel.Filings.SelectMany(static f => f.Rows).Distinct().Count()
            .ShouldBe(Count);
        gateway.Channel.Filings.Select(static f => f.Batch.BatchNo).Distinct().Count()
            .ShouldBe(5);
        gateway.Channel.Filings.ShouldAllBe(static f => f.Batch.BatchNo.Length == 20);
        gateway.Channel.Refunds.ShouldBeEmpty();
        gateway.Orders.Orders.ShouldAllBe(static o => o.Refunds[0].Filing!.Serial == "S-1");
        (await ShowAsync(Refunds))["processing"].ShouldBe("60");

        await AskAsync();
        await gateway.FollowBatchesAsync();

        var batch = await ShowAsync(Refunds);
        (batch["batch_state"], batch["succeeded"], batch["failed"]).ShouldBe(
            ("DONE", "60", "0"));
        gateway.Channel.Refunds.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_that_the_batch_failed_is_a_refund_that_failed()
    {
        await PayAsync(1);
        gateway.Channel.BatchSize = 20;
        gateway.Channel.Filed = new RefundDeclined("order status 1: failed");

        await SendAsync(Refunds, RefundRows(1));
        await gateway.FollowBatchesAsync(TimeSpan.FromSeconds(1));
        await AskAsync();
        await gateway.FollowBatchesAsync();

        (await ShowAsync(Refunds))["failed"].ShouldBe("1");
        gateway.Orders.Orders[0].Refunds.ShouldHaveSingleItem().State
            .ShouldBe(RefundState.Failed);
    }

    [Fact]
    public async Task Refunds_go_one_by_one_where_the_channel_takes_no_batch()
    {
        await PayAsync(3);
        gateway.Channel.BatchSize = 20;
        gateway.Channel.Filing = new FilingRefused("2310 function not opened");

        await SendAsync(Refunds, RefundRows(3));
        await gateway.FollowBatchesAsync();

        (await ShowAsync(Refunds))["succeeded"].ShouldBe("3");
        gateway.Channel.Refunds.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_batch_of_which_nobody_knows_is_given_time_before_its_rows_go_alone()
    {
        await PayAsync(1);
        gateway.Channel.BatchSize = 20;
        gateway.Channel.Filing = new FilingUnknown("no answer in time");
        gateway.Channel.Refunding = new RefundAbsent("2307 no such order");

        await SendAsync(Refunds, RefundRows(1));
        await gateway.FollowBatchesAsync(TimeSpan.FromSeconds(1));
        await AskAsync();
        gateway.Clock.Advance(RefundSchedule.AloneAfter - TimeSpan.FromMinutes(1));
        await AskAsync();
        var before = gateway.Channel.Refunds.Count;
        gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        await AskAsync();

        before.ShouldBe(0);
        gateway.Channel.Refunds.ShouldHaveSingleItem().Number.ToString()
            .ShouldBe(gateway.Channel.Filings.ShouldHaveSingleItem().Rows[0]);
    }

    [Fact]
    public async Task A_process_that_dies_after_any_refund_sends_none_of_them_twice()
    {
        for (var crash = 1; ; crash++)
        {
            var world = new NativeBatchTests();
            await world.PayAsync(3);
            world.gateway.Channel.BatchSize = 2;
            await world.SendAsync(Refunds, RefundRows(3));
            var left = crash;
            var crashed = false;
            world.gateway.OrderTrouble.BeforeCommit = () =>
            {
                if (--left == 0)
                {
                    crashed = true;
                    throw new NotSupportedException("The process dies.");
                }
            };

            world.gateway.Channel.Refunding = new RefundAbsent("2307 no such order");
            await world.gateway.FollowBatchesAsync(TimeSpan.FromMinutes(10));
            world.gateway.OrderTrouble.BeforeCommit = static () => { };
            world.gateway.Clock.Advance(RefundSchedule.AloneAfter);
            await world.AskAsync();
            world.gateway.Channel.Refunding = new RefundSucceeded("C-1", TestChannel.PaidAt);
            await world.AskAsync();
            await world.gateway.FollowBatchesAsync();

            var sent = world.gateway.Channel.Filings.SelectMany(static f => f.Rows)
                .Concat(world.gateway.Channel.Refunds.Select(static r => r.Number.ToString()))
                .ToList();
            sent.Distinct().Count().ShouldBe(sent.Count, $"crash {crash}");
            (await world.ShowAsync(Refunds))["succeeded"].ShouldBe("3", $"crash {crash}");
            if (!crashed)
            {
                crash.ShouldBeGreaterThan(6, "else nothing was tried");
                return;
            }
        }
    }

    [Fact]
    public async Task Debits_go_together_and_each_end_is_asked_for()
    {
        await SignAsync(10);
        gateway.Channel.BatchSize = 8;

        await SendAsync(Debits, DebitRows(10));
        await gateway.FollowBatchesAsync(TimeSpan.FromSeconds(1));

        gateway.Channel.Filings.Select(static f => f.Rows.Count).ShouldBe([8, 2]);
        gateway.Channel.Debits.ShouldBeEmpty();
        (await ShowAsync(Debits))["processing"].ShouldBe("10");

        var commit = gateway.Get<PayFunctions.Movements.OrderCommit>();
        foreach (var order in gateway.Orders.Orders
            .Where(static o => o.Terms.Debit is not null).ToList())
        {
            await commit.ApplyAsync(
                order.Id,
                new Succeed(1, "main", Money.OfFen(10), "DT", gateway.Clock.GetUtcNow()),
                default);
        }

        await gateway.FollowBatchesAsync();
        (await ShowAsync(Debits))["succeeded"].ShouldBe("10");
    }

    [Fact]
    public async Task Debits_go_one_by_one_where_the_channel_takes_no_batch()
    {
        await SignAsync(3);
        gateway.Channel.BatchSize = 8;
        gateway.Channel.Filing = new FilingRefused("2310 function not opened");

        await SendAsync(Debits, DebitRows(3));
        await gateway.FollowBatchesAsync();

        (await ShowAsync(Debits))["succeeded"].ShouldBe("3");
        gateway.Channel.Debits.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Debits_of_a_batch_of_which_nobody_knows_are_not_sent_again()
    {
        await SignAsync(3);
        gateway.Channel.BatchSize = 8;
        gateway.Channel.Filing = new FilingUnknown("no answer in time");

        await SendAsync(Debits, DebitRows(3));
        await gateway.FollowBatchesAsync();

        foreach (var order in gateway.Orders.Orders.Where(static o => o.Terms.Debit is not null))
        {
            (await gateway.Get<ChannelQuestion>().AskAsync(order, order.Attempts[0], default))
                .ShouldBeOfType<Undecided>();
        }

        (await ShowAsync(Debits))["processing"].ShouldBe("3");
        gateway.Channel.Filings.Count.ShouldBe(1);
        gateway.Channel.Debits.ShouldBeEmpty();
    }

    private static IEnumerable<JsonObject> RefundRows(int count = Count)
        => Enumerable.Range(0, count).Select(static i => new JsonObject
        {
            ["out_request_no"] = Named("R", i),
            ["out_trade_no"] = Named("N", i),
            ["refund_fee"] = 10,
        });

    private static IEnumerable<JsonObject> DebitRows(int count)
        => Enumerable.Range(0, count).Select(static i => new JsonObject
        {
            ["out_trade_no"] = Named("D", i),
            ["out_agreement_no"] = Named("G", i),
            ["total_fee"] = 10,
            ["subject"] = "Tea",
        });

    private static string Named(string kind, int number)
        => string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");

    private async Task SendAsync(string route, IEnumerable<JsonObject> rows)
    {
        var body = new JsonObject
        {
            ["batch_no"] = "B-1",
            ["rows"] = new JsonArray([.. rows]),
        };
        (await gateway.SendAsync(MerchantRequest.Post(route, body.ToJsonString()))).Status
            .ShouldBe(201);
    }

    private Task<Answer> ShowAsync(string route)
        => gateway.SendAsync(MerchantRequest.Get($"{route}/B-1"));

    private async Task PayAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await gateway.PayForBatchAsync(Named("N", i));
        }
    }

    private async Task SignAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await gateway.SignAsync(("out_agreement_no", $"\"{Named("G", i)}\""));
        }
    }

    /// <summary>Asks about every refund, as its order's message does.</summary>
    private async Task AskAsync()
    {
        foreach (var order in gateway.Orders.Orders.ToList())
        {
            var stored = (await gateway.Get<IOrderStore>().FindAsync(order.Id, default))!;
            foreach (var refund in stored.Order.Refunds
                .Where(static r => r.State == RefundState.Processing))
            {
                await gateway.Get<FollowRefund>().RunAsync(stored, refund, default);
            }
        }
    }
}
