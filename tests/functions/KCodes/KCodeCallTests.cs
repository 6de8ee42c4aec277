using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Storage;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.KCodes;

public sealed class KCodeCallTests
{
    private readonly TestGateway gateway = new();

    [Fact]
    public async Task A_code_is_sent_and_pays()
    {
        var sent = await gateway.SendKCodeAsync();
        var paid = await gateway.PayByKCodeAsync(
            ("acc_name", "\"张三\""), ("certificate_type", "\"I\""),
            ("certificate_no", "\"110101199003070011\""), ("exp_date", "\"1230\""),
            ("cvv2", "\"321\""));

        var id = gateway.Orders.Orders[^1].Id;
        sent.Status.ShouldBe(201, sent.Text);
        sent.Text.ShouldBe(
            "{\"transaction_id\":\"" + id + "\",\"out_trade_no\":\"A-1\","
            + "\"trade_state\":\"USERPAYING\",\"total_fee\":100,\"fee_type\":\"CNY\","
            + "\"subject\":\"Tea\",\"time_created\":\"2026-03-01T12:00:00Z\","
            + "\"time_expire\":\"2026-03-01T14:00:00Z\",\"order_version\":3,"
            + "\"channel\":\"test_kcode\",\"kcode_state\":\"SENT\",\"kcode_sends_left\":4,"
            + "\"kcode_tries_left\":5,\"request_id\":\"request-1\"}");
        (paid.Status, paid["trade_state"], paid["kcode_state"])
            .ShouldBe((200, "SUCCESS", "PAID"));
        gateway.KCodes.Cards.ShouldHaveSingleItem().RevealNumber()
            .ShouldBe("6228480000000000001");
        var proof = gateway.KCodes.Proofs.ShouldHaveSingleItem();
        KCodeProof.Members.Select(proof.Reveal).ShouldBe(
            ["123456", "张三", "I", "110101199003070011", "1230", "321"]);
    }

