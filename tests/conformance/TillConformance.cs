using PayFunctions.Orders;
using PayFunctions.Tests.Conformance.World;

namespace PayFunctions.Tests.Conformance;

/// <summary>What charging a payer's code has to hold.</summary>
public abstract class TillConformance<TRig> : ChannelConformance<TRig>
    where TRig : ChannelRig, new()
{
    private const int Often = 20;

    public static TheoryData<string> Faults =>
        ["lost_answer", "busy", "http_500", "wrong_answer_signature", "cut_answer", "slow"];

    [Fact]
    public async Task A_payer_who_need_not_confirm_has_paid_at_once()
    {
        var paid = await World.ChargeAsync(World.Rig.CodeOf(TillBehaviour.PaysAtOnce));
        await World.Gateway.PassAsync(TimeSpan.FromMinutes(1));

        paid.Status.ShouldBe(201, paid.ToString());
        paid["trade_state"].ShouldBe("SUCCESS", paid.ToString());
        World.Merchant.ToldOf(paid["transaction_id"], "PAYMENT").ShouldHaveSingleItem();
        World.Gateway.Log.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_code_is_charged_once()
    {
        var code = World.Rig.CodeOf(TillBehaviour.PaysAtOnce);
        var first = await World.ChargeAsync(code, "till-1");

        var again = await World.ChargeAsync(code, "till-1");

        again.Status.ShouldBe(200, again.ToString());
        again["order_version"].ShouldBe(first["order_version"]);
    }

    [Fact]
    public async Task A_payer_who_confirms_in_time_has_paid()
    {
        var waiting = await World.ChargeAsync(World.Rig.CodeOf(TillBehaviour.HasToConfirm));
        var id = waiting["transaction_id"];

        await World.Gateway.PassAsync(TimeSpan.FromSeconds(12));
        (await World.Channel.PaySilentlyAsync(NumberOf(id))).ShouldBeTrue();
        await World.Gateway.PassAsync(TimeSpan.FromSeconds(6));

        waiting["trade_state"].ShouldBe("USERPAYING", waiting.ToString());
        (await World.StoredAsync(id)).State.ShouldBe(OrderState.Success);
    }

    [Fact]
    public async Task The_last_undecided_answer_cancels()
    {
        var waiting = await World.ChargeAsync(World.Rig.CodeOf(TillBehaviour.HasToConfirm));
        var id = waiting["transaction_id"];

        await World.Gateway.PassAsync(TimeSpan.FromMinutes(2));

        (await World.StoredAsync(id)).State.ShouldBe(OrderState.Revoked);
        (await World.Channel.PaySilentlyAsync(NumberOf(id))).ShouldBeFalse();
        (await World.Gateway.PassAsync(TimeSpan.FromDays(3))).ShouldBeLessThan(3);
        World.Gateway.Log.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_till_may_cancel()
    {
        var waiting = await World.ChargeAsync(World.Rig.CodeOf(TillBehaviour.HasToConfirm));

        var id = waiting["transaction_id"];
        var cancelled = await World.PostAsync($"/v1/payments/{id}/cancel");
        await World.Gateway.PassAsync(TimeSpan.FromMinutes(1));
        var again = await World.PostAsync($"/v1/payments/{id}/cancel");

        // Some channels cancel at once, others in their own time.
        (cancelled["trade_state"] + cancelled["code"])
            .ShouldBeOneOf("REVOKED", "CHANNEL_UNDECIDED");
        again["trade_state"].ShouldBe("REVOKED", again.ToString());
    }

    [Fact]
    public async Task A_payer_without_money_may_show_another_code()
    {
        var declined = await World.ChargeAsync(
            World.Rig.CodeOf(TillBehaviour.IsDeclined), "till-1");
        var paid = await World.ChargeAsync(
            World.Rig.CodeOf(TillBehaviour.PaysAtOnce), "till-1");

        declined["trade_state"].ShouldBe("PAYERROR", declined.ToString());
        paid["trade_state"].ShouldBe("SUCCESS", paid.ToString());
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_bad_answer_to_a_charge_is_asked_about_and_never_called_failed(string fault)
    {
        await World.Channel.FaultAsync(fault, count: 1, World.Rig.ChargeOperation, seconds: 60);

        var unknown = await World.LetItTakeAsync(
            World.ChargeAsync(World.Rig.CodeOf(TillBehaviour.PaysAtOnce)));
        await World.Channel.HealAsync();
        await World.LetItTakeAsync(World.Gateway.PassAsync(TimeSpan.FromMinutes(3)));
        var id = unknown["transaction_id"];
        var isPaid = await World.Channel.FindAsync(NumberOf(id)) is { State: "paid" };
        var soon = (await World.StoredAsync(id)).State;
        await World.LetItTakeAsync(World.Gateway.PassAsync(TimeSpan.FromHours(4)));
        var order = await World.StoredAsync(id);

        unknown["trade_state"].ShouldBe("USERPAYING", unknown.ToString());
        soon.ShouldBeOneOf(
            isPaid ? [OrderState.Success] : [OrderState.Revoked, OrderState.UserPaying]);
        order.OpenAttempts().ShouldBeEmpty();
        (order.State == OrderState.Success).ShouldBe(isPaid);
    }

    [Fact]
    public async Task A_trade_that_nobody_can_ask_about_is_cancelled_whatever_it_was()
    {
        var waiting = await World.ChargeAsync(World.Rig.CodeOf(TillBehaviour.HasToConfirm));
        var id = waiting["transaction_id"];
        await World.Channel.FaultAsync("http_500", Often, World.Rig.QueryOperation);
        (await World.Channel.PaySilentlyAsync(NumberOf(id))).ShouldBeTrue();

        await World.LetItTakeAsync(World.Gateway.PassAsync(TimeSpan.FromSeconds(70)));
        await World.Channel.HealAsync();
        await World.LetItTakeAsync(World.Gateway.PassAsync(TimeSpan.FromHours(2)));

        var order = await World.StoredAsync(id);
        var trade = await World.Channel.ShowAsync(NumberOf(id));
        order.State.ShouldBe(
            trade.State == "paid" ? OrderState.Success : OrderState.Revoked);
        order.Refunds.Sum(static r => r.Total.Fen).ShouldBe(
            trade.State == "paid" ? 0 : ConformanceWorld.Price);
    }

    [Fact]
    public async Task The_payers_code_is_told_to_nobody()
    {
        var code = World.Rig.CodeOf(TillBehaviour.PaysAtOnce);

        var paid = await World.ChargeAsync(code);

        paid.ToString().ShouldNotContain(code);
        (await World.StoredAsync(paid["transaction_id"])).ToString().ShouldNotContain(code);
        World.Gateway.Log.Lines.ShouldAllBe(l => !l.Contains(code, StringComparison.Ordinal));
    }
}
