using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

public sealed class KCodeRulesTests
{
    private static readonly DateTimeOffset Later = An.Noon + KCodeRules.SendEvery;

    [Fact]
    public void The_same_request_is_the_same_attempt_whatever_became_of_it()
    {
        Replays(An.AskedKCode(), An.RequestKCode(), An.Noon);
        Replays(An.SentKCode(), An.RequestKCode(), Later);
        Replays(An.Moved(An.AskedKCode(), new RefuseKCode(1), An.Noon), An.RequestKCode(), Later);
        Replays(An.ExhaustedKCode(), An.RequestKCode(), Later);
        Replays(An.Moved(An.TriedKCode(), An.Success(), An.Noon), An.RequestKCode(), Later);
        Replays(An.SentKCode(), An.RequestKCode(), An.Noon.AddDays(1));
    }

    [Fact]
    public void Nothing_of_card_or_code_is_part_of_a_command()
        => typeof(OrderCommand).Assembly.GetTypes()
            .Where(static t => t.Namespace == typeof(OrderCommand).Namespace)
            .SelectMany(static t => t.GetProperties())
            .Select(static p => p.PropertyType)
            .ShouldNotContain(static t => t.Namespace == "PayFunctions.Channels");

    [Fact]
    public void The_bank_says_that_the_payer_gets_a_code()
    {
        var order = An.SentKCode();

        order.Attempts[0].KCode!.State.ShouldBe(KCodeState.Sent);
        Replays(order, new ConfirmKCode(1), An.Noon);
        Refuses(order, new ConfirmKCode(2), An.Noon, OrderRefusal.AttemptUnknown);
    }

    [Fact]
    public void A_card_that_is_not_signed_up_ends_the_attempt_and_another_request_begins_one()
    {
        var order = An.Moved(
            An.AskedKCode(), new RefuseKCode(1, "https://bank.example/sign"), An.Noon);

        (order.State, order.Attempts[0].State).ShouldBe(
            (OrderState.PayError, AttemptState.Ended));
        (order.Attempts[0].KCode!.State, order.Attempts[0].KCode!.SignUrl).ShouldBe(
            (KCodeState.NotSigned, "https://bank.example/sign"));
        var next = An.Moved(order, An.RequestKCode("K-2"), An.Noon);
        (next.State, next.Attempts.Length).ShouldBe((OrderState.UserPaying, 2));
    }

    [Fact]
    public void Another_code_is_not_asked_for_within_a_minute()
    {
        var early = Later - TimeSpan.FromTicks(1);

        Refuses(An.SentKCode(), new RepeatKCode("S-1"), early, OrderRefusal.KCodeTooSoon);
        Refuses(An.SentKCode(), An.RequestKCode("K-2"), early, OrderRefusal.KCodeTooSoon);
        var again = An.Moved(An.SentKCode(), new RepeatKCode("S-1"), Later);
        Replays(again, new RepeatKCode("S-1"), Later);
        Refuses(again, new RepeatKCode("S-2"), Later, OrderRefusal.KCodeTooSoon);
    }

    [Fact]
    public void A_code_is_asked_for_five_times_in_all()
    {
        var (order, now) = (An.SentKCode(), An.Noon);
        for (var i = 1; i < KCodeRules.MaxCodes; i++)
        {
            now += KCodeRules.SendEvery;
            order = An.Moved(
                order, i % 2 == 0 ? An.RequestKCode($"K-{i}") : new RepeatKCode($"S-{i}"), now);
        }

        now += KCodeRules.SendEvery;
        KCodeRules.CodesLeft(order).ShouldBe(0);
        Refuses(order, new RepeatKCode("S-9"), now, OrderRefusal.KCodesExhausted);
        Refuses(order, An.RequestKCode("K-9"), now, OrderRefusal.KCodesExhausted);
        An.Moved(order, new TryKCode("P-1"), now).State.ShouldBe(OrderState.UserPaying);
    }

    [Fact]
    public void Another_card_ends_the_attempt_that_nobody_pays_any_more()
    {
        var order = An.Moved(An.SentKCode(), An.RequestKCode("K-2"), Later);

        order.Attempts.Select(static a => a.State).ShouldBe(
            [AttemptState.Ended, AttemptState.Open]);
        order.Attempts[0].AskAt.ShouldBeNull();
    }