    [Fact]
    public async Task The_same_request_is_answered_the_same_and_sends_no_second_code()
    {
        var first = await gateway.SendKCodeAsync();
        gateway.Clock.Advance(TimeSpan.FromMinutes(5));

        var again = await gateway.SendKCodeAsync();

        (again.Status, again.Text).ShouldBe((200, first.Text));
        gateway.KCodes.Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Another_card_under_the_same_request_number_sends_nothing()
    {
        await gateway.SendKCodeAsync();

        await gateway.SendKCodeAsync(("card_no", "\"6228480000000000002\""));

        gateway.KCodes.Cards.ShouldHaveSingleItem().RevealNumber()
            .ShouldBe("6228480000000000001");
        (await gateway.SendKCodeAsync(("total_fee", "101"))).Code
            .ShouldBe("ORDER_CONTENT_DIFFERS");
    }

    [Fact]
    public async Task The_same_payment_is_answered_the_same_and_pays_once()
    {
        await gateway.SendKCodeAsync();
        gateway.KCodes.Paying = new Unknown("no answer");

        var first = await gateway.PayByKCodeAsync();
        var again = await gateway.PayByKCodeAsync(("code", "\"654321\""));

        (first.Status, first["trade_state"], first["kcode_state"])
            .ShouldBe((200, "USERPAYING", "PAYING"));
        (again.Status, again.Text).ShouldBe((200, first.Text));
        gateway.KCodes.Proofs.ShouldHaveSingleItem();
        (await gateway.PayByKCodeAsync(("out_request_no", "\"P-2\""))).Code
            .ShouldBe("CHANNEL_UNDECIDED");
    }

    [Fact]
    public async Task A_wrong_code_is_said_the_first_time_and_again()
    {
        await gateway.SendKCodeAsync();
        gateway.KCodes.Paying = new WrongCode("wrong");

        (await gateway.PayByKCodeAsync()).Code.ShouldBe("KCODE_WRONG");
        (await gateway.PayByKCodeAsync()).Code.ShouldBe("KCODE_WRONG");

        gateway.KCodes.Proofs.ShouldHaveSingleItem();
        gateway.KCodes.Paying = null;
        (await gateway.PayByKCodeAsync(("out_request_no", "\"P-2\"")))["trade_state"]
            .ShouldBe("SUCCESS");
        (await gateway.PayByKCodeAsync())["trade_state"].ShouldBe("SUCCESS");
    }

    [Fact]
    public async Task A_decline_ends_the_attempt_and_is_no_wrong_code()
    {
        await gateway.SendKCodeAsync();
        gateway.KCodes.Paying = new Declined("no money");

        var answer = await gateway.PayByKCodeAsync();

        (answer.Status, answer["trade_state"], answer["kcode_state"])
            .ShouldBe((200, "PAYERROR", "ENDED"));
        (await gateway.PayByKCodeAsync()).Text.ShouldBe(answer.Text);
        (await gateway.PayByKCodeAsync(("out_request_no", "\"P-2\""))).Code
            .ShouldBe("KCODE_NOT_OPEN");
    }

    [Fact]
    public async Task A_payer_who_has_to_sign_up_is_given_the_page_the_first_time_and_again()
    {
        gateway.KCodes.Sending = new KCodeNotSigned(new Uri("https://bank.example/sign?T=1"));

        var first = await gateway.SendKCodeAsync();
        var again = await gateway.SendKCodeAsync();

        (first.Status, first["kcode_state"], first["sign_url"])
            .ShouldBe((201, "NOT_SIGNED", "https://bank.example/sign?T=1"));
        (again.Status, again.Text).ShouldBe((200, first.Text));
        gateway.KCodes.Sending = new KCodeSent();
        var signed = await gateway.SendKCodeAsync(("out_request_no", "\"K-2\""));
        (signed.Status, signed["kcode_state"], signed["sign_url"]).ShouldBe((200, "SENT", null));
    }

    [Fact]
    public async Task A_refusal_names_the_banks_code_and_stays_one()
    {
        gateway.KCodes.Sending = new KCodeRefused("return code 2310");

        (await gateway.SendKCodeAsync()).Detail.ShouldStartWith("return code 2310: ");
        (await gateway.SendKCodeAsync()).Code.ShouldBe("KCODE_REFUSED");
        gateway.KCodes.Cards.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Where_the_banks_answer_is_lost_the_payer_may_have_the_code_and_pay()
    {
        gateway.KCodes.Sending = new KCodeUndecided("no answer in time");

        var sent = await gateway.SendKCodeAsync();

        (sent.Status, sent["kcode_state"]).ShouldBe((201, "UNDECIDED"));
        (await gateway.PayByKCodeAsync())["trade_state"].ShouldBe("SUCCESS");
    }

    [Fact]
    public async Task Where_the_bank_never_heard_of_it_another_code_says_so()
    {
        gateway.KCodes.Sending = new KCodeUndecided("no answer in time");
        await gateway.SendKCodeAsync();
        gateway.Clock.Advance(KCodeRules.SendEvery);
        gateway.KCodes.Resending = new KCodeRefused("return code 2307");

        (await gateway.ResendKCodeAsync()).Code.ShouldBe("KCODE_REFUSED");

        gateway.KCodes.Sending = new KCodeSent();
        (await gateway.SendKCodeAsync(("out_request_no", "\"K-2\"")))["kcode_state"]
            .ShouldBe("SENT");
    }

    [Fact]
    public async Task Another_code_is_sent_once_for_a_request_number()
    {
        await gateway.SendKCodeAsync();
        gateway.Clock.Advance(KCodeRules.SendEvery);

        var first = await gateway.ResendKCodeAsync();
        var again = await gateway.ResendKCodeAsync();

        (first.Status, first["kcode_sends_left"]).ShouldBe((200, "3"));
        again.Text.ShouldBe(first.Text);
        gateway.KCodes.Resends.ShouldBe(1);
    }

    [Fact]
    public async Task What_nobody_answered_is_asked_about_until_it_is_known()
    {
        await gateway.SendKCodeAsync();
        gateway.KCodes.Paying = new Unknown("no answer");
        await gateway.PayByKCodeAsync();
        gateway.KCodes.Outcome = new Succeeded(
            Money.OfFen(100), "K-1", TestChannel.PaidAt);

        gateway.Clock.Advance(KCodeRules.TryFor);
        await FollowAsync();

        var order = gateway.Orders.Orders[^1];
        (order.State, order.Payment!.ChannelTradeNo).ShouldBe((OrderState.Success, "K-1"));
        (await gateway.PayByKCodeAsync())["trade_state"].ShouldBe("SUCCESS");
    }

    [Fact]
    public async Task What_was_not_paid_some_time_later_lets_the_payer_enter_another_code()
    {
        await gateway.SendKCodeAsync();
        gateway.KCodes.Paying = new Unknown("no answer");
        await gateway.PayByKCodeAsync();

        gateway.Clock.Advance(KCodeRules.TryFor);
        await FollowAsync();

        (await gateway.PayByKCodeAsync()).Code.ShouldBe("KCODE_WRONG");
        gateway.KCodes.Paying = null;
        (await gateway.PayByKCodeAsync(("out_request_no", "\"P-2\"")))["trade_state"]
            .ShouldBe("SUCCESS");
    }

    [Theory]
    [InlineData("out_request_no", null, "PARAMETER_MISSING")]
    [InlineData("out_request_no", "\"a b\"", "PARAMETER_INVALID")]
    [InlineData("card_no", null, "PARAMETER_MISSING")]
    [InlineData("card_no", "\"12345\"", "PARAMETER_INVALID")]
    [InlineData("card_no", "\"6228 4800 0000 0000 001\"", "PARAMETER_INVALID")]
    [InlineData("card_no", "6228480000000000001", "PARAMETER_INVALID")]
    [InlineData("mobile_end", null, "PARAMETER_MISSING")]
    [InlineData("mobile_end", "\"13800008888\"", "PARAMETER_INVALID")]
    [InlineData("channel", "\"test_page\"", "CHANNEL_UNSUPPORTED")]
    [InlineData("auth_code", "\"1\"", "BODY_MALFORMED")]
    public async Task Bad_input_to_the_wish_for_a_code_has_a_name(
        string member, string? raw, string code)
    {
        (await gateway.SendKCodeAsync((member, raw))).Code.ShouldBe(code);

        gateway.KCodes.Cards.ShouldBeEmpty();
        gateway.Orders.Orders.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("out_request_no", null, "PARAMETER_MISSING")]
    [InlineData("code", null, "PARAMETER_MISSING")]
    [InlineData("code", "\"12 45\"", "PARAMETER_INVALID")]
    [InlineData("certificate_type", "\"i\"", "PARAMETER_INVALID")]
    [InlineData("certificate_type", "\"ID\"", "PARAMETER_INVALID")]
    [InlineData("certificate_no", "\"1\\\"2\"", "PARAMETER_INVALID")]
    [InlineData("exp_date", "\"12/30\"", "PARAMETER_INVALID")]
    [InlineData("cvv2", "\"1234\"", "PARAMETER_INVALID")]
    [InlineData("card_no", "\"6228480000000000001\"", "BODY_MALFORMED")]
    public async Task Bad_input_to_a_code_has_a_name(string member, string? raw, string code)
    {
        await gateway.SendKCodeAsync();

        (await gateway.PayByKCodeAsync((member, raw))).Code.ShouldBe(code);

        gateway.KCodes.Proofs.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_page_and_no_other_call_pays_with_it()
    {
        (await gateway.SendAsync(MerchantRequest.Create(PaymentBody.Json(
            ("channel", $"\"{TestKCodeChannel.Product}\""))))).Code
            .ShouldBe("CHANNEL_UNSUPPORTED");
        await gateway.SendKCodeAsync();
        var id = gateway.Orders.Orders[^1].Id;
        (await gateway.SendAsync("POST", $"/cashier/{id}/{TestChannel.Product}"))
            .Status.ShouldBe(404);
        (await gateway.SendAsync("POST", $"/cashier/{id}/{TestKCodeChannel.Product}"))
            .Status.ShouldBe(404);
    }

    [Fact]
    public async Task Another_application_finds_nothing()
    {
        await gateway.SendKCodeAsync();
        var id = gateway.Orders.Orders[^1].Id;

        var own = MerchantRequest.Post($"/v1/payments/{id}/kcode", PaymentBody.KCodePay());
        var paid = await gateway.SendAsync(own with
        {
            By = TestMerchant.Other,
        });

        paid.Code.ShouldBe("ORDER_NOT_FOUND");
        gateway.KCodes.Proofs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Card_and_code_have_no_readable_text_and_are_in_no_row()
    {
        await gateway.SendKCodeAsync();
        gateway.KCodes.Paying = new WrongCode("wrong");
        await gateway.PayByKCodeAsync(("certificate_no", "\"110101199003070011\""));

        gateway.KCodes.Cards[0].ToString().ShouldBe("***");
        gateway.KCodes.Proofs[0].ToString().ShouldBe("***");
        var row = string.Join('\n', OrderRowStore.ToRow(gateway.Orders.Orders[^1], "w")
            .Select(static c => $"{c.Key}={c.Value}"));
        foreach (var secret in (string[])["6228480000000000001", "123456", "110101199003070011"])
        {
            row.ShouldNotContain(secret);
            gateway.Orders.Orders[^1].ToString().ShouldNotContain(secret);
        }

        OrderRowStore.FromRow(OrderRowStore.ToRow(gateway.Orders.Orders[^1], "w"))
            .Attempts[0].KCode!.Tries.ShouldBe(
                gateway.Orders.Orders[^1].Attempts[0].KCode!.Tries);
    }

    /// <summary>What the queue does when the question is due.</summary>
    private async Task FollowAsync()
    {
        var order = gateway.Orders.Orders[^1];
        order.Attempts[0].AskAt.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(
            gateway.Clock.GetUtcNow());
        var stored = await gateway.Orders.FindAsync(order.Id, default);
        await gateway.Get<AskChannel>().RunAsync(stored!, order.Attempts[0], default);
    }
}
