using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Storage;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Ledger;

/// <summary>The books of a gateway that was used, read from what its commits wrote.</summary>
public sealed class TrialBalanceTests
{
    private readonly TestGateway gateway = new();

    [Fact]
    public async Task After_payments_and_refunds_the_books_balance_and_say_who_is_owed()
    {
        var kept = await gateway.PayOrderAsync();
        await gateway.RefundAsync();
        gateway.Channel.Refunding = new RefundDeclined("no money");
        await gateway.RefundAsync(("out_request_no", "\"R-2\""), ("refund_fee", "10"));
        gateway.Channel.Refunding = new RefundPending("tomorrow");
        await gateway.RefundAsync(("out_request_no", "\"R-3\""), ("refund_fee", "20"));

        var books = await BooksAsync(kept.Id);

        books.Values.Sum().ShouldBe(0);
        var refunded = (await gateway.OrderAsync(kept.Id)).Refunds[0].Total.Fen;
        books["merchant_payable:shop"].ShouldBe(-(100 - refunded - 20));
        books["refund_payable:test/main"].ShouldBe(-20);
        books["channel_receivable:test/main"].ShouldBe(100 - refunded);
        books.ContainsKey("suspense:shop").ShouldBeFalse();
    }

    [Fact]
    public async Task Every_entry_of_every_order_balances_by_itself()
    {
        var order = await gateway.PayOrderAsync();
        await gateway.RefundAsync();

        var entries = await EntriesAsync(order.Id);

        entries.Select(static e => e.Version).ShouldBe(Enumerable.Range(1, entries.Count));
        entries.ShouldAllBe(static e => e.Postings.Sum(static p => p.Fen) == 0);
        entries.Count(static e => !e.Postings.IsEmpty).ShouldBe(3);
    }

    private async Task<Dictionary<string, long>> BooksAsync(OrderId id)
        => (await EntriesAsync(id)).SelectMany(static e => e.Postings)
            .GroupBy(static p => p.Account, StringComparer.Ordinal)
            .ToDictionary(
                static g => g.Key, static g => g.Sum(static p => p.Fen),
                StringComparer.Ordinal);

    private Task<IReadOnlyList<OrderEntry>> EntriesAsync(OrderId id)
        => gateway.Get<IOrderEntryStore>().FindAsync(id, CancellationToken.None);
}
