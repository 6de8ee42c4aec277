using System.Text.Json.Nodes;
using PayFunctions.Orders;
using PayFunctions.Tests.Conformance.World;

namespace PayFunctions.Tests.Conformance;

/// <summary>What a payment by card and a code from the payer's phone has to hold.</summary>
public abstract class KCodeConformance<TRig> : ChannelConformance<TRig>
    where TRig : ChannelRig, new()
{
    private const string Card = "6228480000000000001";

    public static TheoryData<string> Faults =>
    [
        "wrong_answer_signature", "unsigned_error", "busy", "http_500", "lost_answer",
        "cut_answer", "oversized_answer", "slow",
    ];

    [Fact]
    public async Task A_code_pays_and_the_merchant_is_told()
    {
        var id = await SendAsync();
        (await ShowAsync(id))["kcode_state"].ShouldBe("SENT");

        var paid = await PayAsync(id, "P-1", await CodeAsync(id));
        await SettleAsync();

        (paid.Status, paid["trade_state"]).ShouldBe((200, "SUCCESS"), paid.ToString());
        World.Merchant.ToldOf(id, "PAYMENT").ShouldHaveSingleItem()["trade_state"]
            .ShouldBe("SUCCESS");
        (await World.Channel.ShowAsync(NumberOf(id))).State.ShouldBe("paid");
        World.Gateway.Log.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_paid_goes_back_as_of_any_payment()
    {
        var id = await SendAsync();
        await PayAsync(id, "P-1", await CodeAsync(id));

        var refund = await World.RefundAsync(id, "R-1", 1_000);
        await SettleAsync();

        refund.Status.ShouldBe(201, refund.ToString());
        (await World.QueryRefundAsync("R-1"))["refund_state"].ShouldBe("SUCCESS");
        (await World.Channel.ShowAsync(NumberOf(id))).Refunded.ShouldBe(1_000);
    }

    [Fact]
    public async Task A_wrong_code_is_named_and_another_one_pays()
    {
        var id = await SendAsync();
        var code = await CodeAsync(id);

        var wrong = await PayAsync(id, "P-1", "x" + code);
        var again = await PayAsync(id, "P-1", code);
        var paid = await PayAsync(id, "P-2", code);

        (wrong["code"], again["code"]).ShouldBe(("KCODE_WRONG", "KCODE_WRONG"));
        paid["trade_state"].ShouldBe("SUCCESS", paid.ToString());
    }

    [Fact]
    public async Task Five_wrong_codes_close_the_attempt()
    {
        var id = await SendAsync();
        var code = await CodeAsync(id);
        for (var i = 1; i < KCodeRules.MaxTries; i++)
        {
            (await PayAsync(id, $"P-{i}", "x" + code))["code"].ShouldBe("KCODE_WRONG");
        }

        (await PayAsync(id, "P-8", "x" + code))["code"].ShouldBe("KCODE_TRIES_EXHAUSTED");
        (await PayAsync(id, "P-9", code))["code"].ShouldBe("KCODE_TRIES_EXHAUSTED");

        var shown = await ShowAsync(id);
        (shown["trade_state"], shown["kcode_state"]).ShouldBe(("PAYERROR", "EXHAUSTED"));
        (await World.Channel.ShowAsync(NumberOf(id))).State.ShouldBe("waiting");
    }

    [Fact]
    public async Task Another_code_is_sent_after_a_minute_and_once_for_a_number()
    {
        var id = await SendAsync();

        (await ResendAsync(id, "S-1"))["code"].ShouldBe("KCODE_TOO_SOON");
        World.Clock.Advance(KCodeRules.SendEvery);
        var first = await ResendAsync(id, "S-1");
        var code = await CodeAsync(id);
        var again = await ResendAsync(id, "S-1");

        (first.Status, again.Status).ShouldBe((200, 200));
        (await CodeAsync(id)).ShouldBe(code);
        (await PayAsync(id, "P-1", code))["trade_state"].ShouldBe("SUCCESS");
    }

    [Fact]
    public async Task The_same_request_sends_no_second_code()
    {
        var id = await SendAsync();
        var code = await CodeAsync(id);

        var again = await World.KCodeAsync(("out_trade_no", OutTradeNo));

        again.Status.ShouldBe(200, again.ToString());
        (await CodeAsync(id)).ShouldBe(code);
    }

    [Fact]
    public async Task A_payer_who_has_to_sign_up_is_given_the_page()
    {
        var created = await World.KCodeAsync(
            ("out_trade_no", OutTradeNo), ("card_no", World.Rig.UnsignedCard));

        (created["kcode_state"], created["trade_state"])
            .ShouldBe(("NOT_SIGNED", "PAYERROR"), created.ToString());
        await World.Rig.SignUpAsync(new Uri(created["sign_url"]));
        var next = await World.KCodeAsync(
            ("out_trade_no", OutTradeNo), ("card_no", World.Rig.UnsignedCard),
            ("out_request_no", "K-2"));
        next["kcode_state"].ShouldBe("SENT", next.ToString());
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_bad_answer_to_a_code_never_loses_or_doubles_a_payment(string fault)
    {
        var id = await SendAsync();
        var code = await CodeAsync(id);
        await World.Channel.FaultAsync(fault, count: 1, World.Rig.KCodePayOperation, seconds: 60);

        var asked = await World.LetItTakeAsync(PayAsync(id, "P-1", code));
        await World.Channel.HealAsync();
        await World.LetItTakeAsync(PayAsync(id, "P-1", code));
        await SettleAsync();

        asked.Status.ShouldBe(200, asked.ToString());
        var shown = await ShowAsync(id);
        var truth = (await World.Channel.ShowAsync(NumberOf(id))).State;
        if (truth is "paid")
        {
            shown["trade_state"].ShouldBe("SUCCESS", shown.ToString());
            World.Merchant.ToldOf(id, "PAYMENT").ShouldHaveSingleItem();
        }
        else
        {
            // The work was not done: the order has ended by its time, unpaid.
            shown["trade_state"].ShouldBe("CLOSED", shown.ToString());
        }

        World.Gateway.Log.Alarms.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_bad_answer_to_the_wish_for_a_code_keeps_nobody_from_paying(string fault)
    {
        await World.Channel.FaultAsync(
            fault, count: 1, World.Rig.KCodeSendOperation, seconds: 60);

        var created = await World.LetItTakeAsync(World.KCodeAsync(("out_trade_no", OutTradeNo)));
        await World.Channel.HealAsync();

        created["kcode_state"].ShouldBe("UNDECIDED", created.ToString());
        var id = created["transaction_id"];
        World.Clock.Advance(KCodeRules.SendEvery);
        var next = await ResendAsync(id, "S-1");
        if (next["code"] is "KCODE_REFUSED")
        {
            // The bank never heard of it.
            id = (await World.KCodeAsync(
                ("out_trade_no", OutTradeNo), ("out_request_no", "K-2")))["transaction_id"];
        }

        var attempt = (await World.StoredAsync(id)).Attempts.Length;
        var code = (await World.Channel.ShowAsync(NumberOf(id, attempt))).PhoneCode;
        (await PayAsync(id, "P-1", code!))["trade_state"].ShouldBe("SUCCESS");
    }

    [Fact]
    public async Task What_nobody_pays_ends_by_its_time()
    {
        var id = await SendAsync();

        await World.LetItTakeAsync(World.Gateway.PassAsync(TimeSpan.FromHours(6)));

        (await ShowAsync(id))["trade_state"].ShouldBe("CLOSED");
        (await PayAsync(id, "P-1", await CodeAsync(id)))["code"].ShouldBe("ORDER_CLOSED");
    }

    private const string OutTradeNo = "K-1";

    private async Task<string> SendAsync()
    {
        var created = await World.KCodeAsync(
            ("out_trade_no", OutTradeNo), ("card_no", Card));
        created.Status.ShouldBe(201, created.ToString());
        return created["transaction_id"];
    }

    private async Task<string> CodeAsync(string id)
        => (await World.Channel.ShowAsync(NumberOf(id))).PhoneCode.ShouldNotBeNull();

    private Task<Reply> ResendAsync(string id, string number)
        => World.CallAsync(
            HttpMethod.Post, $"/v1/payments/{id}/kcode/resend",
            new JsonObject { ["out_request_no"] = number });

    private Task<Reply> PayAsync(string id, string number, string code)
        => World.CallAsync(HttpMethod.Post, $"/v1/payments/{id}/kcode", new JsonObject
        {
            ["out_request_no"] = number,
            ["code"] = code,
            ["acc_name"] = "张三",
            ["certificate_type"] = "I",
            ["certificate_no"] = "110101199003070011",
        });

    private Task<Reply> ShowAsync(string id) => World.QueryAsync(id);

    private Task<int> SettleAsync()
        => World.LetItTakeAsync(World.Gateway.PassAsync(TimeSpan.FromHours(6)));
}
