using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.MerchantApi;

public sealed class BarcodeCallTests
{
    /// <summary>Every fault of a charge's content, in the documented order.</summary>
    private static readonly (string Said, (string Name, string? Raw)[] Changes)[] Faults =
    [
        ("BODY_MALFORMED", [("zebra", "1")]),
        ("PARAMETER_INVALID return_url", [("return_url", "1")]),
        ("PARAMETER_MISSING subject", [("subject", null)]),
        ("AMOUNT_INVALID total_fee", [("total_fee", "0")]),
        ("URL_INVALID notify_url", [("notify_url", "\"x\"")]),
        ("CHANNEL_UNSUPPORTED channel", [("channel", "\"test_page\"")]),
        ("PARAMETER_INVALID account", [("account", "\"a b\"")]),
        ("PARAMETER_INVALID expires_in", [("expires_in", "1")]),
        ("PARAMETER_MISSING auth_code", [("auth_code", "\"\"")]),
        ("PARAMETER_INVALID wait_seconds", [("wait_seconds", "31")]),
        ("AUTH_CODE_INVALID auth_code", [("auth_code", "\"1234 5678\"")]),
        ("AUTH_CODE_INVALID auth_code", [("auth_code", "\"991234567890123456\"")]),
        ("CHANNEL_UNSUPPORTED channel", [("account", "\"second\"")]),
    ];

    private readonly TestGateway gateway = new();

    public static TheoryData<int> Places => [.. Enumerable.Range(0, Faults.Length)];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Of_two_faults_the_earlier_is_the_answer(int place)
    {
        var (expected, changes) = Faults[place];
        foreach (var (later, laterChanges) in Faults[place..])
        {
            var answer = await ChargeAsync([.. laterChanges, .. changes]);

            Said(answer).ShouldBe(expected, $"together with {later}");
        }

        gateway.Orders.Orders.ShouldBeEmpty();
        gateway.Channel.Charges.ShouldBe(0);
    }

    [Fact]
    public async Task A_charge_that_needs_no_confirmation_is_answered_201_and_paid()
    {
        gateway.Channel.Charging = Paid();

        var answer = await ChargeAsync(("attach", "\"till 7\""));

        var order = gateway.Orders.Orders.ShouldHaveSingleItem();
        answer.Status.ShouldBe(201);
        answer.Text.ShouldBe(
            "{\"transaction_id\":\"" + order.Id + "\",\"out_trade_no\":\"A-1\","
            + "\"trade_state\":\"SUCCESS\",\"total_fee\":100,\"fee_type\":\"CNY\","
            + "\"subject\":\"Tea\",\"time_created\":\"2026-03-01T12:00:00Z\","
            + "\"time_expire\":\"2026-03-01T14:00:00Z\",\"order_version\":3,"
            + "\"attach\":\"till 7\",\"channel\":\"test_barcode\","
            + "\"channel_trade_no\":\"T-1\",\"time_end\":\"2026-03-01T11:59:00Z\","
            + "\"request_id\":\"request-1\"}");
    }

    [Fact]
    public async Task A_payer_who_has_to_confirm_leaves_the_order_open()
    {
        var answer = await ChargeAsync();

        answer.Status.ShouldBe(201);
        answer["trade_state"].ShouldBe("USERPAYING");
    }

    [Fact]
    public async Task A_declined_code_is_no_error_of_the_call()
    {
        gateway.Channel.Charging = new Declined("no money");

        var declined = await ChargeAsync();
        gateway.Channel.Charging = Paid();
        var paid = await ChargeAsync(("auth_code", "\"280000000000000002\""));

        declined.Status.ShouldBe(201);
        declined["trade_state"].ShouldBe("PAYERROR");
        paid.Status.ShouldBe(200);
        paid["trade_state"].ShouldBe("SUCCESS");
    }

    [Fact]
    public async Task The_same_call_again_charges_nothing()
    {
        gateway.Channel.Charging = Paid();
        var first = await ChargeAsync();

        var again = await ChargeAsync();

        again.Status.ShouldBe(200);
        again.Text.ShouldBe(first.Text);
        gateway.Channel.Charges.ShouldBe(1);
    }

    [Fact]
    public async Task Another_code_while_one_is_undecided_is_not_charged()
    {
        await ChargeAsync();

        var answer = await ChargeAsync(("auth_code", "\"280000000000000002\""));

        answer.Code.ShouldBe("CHANNEL_UNDECIDED");
        gateway.Channel.Charges.ShouldBe(1);
    }

    [Fact]
    public async Task A_caller_that_waits_is_told_as_soon_as_it_is_decided()
    {
        var call = ChargeAsync(("wait_seconds", "30"));
        await gateway.Clock.WhenDueAsync(gateway.Clock.GetUtcNow().AddSeconds(1));
        var order = gateway.Orders.Orders.ShouldHaveSingleItem();
        await gateway.NotifyAsync($"paid {order.Id}01 100 T-1");
        gateway.Clock.Advance(TimeSpan.FromSeconds(1));

        var answer = await call;

        answer["trade_state"].ShouldBe("SUCCESS");
    }

    [Theory]
    [InlineData("\"test_barcode\"")]
    [InlineData(null)]
    public async Task The_product_may_be_named_or_left_to_the_code(string? channel)
    {
        await ChargeAsync(("channel", channel));

        gateway.Orders.Orders.ShouldHaveSingleItem().Attempts.ShouldHaveSingleItem()
            .Product.ShouldBe(TestChannel.Barcode);
    }

    [Fact]
    public async Task The_code_stands_in_no_log_line_and_no_answer()
    {
        await ChargeAsync();
        var broken = await ChargeAsync(("auth_code", "\"280123456789012345!\""));

        broken.Text.ShouldNotContain("280123456789012345");
        gateway.Log.Lines.ShouldAllBe(static l => !l.Contains("280123456789012345"));
    }

    [Fact]
    public async Task Only_a_till_product_can_be_charged_and_none_can_be_opened()
    {
        var page = await ChargeAsync(("channel", "\"test_page\""));
        var till = await gateway.SendAsync(MerchantRequest.Create(
            PaymentBody.Json(("channel", "\"test_barcode\""))));

        page.Code.ShouldBe("CHANNEL_UNSUPPORTED");
        till.Code.ShouldBe("CHANNEL_UNSUPPORTED");
    }

    private static Succeeded Paid() => new(Money.OfFen(100), "T-1", TestChannel.PaidAt);

    private static string Said(Answer answer)
        => answer.Code is "BODY_MALFORMED"
            ? answer.Code
            : $"{answer.Code} {answer.Detail.Split(": ")[0]}";

    private Task<Answer> ChargeAsync(params (string Name, string? Raw)[] changes)
        => gateway.SendAsync(MerchantRequest.Post(
            "/v1/payments/barcode", PaymentBody.Barcode(changes)));
}
