using PayFunctions.Sdk;
using PayFunctions.Tests.Flows.World;

namespace PayFunctions.Tests.Flows.Stories;

/// <summary>A merchant gives money back by the batch, through the SDK. In a world of its own.
/// </summary>
public sealed class BatchTests(SharedWorld shared) : IClassFixture<SharedWorld>
{
    [Fact]
    public async Task Refunds_that_are_sent_together_end_together()
    {
        var world = await shared.OpenAsync();
        var (one, other) = (world.Client.Order(), world.Client.Order());
        await Story.PaidAsync(world, one);
        await Story.PaidAsync(world, other);
        await Story.FirstNoticeAsync(world, one.OutTradeNo!);
        await Story.FirstNoticeAsync(world, other.OutTradeNo!);
        var pay = world.Client.Pay;
        var number = $"B-{one.OutTradeNo}";
        RefundRequest[] rows =
        [
            Refund(one, "1", 100), Refund(other, "1", 200), Refund(one, "2", 300),
        ];

        var taken = MerchantClient.Answer(await pay.SendRefundBatchAsync(new(number, rows)));
        var again = MerchantClient.Answer(await pay.SendRefundBatchAsync(new(number, rows)));
        var differs = await pay.SendRefundBatchAsync(new(number, rows[1..]));

        (taken.Rows, taken.RefundFee, again.TimeCreated).ShouldBe((3, 600, taken.TimeCreated));
        differs.Problem.ShouldNotBeNull().Code.ShouldBe(PayProblemCodes.BatchContentDiffers);
        var done = await Patience.UntilAsync("the batch is done", async () =>
            MerchantClient.Answer(await pay.QueryRefundBatchAsync(number))
                is { BatchState: BatchState.Done } batch ? batch : null);
        (done.Succeeded, done.SucceededFee, done.Failed).ShouldBe((3, 600, 0));
        var page = MerchantClient.Answer(await pay.ListRefundBatchAsync(number));
        page.Rows.Select(static r => (r.Row, r.RefundFee, r.Outcome)).ShouldBe(
            [
                (1, 100, BatchOutcome.Success), (2, 200, BatchOutcome.Success),
                (3, 300, BatchOutcome.Success),
            ]);
        page.NextCursor.ShouldBeNull();
        (await world.Client.QueryAsync(one.OutTradeNo!)).Refunds.Sum(static r => r.RefundFee)
            .ShouldBe(400);
    }

    [Fact]
    public async Task At_the_Agricultural_Bank_they_go_to_the_bank_together()
    {
        var world = await shared.OpenAsync();
        var orders = Enumerable.Range(0, 3).Select(_ => world.Client.Order()).ToList();
        var ids = new List<string>();
        foreach (var order in orders)
        {
            var created = await world.Client.CreateAsync(order);
            await new PayerBrowser(world.Http).ChooseAsync(created.PayUrl, "abc_page");
            (await world.ControlOf("abc").PayAsync(created.TransactionId + "01")).ShouldBeTrue();
            await Story.FirstNoticeAsync(world, order.OutTradeNo!);
            ids.Add(created.TransactionId);
        }

        // Only a batch of the bank's own has rows that it declines.
        await world.ControlOf("abc").OrderFaultAsync("row_declined", method: "BatchRefund");
        var number = $"B-{orders[0].OutTradeNo}";
        MerchantClient.Answer(await world.Client.Pay.SendRefundBatchAsync(new(
            number, [.. orders.Select(static o => Refund(o, "1", 100))])));

        await Patience.UntilAsync("every refund is known", async () =>
        {
            var open = 0;
            foreach (var order in orders)
            {
                open += (await world.Client.Pay.QueryRefundAsync(
                    new RefundQueryRequest($"{order.OutTradeNo}-R1"))).Value
                    is { RefundState: not RefundState.Processing } ? 0 : 1;
            }

            return open == 0 ? orders : null;
        });
        var done = await Patience.UntilAsync("the batch is done", async () =>
            MerchantClient.Answer(await world.Client.Pay.QueryRefundBatchAsync(number))
                is { BatchState: BatchState.Done } batch ? batch : null);
        (done.Succeeded, done.SucceededFee, done.Failed).ShouldBe((2, 200, 1));
        var refunded = 0L;
        foreach (var id in ids)
        {
            refunded += (await world.ControlOf("abc").TradeAsync(id + "01"))
                .GetProperty("refunds").EnumerateArray()
                .Sum(static r => r.GetProperty("fen").GetInt64());
        }

        refunded.ShouldBe(200);
    }

    [Fact]
    public async Task One_row_that_cannot_be_done_moves_nothing()
    {
        var world = await shared.OpenAsync();
        var (paid, unpaid) = (world.Client.Order(), world.Client.Order());
        await Story.PaidAsync(world, paid);
        await Story.FirstNoticeAsync(world, paid.OutTradeNo!);
        await world.Client.CreateAsync(unpaid);
        var pay = world.Client.Pay;
        var number = $"B-{unpaid.OutTradeNo}";

        MerchantClient.Answer(await pay.SendRefundBatchAsync(new(
            number, [Refund(paid, "1", 100), Refund(unpaid, "1", 100)])));

        var refused = await Patience.UntilAsync("the batch is refused", async () =>
            MerchantClient.Answer(await pay.QueryRefundBatchAsync(number))
                is { BatchState: BatchState.Refused } batch ? batch : null);
        (refused.WrongRow, refused.WrongCode).ShouldBe((2, PayProblemCodes.OrderNotPaid));
        (await world.Client.QueryAsync(paid.OutTradeNo!)).Refunds.ShouldBeEmpty();
    }

    private static RefundRequest Refund(PayRequest order, string row, long fen) => new()
    {
        OutRequestNo = $"{order.OutTradeNo}-R{row}",
        OutTradeNo = order.OutTradeNo,
        RefundFee = fen,
    };
}