    [Fact]
    public void While_a_code_is_on_its_way_nothing_else_is_asked_of_the_bank()
    {
        var order = An.TriedKCode();

        Replays(order, new TryKCode("P-1"), Later);
        Refuses(order, new TryKCode("P-2"), Later, OrderRefusal.AttemptOpen);
        Refuses(order, new RepeatKCode("S-1"), Later, OrderRefusal.AttemptOpen);
        Refuses(order, An.RequestKCode("K-2"), Later, OrderRefusal.AttemptOpen);
        Replays(order, new RefuseKCode(1), Later);
    }

    [Fact]
    public void A_code_that_was_entered_is_asked_about_in_seconds()
        => An.TriedKCode().Attempts[0].AskAt.ShouldBe(An.Noon + KCodeRules.TryFor);

    [Fact]
    public void A_lost_answer_is_asked_about_after_as_long_again_until_it_is_known()
    {
        var first = An.Moved(An.TriedKCode(), new Undecided(1), An.Noon.AddSeconds(30));
        var second = An.Moved(first, new Undecided(1), An.Noon.AddSeconds(60));

        (first.Attempts[0].AskAt, second.Attempts[0].AskAt)
            .ShouldBe((An.Noon.AddSeconds(60), An.Noon.AddSeconds(120)));
    }

    [Fact]
    public void A_wrong_code_leaves_the_attempt_open_for_another_one()
    {
        var order = An.Moved(An.TriedKCode(), new FailKCode(1, "P-1"), An.Noon);

        (order.State, KCodeRules.TriesLeft(order)).ShouldBe(
            (OrderState.UserPaying, KCodeRules.MaxTries - 1));
        Replays(order, new FailKCode(1, "P-1"), An.Noon);
        Replays(order, new TryKCode("P-1"), An.Noon);
        An.Moved(order, new TryKCode("P-2"), An.Noon).Attempts[0].KCode!.IsPaying.ShouldBeTrue();
    }

    [Fact]
    public void After_five_wrong_codes_the_attempt_is_closed_by_name_and_no_card_opens_another()
    {
        var (order, how) = An.ExhaustedKCodeMove();

        how.ShouldBe(OrderEvent.KCodeExhausted);
        (order.State, order.Attempts[0].State).ShouldBe(
            (OrderState.PayError, AttemptState.Ended));
        Refuses(order, new TryKCode("P-9"), Later, OrderRefusal.KCodeTriesExhausted);
        Refuses(order, new RepeatKCode("S-9"), Later, OrderRefusal.KCodeTriesExhausted);
        Refuses(order, An.RequestKCode("K-9"), Later, OrderRefusal.KCodeTriesExhausted);
    }

    [Fact]
    public void Wrong_codes_are_counted_over_all_cards()
    {
        var order = An.SentKCode();
        for (var i = 1; i < KCodeRules.MaxTries; i++)
        {
            order = An.Moved(order, new TryKCode($"P-{i}"), An.Noon);
            order = An.Moved(order, new FailKCode(1, $"P-{i}"), An.Noon);
        }

        order = An.Moved(order, An.RequestKCode("K-2"), Later);
        order = An.Moved(order, new TryKCode("P-9"), Later);
        order = An.Moved(order, new FailKCode(2, "P-9"), Later);

        order.State.ShouldBe(OrderState.PayError);
        Refuses(order, An.RequestKCode("K-3"), Later, OrderRefusal.KCodeTriesExhausted);
    }

    [Fact]
    public void A_lost_answer_and_an_unpaid_trade_later_let_the_payer_enter_another_code()
    {
        var heard = new Undecided(1, Heard: true);

        var early = An.Moved(An.TriedKCode(), heard, An.Noon + TimeSpan.FromSeconds(29));
        var silent = An.Moved(An.TriedKCode(), new Undecided(1), An.Noon + KCodeRules.TryFor);
        var known = An.Moved(An.TriedKCode(), heard, An.Noon + KCodeRules.TryFor);

        early.Attempts[0].KCode!.IsPaying.ShouldBeTrue();
        silent.Attempts[0].KCode!.IsPaying.ShouldBeTrue();
        known.Attempts[0].KCode!.Tries[0].State.ShouldBe(KCodeTryState.Unpaid);
        known.Attempts[0].AskAt.ShouldNotBeNull("what nobody knows is asked about");
        An.Moved(known, new TryKCode("P-2"), Later);
    }

