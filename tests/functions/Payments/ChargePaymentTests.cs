using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Tests.Movements;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Payments;

public sealed class ChargePaymentTests : IDisposable
{
    private const string CodeText = "280123456789012345";

    private readonly Bench bench = new();

    [Fact]
    public async Task A_payer_who_need_not_confirm_has_paid_at_once()
    {
        bench.Channel.Charge = static _ => Paid();

        var charged = await ChargeAsync();

        charged.IsNew.ShouldBeTrue();
        charged.Order.State.ShouldBe(OrderState.Success);
        bench.Channel.Asked.ShouldBe(["charge 1"]);
        var request = bench.Channel.Charged.ShouldHaveSingleItem();
        request.Code.Text.ShouldBe(CodeText);
        request.Number.ShouldBe(new ChannelOrderNo(bench.Id, 1));
        request.Attempt.Product.ShouldBe(An.Barcode);
        request.NotifyUrl.OriginalString.ShouldEndWith("/notify/alipay/main");
        (await bench.NoticeAsync()).Notice.TradeState.ShouldBe(OrderState.Success);
    }

    [Fact]
    public async Task The_attempt_is_committed_before_the_code_is_charged()
    {
        OrderState? stored = null;
        bench.Channel.DuringWork = () =>
        {
            stored = bench.OrderNow.State;
            return Task.CompletedTask;
        };

        await ChargeAsync();

        stored.ShouldBe(OrderState.UserPaying);
    }

    [Fact]
    public async Task A_payer_who_has_to_confirm_is_waited_for_and_the_answer_comes_at_once()
    {
        var call = RunAsync(wait: TimeSpan.FromSeconds(30));
        await bench.Clock.WhenDueAsync(An.Noon + ChargePayment.LookEvery);
        bench.Channel.Query[1] = Paid();

        var charged = (await bench.PassUntilAsync(call)).ShouldBeOfType<Charged>();

        charged.Order.State.ShouldBe(OrderState.Success);
        bench.Clock.GetUtcNow().ShouldBeLessThan(An.Noon.AddSeconds(8));
        bench.Channel.Asked.ShouldBe(["charge 1", "query 1"]);
    }

    [Fact]
    public async Task A_caller_waits_no_longer_than_it_said_and_never_longer_than_30_seconds()
    {
        var atOnce = await ChargeAsync();
        var short_ = await bench.PassUntilAsync(RunAsync(wait: TimeSpan.FromSeconds(3)));
        var afterShort = bench.Clock.GetUtcNow();
        var long_ = await bench.PassUntilAsync(RunAsync(wait: TimeSpan.FromHours(1)));

        atOnce.Order.State.ShouldBe(OrderState.UserPaying);
        short_.ShouldBeOfType<Charged>().Order.State.ShouldBe(OrderState.UserPaying);
        (afterShort - An.Noon).ShouldBeInRange(
            TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4));
        long_.ShouldBeOfType<Charged>().Order.State.ShouldBe(OrderState.UserPaying);
        (bench.Clock.GetUtcNow() - afterShort).ShouldBeInRange(
            ChargePayment.WaitMax, ChargePayment.WaitMax + TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Who_never_confirms_has_not_paid_and_the_trade_is_cancelled()
    {
        await ChargeAsync();

        await bench.FollowForAsync(TimeSpan.FromSeconds(46));
        var charged = await ChargeAsync();

        charged.Order.State.ShouldBe(OrderState.Revoked);
        bench.Channel.Asked[^1].ShouldBe("cancel 1");
    }

    [Fact]
    public async Task The_same_call_again_charges_nothing_and_says_what_became_of_it()
    {
        bench.Channel.Charge = static _ => Paid();
        await ChargeAsync();

        var again = await ChargeAsync();

        again.IsNew.ShouldBeFalse();
        again.Order.State.ShouldBe(OrderState.Success);
        bench.Channel.Asked.ShouldBe(["charge 1"]);
    }

    [Fact]
    public async Task The_same_call_twice_at_once_charges_once()
    {
        ChargeResult? second = null;
        bench.Effects.BeforeCommit = async move =>
        {
            if (move.Event == OrderEvent.AttemptOpened && second is null)
            {
                second = new CodeUnsupported();
                second = await RunAsync();
            }
        };

        var first = await ChargeAsync();

        second.ShouldBeOfType<Charged>();
        first.Order.Attempts.ShouldHaveSingleItem();
        bench.Channel.Charged.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Another_code_is_charged_only_after_the_first_one_was_declined()
    {
        await ChargeAsync();
        var tooEarly = await RunAsync("280000000000000002");
        await bench.ApplyAsync(new Decline(1, An.Account));
        bench.Channel.Charge = static _ => Paid();

        var charged = await ChargeAsync("280000000000000002");

        tooEarly.ShouldBe(new NotCharged(OrderRefusal.AttemptOpen));
        charged.Order.Payment.ShouldNotBeNull().Attempt.ShouldBe(2);
        bench.Channel.Asked.ShouldBe(["charge 1", "charge 2"]);
    }

    [Fact]
    public async Task A_declined_code_leaves_the_order_to_be_paid_by_another()
    {
        bench.Channel.Charge = static _ => new Declined("no money");

        var declined = await ChargeAsync();

        declined.Order.State.ShouldBe(OrderState.PayError);
    }

    [Fact]
    public async Task A_charge_whose_answer_was_lost_is_asked_about_and_not_made_again()
    {
        bench.Channel.Charge = static _ => new Unknown("no answer");
        bench.Channel.Query[1] = Paid();

        var unknown = await ChargeAsync();
        var again = await ChargeAsync();
        await bench.FollowForAsync(TimeSpan.FromSeconds(5));

        unknown.Order.State.ShouldBe(OrderState.UserPaying);
        again.Order.State.ShouldBe(OrderState.UserPaying);
        bench.Channel.Asked.ShouldBe(["charge 1", "query 1"]);
        bench.OrderNow.State.ShouldBe(OrderState.Success);
    }

    [Fact]
    public async Task A_charge_that_was_never_sent_is_not_made_later_without_the_payer()
    {
        bench.Channel.DuringWork = static () => throw new TimeoutException();
        await Should.ThrowAsync<TimeoutException>(() => RunAsync());
        bench.Channel.DuringWork = static () => Task.CompletedTask;

        await ChargeAsync();
        await bench.FollowForAsync(TimeSpan.FromMinutes(1));

        bench.Channel.Charged.ShouldHaveSingleItem();
        bench.OrderNow.State.ShouldBe(OrderState.Revoked);
    }

    [Fact]
    public async Task A_number_with_other_content_is_not_charged()
    {
        await ChargeAsync();

        var other = await RunAsync("280000000000000002", terms: An.Terms(fen: 200));

        other.ShouldBe(new NotCharged(OrderRefusal.ContentDiffers));
        bench.Channel.Charged.ShouldHaveSingleItem();
    }

    public void Dispose() => bench.Dispose();

    private static Succeeded Paid() => new(Money.OfFen(100), "T1", An.Noon);

    private async Task<Charged> ChargeAsync(string code = CodeText)
        => (await RunAsync(code)).ShouldBeOfType<Charged>();

    private Task<ChargeResult> RunAsync(
        string code = CodeText, TimeSpan wait = default, PaymentTerms? terms = null)
        => bench.Get<ChargePayment>().RunAsync(
            Bench.Shop, "A-1", terms ?? An.Terms(), PayerCode.Of(code).ShouldNotBeNull(), wait,
            default);
}
