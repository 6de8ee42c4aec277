using PayFunctions.Tests.Conformance.World;

namespace PayFunctions.Tests.Conformance;

/// <summary>What taking an amount that is held has to hold.</summary>
public abstract class CaptureConformance<TRig> : HoldingConformance<TRig>
    where TRig : ChannelRig, new()
{
    private const int Often = 40;

    [Fact]
    public async Task What_is_captured_is_a_payment_and_what_is_not_goes_back()
    {
        var id = await HoldAsync();

        var captured = await CaptureAsync(id, "C-1", Part, final: true);
        await SettleAsync();

        captured.Status.ShouldBe(201, captured.ToString());
        captured["capture_state"].ShouldBeOneOf("SUCCESS", "PROCESSING");
        var payment = captured["transaction_id"];
        (await World.QueryAsync(payment))["trade_state"].ShouldBe("SUCCESS");
        World.Merchant.ToldOf(payment, "PAYMENT").ShouldHaveSingleItem()["total_fee"]
            .ShouldBe($"{Part}");
        var hold = await FindAsync(id);
        hold["authorization_state"].ShouldBe("FINISHED", hold.ToString());
        (hold["captured_fee"], hold["released_fee"], hold["remaining_fee"])
            .ShouldBe(($"{Part}", $"{ConformanceWorld.Price - Part}", "0"));
        (await HeldAsync(id)).ShouldBe(0);
        World.Gateway.Log.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_captures_take_no_more_than_is_held()
    {
        var id = await HoldAsync();

        var first = await CaptureAsync(id, "C-1", Part);
        await SettleAsync();
        var second = await CaptureAsync(id, "C-2", Part);
        await SettleAsync();
        var third = await CaptureAsync(id, "C-3", Part);

        if (World.Rig.HoldEndsAtOnce)
        {
            first["code"].ShouldBe("CAPTURE_NOT_FINAL", first.ToString());
            return;
        }

        (first.Status, second.Status).ShouldBe((201, 201));
        third["code"].ShouldBe("EXCEEDS_HOLD", third.ToString());
        (await FindAsync(id))["remaining_fee"].ShouldBe($"{ConformanceWorld.Price - (2 * Part)}");
        (await HeldAsync(id)).ShouldBe(ConformanceWorld.Price - (2 * Part));
    }

    [Fact]
    public async Task The_same_number_is_the_same_capture()
    {
        var id = await HoldAsync();

        var first = await CaptureAsync(id, "C-1", ConformanceWorld.Price);
        var again = await CaptureAsync(id, "C-1", ConformanceWorld.Price);
        var other = await CaptureAsync(id, "C-1", Part);
        await SettleAsync();

        first.Status.ShouldBe(201, first.ToString());
        again.Status.ShouldBe(200, again.ToString());
        again["transaction_id"].ShouldBe(first["transaction_id"]);
        other["code"].ShouldBe("ORDER_CONTENT_DIFFERS", other.ToString());
        (await FindAsync(id))["captured_fee"].ShouldBe($"{ConformanceWorld.Price}");
    }

    [Fact]
    public async Task The_number_of_another_order_is_no_capture()
    {
        var paid = await World.CreateAsync(World.Rig.PageProduct, ("out_trade_no", "T-taken"));
        var id = await HoldAsync();

        var captured = await CaptureAsync(id, "T-taken", ConformanceWorld.Price);

        paid.Status.ShouldBe(201);
        captured["code"].ShouldBe("ORDER_CONTENT_DIFFERS", captured.ToString());
        (await FindAsync(id))["remaining_fee"].ShouldBe($"{ConformanceWorld.Price}");
    }

    [Fact]
    public async Task Two_captures_at_once_never_exceed_what_is_held()
    {
        var id = await HoldAsync();
        var most = ConformanceWorld.Price - 1;

        var answers = await Task.WhenAll(
            CaptureAsync(id, "C-1", most, final: true),
            CaptureAsync(id, "C-2", most, final: true));
        await SettleAsync();

        answers.Count(static a => a.Status == 201).ShouldBe(1, answers[0] + "\n" + answers[1]);
        answers.Count(static a => a["code"] is "EXCEEDS_HOLD" or "NOTHING_HELD").ShouldBe(1);
        (await FindAsync(id))["captured_fee"].ShouldBe($"{most}");
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_bad_answer_to_a_capture_never_takes_twice_and_never_loses_it(string fault)
    {
        var id = await HoldAsync();
        await World.Channel.FaultAsync(fault, count: 1, World.Rig.CaptureOperation, seconds: 60);

        var asked = await World.LetItTakeAsync(
            CaptureAsync(id, "C-1", ConformanceWorld.Price));
        await World.Channel.HealAsync();
        await SettleAsync();

        asked.Status.ShouldBe(201, asked.ToString());
        asked["capture_state"].ShouldBeOneOf("PROCESSING", "SUCCESS");
        var hold = await FindAsync(id);
        (hold["captured_fee"], hold["authorization_state"])
            .ShouldBe(($"{ConformanceWorld.Price}", "FINISHED"), hold.ToString());
        World.Merchant.ToldOf(asked["transaction_id"], "PAYMENT").ShouldHaveSingleItem();
        World.Gateway.Log.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_capture_that_the_channel_never_heard_of_is_sent_again()
    {
        var id = await HoldAsync();
        await World.Channel.FaultAsync("http_500", Often, World.Rig.CaptureOperation);

        var asked = await World.LetItTakeAsync(
            CaptureAsync(id, "C-1", ConformanceWorld.Price));
        await World.LetItTakeAsync(World.Gateway.PassAsync(TimeSpan.FromMinutes(30)));
        var before = await FindAsync(id);
        await World.Channel.HealAsync();
        await SettleAsync();

        asked["capture_state"].ShouldBe("PROCESSING", asked.ToString());
        before["captured_fee"].ShouldBe("0");
        (await FindAsync(id))["captured_fee"].ShouldBe($"{ConformanceWorld.Price}");
    }

    [Fact]
    public async Task A_capture_that_is_never_made_leaves_the_amount_held()
    {
        var id = await HoldAsync();
        await World.Channel.FaultAsync("http_500", 10_000, World.Rig.CaptureOperation);

        await World.LetItTakeAsync(CaptureAsync(id, "C-1", ConformanceWorld.Price));
        await World.LetItTakeAsync(World.Gateway.PassAsync(TimeSpan.FromHours(26)));
        await World.Channel.HealAsync();

        var hold = await FindAsync(id);
        (hold["authorization_state"], hold["remaining_fee"])
            .ShouldBe(("AUTHORIZED", $"{ConformanceWorld.Price}"), hold.ToString());
        (await CaptureAsync(id, "C-2", ConformanceWorld.Price)).Status.ShouldBe(201);
    }

    [Fact]
    public async Task What_was_captured_can_be_refunded()
    {
        var id = await HoldAsync();
        var payment = (await CaptureAsync(id, "C-1", ConformanceWorld.Price))["transaction_id"];
        await SettleAsync();

        var refund = await World.RefundAsync(payment, "R-1", Part);
        await SettleAsync();

        refund.Status.ShouldBe(201, refund.ToString());
        (await World.QueryRefundAsync("R-1"))["refund_state"].ShouldBe("SUCCESS");
        (await FindAsync(id))["captured_fee"].ShouldBe($"{ConformanceWorld.Price}");
        World.Gateway.Log.Alarms.ShouldBeEmpty();
    }
}
