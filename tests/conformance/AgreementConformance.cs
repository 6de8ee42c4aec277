using PayFunctions.Ledger;
using PayFunctions.Orders;
using PayFunctions.Tests.Conformance.World;

namespace PayFunctions.Tests.Conformance;

/// <summary>What signing and ending an agreement has to hold.</summary>
public abstract class AgreementConformance<TRig> : AgreeingConformance<TRig>
    where TRig : ChannelRig, new()
{
    [Fact]
    public async Task A_payer_who_agrees_makes_it_active_and_the_merchant_is_told()
    {
        var id = await SignAsync();
        await SettleAsync();

        var agreement = await FindAsync(id);

        agreement["agreement_state"].ShouldBe("ACTIVE", agreement.ToString());
        agreement["channel"].ShouldBe(World.Rig.AgreementProduct);
        agreement["channel_agreement_no"].ShouldBe(
            (await World.Channel.ShowAsync(NumberOf(id))).TradeNo);
        var told = World.Merchant.ToldOf(id, "AGREEMENT").ShouldHaveSingleItem();
        told["trade_state"].ShouldBe("ACTIVE");
        told["channel_trade_no"].ShouldBe(agreement["channel_agreement_no"]);
        PositionRules.Of(await World.StoredAsync(id)).ShouldBeEmpty();
        World.Gateway.Log.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_number_is_the_same_agreement()
    {
        var first = await World.AgreeAsync(("out_agreement_no", "G-same"));
        var again = await World.AgreeAsync(("out_agreement_no", "G-same"));
        var other = await World.AgreeAsync(
            ("out_agreement_no", "G-same"), ("single_limit", ConformanceWorld.Price + 1));

        (first.Status, again.Status).ShouldBe((201, 200), again.ToString());
        again["agreement_id"].ShouldBe(first["agreement_id"]);
        other["code"].ShouldBe("AGREEMENT_CONTENT_DIFFERS", other.ToString());
        (await World.CallAsync(HttpMethod.Get, "/v1/agreements?out_agreement_no=G-same"))[
            "agreement_id"].ShouldBe(first["agreement_id"]);
    }

    [Fact]
    public async Task A_payer_who_declines_leaves_nothing_signed()
    {
        var id = await OpenAsync();

        (await World.Channel.DeclineAsync(NumberOf(id))).ShouldBeTrue();
        await World.LetItTakeAsync(World.Gateway.PassAsync(TimeSpan.FromHours(4)));

        (await StateAsync(id)).ShouldBe("CLOSED");
        (await DebitAsync(id, "D-1"))["code"].ShouldBe("AGREEMENT_NOT_ACTIVE");
        World.Merchant.ToldOf(id, "AGREEMENT").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_notification_that_is_lost_is_made_good_by_a_question()
    {
        var id = await OpenAsync();
        (await World.Channel.PaySilentlyAsync(NumberOf(id))).ShouldBeTrue();

        await World.LetItTakeAsync(World.Gateway.PassAsync(TimeSpan.FromMinutes(15)));

        (await World.StoredAsync(id)).State.ShouldBe(OrderState.Success);
        World.Merchant.ToldOf(id, "AGREEMENT").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Equal_notifications_sign_once()
    {
        var id = await SignAsync();
        var message = (await World.Channel.ShowAsync(NumberOf(id))).Notification
            .ShouldNotBeNull();

        (await World.TellAsync(message)).ShouldBeTrue();
        (await World.TellAsync(message)).ShouldBeTrue();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => World.TellAsync(message)));
        await SettleAsync();

        answers.ShouldAllBe(static taken => taken);
        World.Merchant.ToldOf(id, "AGREEMENT").ShouldHaveSingleItem();
        World.Gateway.Log.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_notification_that_was_touched_signs_nothing()
    {
        var id = await OpenAsync();
        await World.Channel.FaultAsync("lost_notification");
        (await World.Channel.PayAsync(NumberOf(id))).ShouldBeTrue();
        var genuine = await ToldAsync(id, before: null);

        // What is the same afterwards has not the field that it would damage.
        foreach (var (name, parameters) in World.Rig.Damages(genuine.Parameters)
            .Where(d => !IsSame(d.Parameters, genuine.Parameters)))
        {
            (await World.TellAsync(genuine.With(parameters))).ShouldBeFalse(name);
        }

        (await World.StoredAsync(id)).State.ShouldBe(OrderState.UserPaying);
        (await World.TellAsync(genuine, account: "other")).ShouldBeFalse();
        (await World.StoredAsync(id)).State.ShouldBe(OrderState.UserPaying);
        (await World.TellAsync(genuine)).ShouldBeTrue();
        (await World.StoredAsync(id)).State.ShouldBe(OrderState.Success);
    }

    [Fact]
    public async Task The_merchant_can_end_it()
    {
        var id = await SignAsync();

        var ended = await UnsignAsync(id);
        await SettleAsync();

        ended.Status.ShouldBe(200, ended.ToString());
        (await StateAsync(id)).ShouldBe("ENDED");
        (await World.Channel.ShowAsync(NumberOf(id))).State.ShouldBe("refunded");
        World.Merchant.ToldOf(id, "AGREEMENT_END").ShouldHaveSingleItem()["trade_state"]
            .ShouldBe("ENDED");
        (await UnsignAsync(id)).Status.ShouldBe(200);
        (await DebitAsync(id, "D-1"))["code"].ShouldBe("AGREEMENT_NOT_ACTIVE");
        World.Gateway.Log.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_payer_can_end_it_at_the_channel()
    {
        var id = await SignAsync();

        (await World.Channel.CloseAsync(NumberOf(id))).ShouldBeTrue();
        await ConformanceWorld.UntilAsync(
            async () => (await World.StoredAsync(id)).End is { EndedAt: not null });
        await SettleAsync();

        (await StateAsync(id)).ShouldBe("ENDED");
        World.Merchant.ToldOf(id, "AGREEMENT_END").ShouldHaveSingleItem();
        (await DebitAsync(id, "D-1"))["code"].ShouldBe("AGREEMENT_NOT_ACTIVE");
    }

    [Fact]
    public async Task News_of_the_end_before_news_of_the_signature_is_both()
    {
        var id = await OpenAsync();
        await World.Channel.FaultAsync("lost_notification", count: 100);
        (await World.Channel.PayAsync(NumberOf(id))).ShouldBeTrue();
        var signed = await ToldAsync(id, before: null);
        (await World.Channel.CloseAsync(NumberOf(id))).ShouldBeTrue();
        var ended = await ToldAsync(id, signed);

        (await World.TellAsync(ended)).ShouldBeTrue();
        await World.TellAsync(signed);
        await SettleAsync();

        (await StateAsync(id)).ShouldBe("ENDED");
        World.Merchant.ToldOf(id, "AGREEMENT_END").ShouldHaveSingleItem();
        World.Merchant.ToldOf(id, "AGREEMENT").ShouldBeEmpty();
        (await DebitAsync(id, "D-1"))["code"].ShouldBe("AGREEMENT_NOT_ACTIVE");
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_bad_answer_to_an_end_never_loses_it(string fault)
    {
        var id = await SignAsync();
        await World.Channel.FaultAsync(fault, count: 1, World.Rig.UnsignOperation, seconds: 60);

        var asked = await World.LetItTakeAsync(UnsignAsync(id));
        (await DebitAsync(id, "D-1"))["code"].ShouldBe("AGREEMENT_NOT_ACTIVE");
        await World.Channel.HealAsync();
        await SettleAsync();

        asked.Status.ShouldBe(200, asked.ToString());
        (await StateAsync(id)).ShouldBe("ENDED");
        World.Merchant.ToldOf(id, "AGREEMENT_END").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task It_ends_by_itself_when_its_time_is_up()
    {
        var id = await SignAsync(("valid_days", 1));

        await World.LetItTakeAsync(World.Gateway.PassAsync(TimeSpan.FromHours(23)));
        var during = await StateAsync(id);
        await World.LetItTakeAsync(World.Gateway.PassAsync(TimeSpan.FromHours(3)));

        during.ShouldBe("ACTIVE");
        (await StateAsync(id)).ShouldBe("ENDED");
        (await DebitAsync(id, "D-1"))["code"].ShouldBe("AGREEMENT_NOT_ACTIVE");
    }

    [Fact]
    public async Task What_nobody_signed_can_be_closed()
    {
        var id = await OpenAsync();

        var closed = await World.LetItTakeAsync(UnsignAsync(id));

        closed["agreement_state"].ShouldBe("CLOSED", closed.ToString());
        (await DebitAsync(id, "D-1"))["code"].ShouldBe("AGREEMENT_NOT_ACTIVE");
    }

    [Fact]
    public async Task A_signature_that_comes_too_late_is_ended_where_the_merchant_wants_none()
    {
        await RenewAsync(late: "refund");
        var id = await OpenAsync();
        await World.LetItTakeAsync(UnsignAsync(id));

        (await World.Channel.PayAsync(NumberOf(id))).ShouldBeTrue();
        await ConformanceWorld.UntilAsync(
            async () => (await World.StoredAsync(id)).End is not null);
        await SettleAsync();

        (await StateAsync(id)).ShouldBe("ENDED");
        (await World.Channel.ShowAsync(NumberOf(id))).State.ShouldBe("refunded");
    }

    [Fact]
    public async Task An_agreement_is_no_payment()
    {
        var id = await SignAsync();

        (await World.QueryAsync(id))["code"].ShouldBe("ORDER_NOT_FOUND");
        (await World.RefundAsync(id, "R-1", 1))["code"].ShouldBe("ORDER_NOT_FOUND");
        (await World.PostAsync($"/v1/payments/{id}/close"))["code"].ShouldBe("ORDER_NOT_FOUND");
        (await World.CallAsync(HttpMethod.Get, $"/v1/authorizations/{id}"))["code"]
            .ShouldBe("ORDER_NOT_FOUND");
        (await World.CreateAsync(World.Rig.AgreementProduct))["code"]
            .ShouldBe("CHANNEL_UNSUPPORTED");
        (await World.AgreeAsync(("channel", World.Rig.PageProduct)))["code"]
            .ShouldBe("CHANNEL_UNSUPPORTED");
    }

    /// <summary>What the channel has sent last; another than before.</summary>
    private async Task<ChannelMessage> ToldAsync(string id, ChannelMessage? before)
    {
        ChannelMessage? told = null;
        await ConformanceWorld.UntilAsync(async () =>
        {
            told = (await World.Channel.ShowAsync(NumberOf(id))).Notification;
            return told is not null && told.Body != before?.Body;
        });
        return told!;
    }

    private static bool IsSame(string one, string other)
        => Uri.UnescapeDataString(one) == Uri.UnescapeDataString(other);
}