    [Fact]
    public void What_nobody_knows_is_never_given_up()
    {
        var (order, now) = (An.SentKCode(), An.Noon);
        for (var i = 1; i <= KCodeRules.MaxTries; i++)
        {
            order = An.Moved(order, new TryKCode($"P-{i}"), now);
            now += KCodeRules.TryFor;
            order = An.Moved(order, new Undecided(1, Heard: true), now);
        }

        order.Attempts[0].State.ShouldBe(AttemptState.Open);
        Refuses(order, new TryKCode("P-9"), now, OrderRefusal.KCodeTriesExhausted);
        Refuses(
            order, An.RequestKCode("K-9"), now.AddMinutes(9), OrderRefusal.KCodeTriesExhausted);
        An.Moved(order, An.Success(), now).State.ShouldBe(OrderState.Success);
    }

    [Fact]
    public void A_try_that_nobody_knows_about_keeps_another_card_away()
    {
        var unpaid = An.Moved(
            An.TriedKCode(), new Undecided(1, Heard: true), An.Noon + KCodeRules.TryFor);

        Refuses(unpaid, An.RequestKCode("K-2"), Later, OrderRefusal.AttemptOpen);
        var wrong = An.Moved(unpaid, new FailKCode(1, "P-1"), Later);
        An.Moved(wrong, An.RequestKCode("K-2"), Later).Attempts.Length.ShouldBe(2);
    }

    [Fact]
    public void Money_for_an_attempt_that_another_card_ended_goes_back()
    {
        var order = An.Moved(An.SentKCode(), An.RequestKCode("K-2"), Later);
        order = An.Moved(order, new TryKCode("P-1"), Later);
        order = An.Moved(order, An.Success(attempt: 2, trade: "T2"), Later);

        var twice = An.Moved(order, An.Success(), Later);

        twice.Refunds.ShouldHaveSingleItem().Origin.ShouldBe(RefundOrigin.SecondSuccess);
    }

    [Fact]
    public void No_code_is_waited_for_where_none_was_asked_for()
    {
        Refuses(An.OpenOrder(), new TryKCode("P-1"), An.Noon, OrderRefusal.KCodeNotOpen);
        Refuses(An.OpenOrder(), new RepeatKCode("S-1"), An.Noon, OrderRefusal.KCodeNotOpen);
        Replays(An.OpenOrder(), new FailKCode(1, "P-1"), An.Noon);
        Refuses(An.OpenOrder(), new FailKCode(9, "P-1"), An.Noon, OrderRefusal.AttemptUnknown);
        Refuses(An.OpenOrder(), new RefuseKCode(9), An.Noon, OrderRefusal.AttemptUnknown);
    }

    [Fact]
    public void An_order_that_is_over_takes_neither_card_nor_code()
    {
        var paid = An.Moved(An.TriedKCode(), An.Success(), An.Noon);
        var closed = An.Moved(An.SentKCode(), new Close([], [1]), An.Noon);
        var expired = An.Noon + TimeSpan.FromHours(2);

        Refuses(paid, new TryKCode("P-2"), An.Noon, OrderRefusal.OrderPaid);
        Refuses(closed, new TryKCode("P-2"), An.Noon, OrderRefusal.OrderClosed);
        Refuses(closed, new RepeatKCode("S-1"), Later, OrderRefusal.OrderClosed);
        Refuses(An.SentKCode(), An.RequestKCode("K-2"), expired, OrderRefusal.OrderExpired);
        Refuses(An.SentKCode(), new TryKCode("P-1"), expired, OrderRefusal.OrderExpired);
    }

    private static void Replays(Order order, OrderCommand command, DateTimeOffset now)
        => OrderRules.Decide(order, command, now).ShouldBeOfType<Replayed>()
            .Order.ShouldBeSameAs(order);

    private static void Refuses(
        Order order, OrderCommand command, DateTimeOffset now, OrderRefusal why)
        => OrderRules.Decide(order, command, now).ShouldBe(new Refused(why));
}
