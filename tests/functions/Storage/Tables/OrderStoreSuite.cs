using PayFunctions.Ledger;
using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Storage;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Storage;

/// <summary>What every order store must hold, in memory or in Azure Tables.</summary>
public abstract class OrderStoreSuite
{
    private static int numbers;

    private protected abstract Task<IOrderStore> OpenAsync();

    [Fact]
    public async Task An_order_that_was_never_written_is_not_found()
    {
        var store = await OpenAsync();

        (await store.FindAsync(Fresh().Id, default)).ShouldBeNull();
        (await store.FindFileAsync(Fresh().Id, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Every_member_of_an_order_comes_back()
    {
        var store = await OpenAsync();
        var order = Full();

        await store.CommitAsync(Move(order, null), default);
        var read = await store.FindAsync(order.Id, default);

        Text(read!.Order).ShouldBe(Text(order));
    }

    [Fact]
    public async Task Every_member_of_a_notice_comes_back()
    {
        var store = await OpenAsync();
        var order = Fresh();
        var notice = new Notice
        {
            Id = new NotifyId(order.Id, 1),
            Type = Notice.RefundType,
            Refund = 2,
            RefundState = RefundState.Abnormal,
            IsRefunded = true,
            RefundEndedAt = An.Noon.AddTicks(1),
            TradeState = OrderState.Success,
            State = NoticeState.Exhausted,
            NextAttemptAt = An.Noon.AddTicks(2),
        };

        await store.CommitAsync(Move(order, null) with { Notice = notice }, default);
        var read = (await store.FindFileAsync(order.Id, default))!.Notices.Single().Notice;

        (read with { Attempts = notice.Attempts }).ShouldBe(notice);
        read.Attempts.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_entry_waits_beside_its_order_until_it_is_forgotten()
    {
        var store = await OpenAsync();
        var order = Fresh();
        var move = Move(order, null);

        await store.CommitAsync(move, default);
        var posted = (await store.FindFileAsync(order.Id, default))!.Posted.ShouldHaveSingleItem();
        await store.ForgetAsync(order.Id, [posted], default);
        await Should.NotThrowAsync(() => store.ForgetAsync(order.Id, [posted], default));

        posted.Lines.ShouldBe(move.Journal!.Lines);
        posted.Postings.ShouldBe(move.Journal.Postings);
        (posted with { Lines = [], Postings = [] }).ShouldBe(
            move.Journal with { Lines = [], Postings = [] });
        (await store.FindFileAsync(order.Id, default))!.Posted.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_somebody_else_has_forgotten_keeps_nothing_else_from_being_forgotten()
    {
        var store = await OpenAsync();
        var order = Fresh();
        await store.CommitAsync(Move(order, null), default);
        var read = (await store.FindAsync(order.Id, default))!;
        await store.CommitAsync(
            Move(order with { Version = 2 }, read.ETag, withNotice: true), default);
        var file = (await store.FindFileAsync(order.Id, default))!;
        await store.ForgetAsync(order.Id, [file.Posted[0]], default);

        await store.SaveAsync(
            file.Notices.Single().Notice, file.Notices.Single().ETag, file.Posted, default);

        file.Posted.Count.ShouldBe(2);
        (await store.FindFileAsync(order.Id, default))!.Posted.ShouldBeEmpty();
    }

    [Fact]
    public async Task Entries_are_forgotten_with_the_record_of_an_attempt_or_stay_without_it()
    {
        var store = await OpenAsync();
        var order = Fresh();
        await store.CommitAsync(Move(order, null, withNotice: true), default);
        var file = (await store.FindFileAsync(order.Id, default))!;
        var stored = file.Notices.Single();

        var lost = await store.SaveAsync(stored.Notice, "W/\"other\"", file.Posted, default);
        var left = (await store.FindFileAsync(order.Id, default))!.Posted.Count;
        var saved = await store.SaveAsync(stored.Notice, stored.ETag, file.Posted, default);
        var after = (await store.FindFileAsync(order.Id, default))!;
        var again = await store.SaveAsync(
            after.Notices.Single().Notice, after.Notices.Single().ETag, file.Posted, default);

        (lost, left, saved).ShouldBe((CommitVerdict.RaceLost, 1, CommitVerdict.Committed));
        after.Posted.ShouldBeEmpty();
        again.ShouldBe(CommitVerdict.Committed, "what is gone is no reason not to record");
    }

    [Fact]
    public async Task A_number_is_created_once()
    {
        var store = await OpenAsync();
        var order = Fresh();

        var first = await store.CommitAsync(Move(order, null), default);
        var second = await store.CommitAsync(Move(order, null), default);

        first.ShouldNotBeNull();
        second.ShouldBeNull();
    }

    [Fact]
    public async Task Of_two_moves_from_one_version_one_wins_and_the_other_leaves_nothing()
    {
        var store = await OpenAsync();
        var order = Fresh();
        await store.CommitAsync(Move(order, null), default);
        var read = (await store.FindAsync(order.Id, default))!;
        var paid = order with { Version = 2, State = OrderState.Success };
        var closed = order with { Version = 2, State = OrderState.Closed };

        var first = await store.CommitAsync(Move(paid, read.ETag, withNotice: true), default);
        var second = await store.CommitAsync(Move(closed, read.ETag), default);

        first.ShouldNotBeNull();
        second.ShouldBeNull();
        var file = (await store.FindFileAsync(order.Id, default))!;
        file.Order.Order.State.ShouldBe(OrderState.Success);
        file.Notices.Single().Notice.Id.ShouldBe(new NotifyId(order.Id, 2));
    }

    [Fact]
    public async Task What_was_written_is_written_over_without_a_look_at_it()
    {
        var store = await OpenAsync();
        var order = Fresh();

        var created = (await store.CommitAsync(Move(order, null), default))!;
        var paid = order with { Version = 2, State = OrderState.Success };
        var moved = (await store.CommitAsync(Move(paid, created.ETag), default))!;

        var read = (await store.FindAsync(order.Id, default))!;
        (moved.ETag, moved.Order.State).ShouldBe((read.ETag, OrderState.Success));
        (await store.CommitAsync(Move(paid with { Version = 3 }, created.ETag), default))
            .ShouldBeNull();
    }

    [Fact]
    public async Task Fifty_moves_at_once_leave_one_winner()
    {
        var store = await OpenAsync();
        var order = Fresh();
        await store.CommitAsync(Move(order, null), default);
        var read = (await store.FindAsync(order.Id, default))!;

        var written = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => store.CommitAsync(
            Move(order with { Version = 2, State = OrderState.Success }, read.ETag), default)));

        written.Count(static w => w is not null).ShouldBe(1);
    }

    [Fact]
    public async Task A_notice_is_replaced_only_from_the_version_that_was_read()
    {
        var store = await OpenAsync();
        var order = Fresh();
        await store.CommitAsync(Move(order, null, withNotice: true), default);
        var stored = (await store.FindFileAsync(order.Id, default))!.Notices.Single();
        var attempted = stored.Notice with
        {
            State = NoticeState.Exhausted,
            NextAttemptAt = An.Noon,
            Attempts = [new NoticeAttempt(An.Noon, "not_accepted", 500, "擔 \"x\"", 12)],
        };

        var first = await store.SaveAsync(attempted, stored.ETag, [], default);
        var second = await store.SaveAsync(stored.Notice, stored.ETag, [], default);

        first.ShouldBe(CommitVerdict.Committed);
        second.ShouldBe(CommitVerdict.RaceLost);
        var read = (await store.FindFileAsync(order.Id, default))!.Notices.Single().Notice;
        read.Attempts.Single().ShouldBe(attempted.Attempts.Single());
        read.State.ShouldBe(NoticeState.Exhausted);
        read.NextAttemptAt.ShouldBe(An.Noon);
    }

    private protected static Order Fresh()
    {
        var number = $"S-{Interlocked.Increment(ref numbers)}";
        return An.Order() with { Id = OrderId.Of("shop", number), OutTradeNo = number };
    }

    private protected static OrderMove Move(Order order, string? etag, bool withNotice = false)
        => new(
            order, etag, OrderEvent.Created, An.Noon,
            withNotice
                ? new Notice
                {
                    Id = new NotifyId(order.Id, order.Version),
                    TradeState = order.State,
                }
                : null,
            new JournalEntry(
                order.Id.Value, order.Version, "Created", An.Noon, order.AppId, order.OutTradeNo,
                [
                    new JournalLine(
                        JournalLineKind.Payment, An.Product, An.Account, "N1", 100, "T1", "R1",
                        "C1", "茶-1"),
                ],
                [
                    new("channel_receivable:alipay/main", 100),
                    new("merchant_payable:shop", -100),
                ]));

    private static Order Full() => Fresh() with
    {
        Terms = new PaymentTerms(
            Money.OfFen(Money.MaxFen), "茶 & \"Tea\" 🍵", "body", "attach=1&b=2",
            "https://shop.example/n?a=1", "https://shop.example/r", An.Product,
            TimeSpan.FromSeconds(61), "second", "payer",
            new HoldTerms(TimeSpan.FromSeconds(601)),
            new CaptureTerms(
                OrderId.Of("shop", "H-1"), 3, 2, "alipay_hold_qr", "A1", IsFinal: true),
            new AgreementTerms(
                Money.OfFen(7), Money.OfFen(8), 9, TimeSpan.FromDays(10),
                new AgreementPeriod(PeriodUnit.Month, 2, new DateOnly(2026, 3, 28)),
                new PayerCertificate("I", "110101199003070011")),
            new DebitTerms(OrderId.Of("shop", "G-1"), 4, "G1")),
        Tally = new DebitTally(5, 6, 7),
        End = new AgreementEnd(
            AgreementEnder.Time, An.Noon.AddTicks(14), An.Noon.AddTicks(15), 2,
            An.Noon.AddTicks(16)),
        LateSuccess = LateSuccess.Refund,
        State = OrderState.Success,
        Version = 7,
        CreatedAt = An.Noon.AddTicks(1),
        Attempts =
        [
            new Attempt(1, An.Product, An.Account, AttemptState.Ended, An.Noon, null, 3, "T0"),
            new Attempt(
                2, "alipay_wap", "b", AttemptState.Open, An.Noon, An.Noon.AddTicks(7), 1, null,
                An.Noon.AddTicks(8), "digest", "https://code.example/x", An.Noon.AddTicks(9), 4),
        ],
        Payment = new Payment(1, "T1", An.Noon.AddSeconds(1)),
        Refunds =
        [
            new Refund(
                1, 2, Money.OfFen(1), RefundOrigin.SecondSuccess, RefundState.Abnormal,
                An.Noon.AddTicks(3), "R-1", "broken cup", An.Noon.AddTicks(4), 2,
                An.Noon.AddTicks(5), "C-1", "the card is gone"),
        ],
        Captures =
        [
            new Capture(
                1, "C-1", Money.OfFen(2), IsFinal: true, CaptureState.Failed,
                An.Noon.AddTicks(11), An.Noon.AddTicks(12), 3, An.Noon.AddTicks(13)),
        ],
        ClosedAt = An.Noon.AddDays(1),
        WakeUp = new WakeUp("id", "receipt+/=", An.Noon.AddMinutes(1)),
    };

    /// <summary>
    /// Records with lists compare by reference; their members written out do not.
    /// </summary>
    private static string Text(Order order) => string.Join(
        '\n',
        order with { Attempts = [], Refunds = [], Captures = [] },
        string.Join(',', order.Attempts.AsEnumerable()),
        string.Join(',', order.Refunds.AsEnumerable()),
        string.Join(',', order.Captures.AsEnumerable()));
}
