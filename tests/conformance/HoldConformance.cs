using PayFunctions.Orders;
using PayFunctions.Tests.Conformance.World;

namespace PayFunctions.Tests.Conformance;

/// <summary>What holding an amount and letting it go has to hold.</summary>
public abstract class HoldConformance<TRig> : HoldingConformance<TRig>
    where TRig : ChannelRig, new()
{
    [Fact]
    public async Task An_authorised_amount_is_held_and_the_merchant_is_told()
    {
        var id = await HoldAsync();
        await SettleAsync();

        var hold = await FindAsync(id);

        hold["authorization_state"].ShouldBe("AUTHORIZED", hold.ToString());
        hold["remaining_fee"].ShouldBe($"{ConformanceWorld.Price}");
        hold["channel"].ShouldBe(World.Rig.HoldProduct);
        var told = World.Merchant.ToldOf(id, "AUTHORIZATION").ShouldHaveSingleItem();
        told["trade_state"].ShouldBe("AUTHORIZED");
        told["total_fee"].ShouldBe($"{ConformanceWorld.Price}");
        (await HeldAsync(id)).ShouldBe(ConformanceWorld.Price);
        World.Gateway.Log.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_held_can_be_let_go()
    {
        var id = await HoldAsync();

        var gone = await VoidAsync(id, "V-1");
        await SettleAsync();

        gone.Status.ShouldBe(201, gone.ToString());
        var hold = await FindAsync(id);
        (hold["authorization_state"], hold["released_fee"])
            .ShouldBe(("FINISHED", $"{ConformanceWorld.Price}"), hold.ToString());
        (await VoidAsync(id, "V-1")).Status.ShouldBe(200);
        (await VoidAsync(id, "V-2"))["code"].ShouldBe("NOTHING_HELD");
        (await CaptureAsync(id, "C-1", Part))["code"].ShouldBe("NOTHING_HELD");
        World.Merchant.ToldOf(id, "RELEASE").ShouldHaveSingleItem()["refund_fee"]
            .ShouldBe($"{ConformanceWorld.Price}");
        (await HeldAsync(id)).ShouldBe(0);
    }

    [Fact]
    public async Task A_part_can_be_let_go_where_the_channel_can()
    {
        var id = await HoldAsync();

        var gone = await VoidAsync(id, "V-1", Part);
        await SettleAsync();

        if (World.Rig.HoldEndsAtOnce)
        {
            gone["code"].ShouldBe("CAPABILITY_UNSUPPORTED", gone.ToString());
            return;
        }

        (await FindAsync(id))["remaining_fee"].ShouldBe($"{ConformanceWorld.Price - Part}");
        (await VoidAsync(id, "V-2", ConformanceWorld.Price))["code"].ShouldBe("EXCEEDS_HOLD");
        (await VoidAsync(id, "V-1", Part + 1))["code"].ShouldBe("REFUND_CONTENT_DIFFERS");
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_bad_answer_to_a_release_never_loses_it(string fault)
    {
        var id = await HoldAsync();
        await World.Channel.FaultAsync(fault, count: 1, World.Rig.ReleaseOperation, seconds: 60);

        var asked = await World.LetItTakeAsync(VoidAsync(id, "V-1"));
        await World.Channel.HealAsync();
        await SettleAsync();

        asked.Status.ShouldBe(201, asked.ToString());
        var hold = await FindAsync(id);
        (hold["authorization_state"], hold["released_fee"])
            .ShouldBe(("FINISHED", $"{ConformanceWorld.Price}"), hold.ToString());
        World.Merchant.ToldOf(id, "RELEASE").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_left_is_let_go_when_its_time_is_up()
    {
        var id = await HoldAsync(("hold_for", 7_200));

        await World.LetItTakeAsync(World.Gateway.PassAsync(TimeSpan.FromHours(1)));
        var during = await FindAsync(id);
        await World.LetItTakeAsync(World.Gateway.PassAsync(TimeSpan.FromHours(4)));

        during["authorization_state"].ShouldBe("AUTHORIZED", during.ToString());
        var hold = await FindAsync(id);
        (hold["authorization_state"], hold["released_fee"])
            .ShouldBe(("FINISHED", $"{ConformanceWorld.Price}"), hold.ToString());
        (await CaptureAsync(id, "C-1", Part))["code"].ShouldBe("NOTHING_HELD");
    }

    [Fact]
    public async Task What_nobody_authorised_can_be_ended()
    {
        var created = await CreateAsync();
        var id = created["authorization_id"];
        await OpenAsync(created);

        var ended = await World.LetItTakeAsync(VoidAsync(id, "V-1"));

        ended["authorization_state"].ShouldBeOneOf("CLOSED", "");
        if (ended["code"] is "")
        {
            (await FindAsync(id))["authorization_state"].ShouldBe("CLOSED", ended.ToString());
        }
        else
        {
            // A channel that cannot end it says so: it ends by its time.
            ended["code"].ShouldBe("CHANNEL_UNDECIDED", ended.ToString());
        }
    }

    [Fact]
    public async Task A_notification_that_is_lost_is_made_good_by_a_question()
    {
        var created = await CreateAsync();
        var id = created["authorization_id"];
        await OpenAsync(created);
        (await World.Channel.PaySilentlyAsync(NumberOf(id))).ShouldBeTrue();

        await World.LetItTakeAsync(World.Gateway.PassAsync(TimeSpan.FromMinutes(15)));

        (await FindAsync(id))["authorization_state"].ShouldBe("AUTHORIZED");
    }

    [Fact]
    public async Task An_authorisation_that_comes_too_late_is_let_go()
    {
        await RenewAsync(late: "refund");
        var created = await CreateAsync();
        var id = created["authorization_id"];
        await OpenAsync(created);
        await World.LetItTakeAsync(VoidAsync(id, "V-1"));
        if ((await World.StoredAsync(id)).State != OrderState.Closed)
        {
            // It cannot be ended before its time: nothing comes too late.
            return;
        }

        (await World.Channel.PayAsync(NumberOf(id))).ShouldBeTrue();
        await ConformanceWorld.UntilAsync(
            async () => !(await World.StoredAsync(id)).Refunds.IsEmpty);
        (await HeldAsync(id)).ShouldBe(ConformanceWorld.Price);
        await SettleAsync();

        (await HeldAsync(id)).ShouldBe(0);
        (await World.Channel.ShowAsync(NumberOf(id))).Refunded.ShouldBe(ConformanceWorld.Price);
    }

    [Fact]
    public async Task Equal_notifications_hold_once()
    {
        var id = await HoldAsync();
        var trade = await World.Channel.ShowAsync(NumberOf(id));
        var message = trade.Notification.ShouldNotBeNull();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => World.TellAsync(message)));
        await SettleAsync();

        answers.ShouldAllBe(static taken => taken);
        World.Merchant.ToldOf(id, "AUTHORIZATION").ShouldHaveSingleItem();
        (await HeldAsync(id)).ShouldBe(ConformanceWorld.Price);
    }

    [Fact]
    public async Task A_notification_that_was_touched_holds_nothing()
    {
        var created = await CreateAsync();
        var id = created["authorization_id"];
        await OpenAsync(created);
        await World.Channel.FaultAsync("lost_notification");
        (await World.Channel.PayAsync(NumberOf(id))).ShouldBeTrue();
        ChannelMessage? genuine = null;
        await ConformanceWorld.UntilAsync(async () =>
        {
            genuine = (await World.Channel.ShowAsync(NumberOf(id))).Notification;
            return genuine is not null;
        });

        foreach (var (name, parameters) in World.Rig.Damages(genuine!.Parameters))
        {
            (await World.TellAsync(genuine.With(parameters))).ShouldBeFalse(name);
        }

        (await World.StoredAsync(id)).State.ShouldBe(OrderState.UserPaying);
        (await World.TellAsync(genuine)).ShouldBeTrue();
        (await World.StoredAsync(id)).State.ShouldBe(OrderState.Success);
    }

    [Fact]
    public async Task A_hold_is_no_payment()
    {
        var id = await HoldAsync();

        (await World.QueryAsync(id))["code"].ShouldBe("ORDER_NOT_FOUND");
        (await World.RefundAsync(id, "R-1", Part))["code"].ShouldBe("ORDER_NOT_FOUND");
        (await World.PostAsync($"/v1/payments/{id}/close"))["code"].ShouldBe("ORDER_NOT_FOUND");
        (await World.CreateAsync(World.Rig.HoldProduct))["code"].ShouldBe("CHANNEL_UNSUPPORTED");
        (await CreateAsync(("channel", World.Rig.PageProduct)))["code"]
            .ShouldBe("CHANNEL_UNSUPPORTED");
    }

    [Fact]
    public async Task The_cashier_offers_a_hold_what_can_hold()
    {
        var created = await CreateAsync(("channel", null));

        var page = await World.BrowseAsync($"cashier/{created["authorization_id"]}");

        page.Status.ShouldBe(200);
        page.Text.ShouldContain(World.Rig.HoldProduct!);
        page.Text.ShouldNotContain($"/{World.Rig.PageProduct}\"");
    }
}
