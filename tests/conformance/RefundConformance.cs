using PayFunctions.Orders;
using PayFunctions.Tests.Conformance.World;

namespace PayFunctions.Tests.Conformance;

/// <summary>What giving money back has to hold.</summary>
public abstract class RefundConformance<TRig> : ChannelConformance<TRig>
    where TRig : ChannelRig, new()
{
    private const long Part = 3_000;
    private const int Often = 20;

    public static TheoryData<string> Faults =>
    [
        "wrong_answer_signature", "unsigned_error", "busy", "http_500", "lost_answer",
        "cut_answer", "oversized_answer", "slow",
    ];

    [Fact]
    public async Task A_whole_payment_goes_back_and_the_merchant_is_told()
    {
        var id = await World.PayAsync();

        var refund = await World.RefundAsync(id, "R-1", ConformanceWorld.Price, "坏了 broken");
        await SettleAsync();

        refund.Status.ShouldBe(201, refund.ToString());
        (await RefundedAsync(id)).ShouldBe(ConformanceWorld.Price);
        (await World.QueryRefundAsync("R-1"))["refund_state"].ShouldBe("SUCCESS");
        (await World.QueryAsync(id))["trade_state"].ShouldBe("REFUND");
        var told = World.Merchant.ToldOf(id, "REFUND").ShouldHaveSingleItem();
        told["out_request_no"].ShouldBe("R-1");
        told["refund_fee"].ShouldBe($"{ConformanceWorld.Price}");
        told["refund_state"].ShouldBe("SUCCESS");
        World.Gateway.Log.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task Parts_go_back_until_nothing_is_left()
    {
        var id = await World.PayAsync();

        await World.RefundAsync(id, "R-1", Part);
        await SettleAsync();
        await World.RefundAsync(id, "R-2", Part);
        await SettleAsync();
        var more = await World.RefundAsync(id, "R-3", Part);
        var rest = await World.RefundAsync(id, "R-4", ConformanceWorld.Price - (2 * Part));
        await SettleAsync();

        more["code"].ShouldBe("REFUND_EXCEEDS_PAYMENT", more.ToString());
        rest.Status.ShouldBe(201, rest.ToString());
        (await RefundedAsync(id)).ShouldBe(ConformanceWorld.Price);
        World.Merchant.ToldOf(id, "REFUND").Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_same_number_is_the_same_refund()
    {
        var id = await World.PayAsync();

        var first = await World.RefundAsync(id, "R-1", Part);
        var again = await World.RefundAsync(id, "R-1", Part);
        var other = await World.RefundAsync(id, "R-1", Part + 1);
        await SettleAsync();

        again.Status.ShouldBe(200, again.ToString());
        again["refund_id"].ShouldBe(first["refund_id"]);
        other["code"].ShouldBe("REFUND_CONTENT_DIFFERS", other.ToString());
        (await RefundedAsync(id)).ShouldBe(Part);
    }

    [Fact]
    public async Task Two_refunds_at_once_never_exceed_the_payment()
    {
        var id = await World.PayAsync();
        var most = ConformanceWorld.Price - 1;

        var answers = await Task.WhenAll(
            World.RefundAsync(id, "R-1", most), World.RefundAsync(id, "R-2", most));
        await SettleAsync();

        answers.Count(static a => a.Status == 201).ShouldBe(1, answers[0] + "\n" + answers[1]);
        answers.Count(static a => a["code"] == "REFUND_EXCEEDS_PAYMENT").ShouldBe(1);
        (await RefundedAsync(id)).ShouldBe(most);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_bad_answer_to_a_refund_never_refunds_twice_and_never_loses_it(
        string fault)
    {
        var id = await World.PayAsync();
        await World.Channel.FaultAsync(fault, count: 1, World.Rig.RefundOperation, seconds: 60);

        var asked = await World.LetItTakeAsync(World.RefundAsync(id, "R-1", Part));
        await World.Channel.HealAsync();
        await SettleAsync();

        asked.Status.ShouldBe(201, asked.ToString());
        asked["refund_state"].ShouldBeOneOf("PROCESSING", "SUCCESS");
        (await World.LetItTakeAsync(World.QueryRefundAsync("R-1")))["refund_state"]
            .ShouldBe("SUCCESS");
        (await RefundedAsync(id)).ShouldBe(Part);
        World.Merchant.ToldOf(id, "REFUND").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_refund_that_the_channel_never_heard_of_is_sent_again()
    {
        var id = await World.PayAsync();
        await World.Channel.FaultAsync("http_500", Often, World.Rig.RefundOperation);

        await World.LetItTakeAsync(World.RefundAsync(id, "R-1", Part));
        (await RefundedAsync(id)).ShouldBe(0);
        await World.Channel.HealAsync();
        await SettleAsync();

        (await RefundedAsync(id)).ShouldBe(Part);
    }

    [Fact]
    public async Task Nothing_goes_back_of_what_is_not_paid()
    {
        var id = await World.OpenAsync();

        var refund = await World.RefundAsync(id, "R-1", Part);

        refund["code"].ShouldBe("ORDER_NOT_PAID", refund.ToString());
    }

    [Fact]
    public async Task Money_for_a_closed_order_goes_back_by_itself_where_the_merchant_wants_it()
    {
        await RenewAsync(late: "refund");
        var id = await World.OpenAsync();
        await World.PostAsync($"/v1/payments/{id}/close");

        (await World.Channel.PayAsync(NumberOf(id))).ShouldBeTrue();
        await ConformanceWorld.UntilAsync(
            async () => !(await World.StoredAsync(id)).Refunds.IsEmpty);
        await SettleAsync();

        (await World.StoredAsync(id)).State.ShouldBe(OrderState.Closed);
        (await RefundedAsync(id)).ShouldBe(ConformanceWorld.Price);
        World.Merchant.ToldOf(id, "REFUND").ShouldHaveSingleItem()["refund_origin"]
            .ShouldBe("LATE_SUCCESS");
    }

    [Fact]
    public async Task A_payer_who_pays_twice_gets_the_second_payment_back()
    {
        if (World.Rig.OtherPageProduct is not { } other)
        {
            // A single product's attempt is reused, and its channel takes money for it once.
            var only = await World.PayAsync();
            (await World.Channel.PayAsync(NumberOf(only))).ShouldBeFalse();
            return;
        }

        var created = await World.CreateAsync(product: null);
        var id = created["transaction_id"];
        await World.BrowseAsync($"cashier/{id}/{World.Rig.PageProduct}");
        await World.BrowseAsync($"cashier/{id}/{other}");
        (await World.Channel.PayAsync(NumberOf(id, attempt: 2))).ShouldBeTrue();
        await ConformanceWorld.UntilAsync(
            async () => (await World.StoredAsync(id)).State == OrderState.Success);
        (await World.Channel.PayAsync(NumberOf(id, attempt: 1))).ShouldBeTrue();
        await ConformanceWorld.UntilAsync(
            async () => !(await World.StoredAsync(id)).Refunds.IsEmpty);
        await SettleAsync();

        (await RefundedAsync(id)).ShouldBe(ConformanceWorld.Price);
        (await RefundedAsync(id, attempt: 2)).ShouldBe(0);
        World.Merchant.ToldOf(id, "REFUND").ShouldHaveSingleItem()["refund_origin"]
            .ShouldBe("SECOND_SUCCESS");
    }

    /// <summary>Some channels give money back at once, others in their own time.</summary>
    private Task<int> SettleAsync()
        => World.LetItTakeAsync(World.Gateway.PassAsync(TimeSpan.FromHours(3)));

    private async Task<long> RefundedAsync(string id, int attempt = 1)
        => (await World.Channel.ShowAsync(NumberOf(id, attempt))).Refunded;
}
