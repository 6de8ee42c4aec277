using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>The store in memory keeps the promises of the table.</summary>
public sealed class MemoryOrderStoreTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly MemoryOrderStore store = new();

    [Fact]
    public async Task An_order_is_added_once()
    {
        var first = await store.CommitAsync(Move(version: 1), default);
        var second = await store.CommitAsync(Move(version: 1), default);

        first.ShouldNotBeNull();
        second.ShouldBeNull();
        store.MovesOf(Move(version: 1).Next.Id).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_stale_etag_writes_nothing()
    {
        var stale = await AddAsync();
        await store.CommitAsync(Move(version: 2, stale.ETag), default);

        var written = await store.CommitAsync(
            Move(version: 3, stale.ETag, withNotice: true), default);

        written.ShouldBeNull();
        var file = await store.FindFileAsync(stale.Order.Id, default);
        file.ShouldNotBeNull().Order.Order.Version.ShouldBe(2);
        file.Notices.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_batch_with_an_event_that_exists_writes_nothing()
    {
        var stored = await AddAsync();

        var written = await store.CommitAsync(
            Move(version: 1, stored.ETag, withNotice: true), default);

        written.ShouldBeNull();
        (await store.FindAsync(stored.Order.Id, default)).ShouldBe(stored);
    }

    [Fact]
    public async Task A_notice_is_replaced_only_by_who_knows_its_etag()
    {
        var stored = await AddAsync();
        await store.CommitAsync(Move(version: 2, stored.ETag, withNotice: true), default);
        var file = await store.FindFileAsync(stored.Order.Id, default);
        var notice = file.ShouldNotBeNull().Notices.ShouldHaveSingleItem();
        var sent = notice.Notice with { State = NoticeState.Delivered };

        var first = await store.SaveAsync(sent, notice.ETag, [], default);
        var second = await store.SaveAsync(notice.Notice, notice.ETag, [], default);

        first.ShouldBe(CommitVerdict.Committed);
        second.ShouldBe(CommitVerdict.RaceLost);
        (await store.FindFileAsync(stored.Order.Id, default)).ShouldNotBeNull()
            .Notices.ShouldHaveSingleItem().Notice.State.ShouldBe(NoticeState.Delivered);
    }

    [Fact]
    public async Task Of_many_writers_with_one_etag_one_wins()
    {
        var stored = await AddAsync();

        var written = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(
            () => store.CommitAsync(Move(version: 2, stored.ETag), default))));

        written.Count(static w => w is not null).ShouldBe(1);
    }

    private async Task<StoredOrder> AddAsync()
    {
        var move = Move(version: 1);
        await store.CommitAsync(move, default);
        return (await store.FindAsync(move.Next.Id, default)).ShouldNotBeNull();
    }

    private static OrderMove Move(int version, string? replaces = null, bool withNotice = false)
    {
        var order = new Order
        {
            Id = OrderId.Of("shop", "A1"),
            AppId = "shop",
            OutTradeNo = "A1",
            Terms = new PaymentTerms(
                Money.OfFen(100), "Tea", null, null, "https://shop.example/notify", null, null,
                TimeSpan.FromHours(2)),
            LateSuccess = LateSuccess.Revive,
            State = OrderState.NotPay,
            Version = version,
            CreatedAt = Noon,
        };
        var notice = new Notice
        {
            Id = new NotifyId(order.Id, version),
            TradeState = order.State,
        };
        return new OrderMove(
            order, replaces, OrderEvent.Created, Noon, withNotice ? notice : null, null);
    }
}
