using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.MerchantApi;

/// <summary>Payments that the payer makes inside the wallet.</summary>
public sealed class WalletPaymentTests
{
    private const string InWallet = "Mozilla/5.0 (Linux; Android 16) Mobile TestWallet/8.0";

    private readonly TestGateway gateway = new();

    [Fact]
    public async Task The_answer_has_what_opens_the_wallet_and_the_attempt_is_open()
    {
        var answer = await CreateAsync(("payer_id", "\"o-1\""));

        answer.Status.ShouldBe(201, answer.Text);
        var order = gateway.Orders.Orders[^1];
        answer.Json["wallet"]!.ToJsonString().ShouldBe(
            $$"""{"trade":"{{order.Id}}01","payer":"\u003Co-1\u003E"}""");
        answer.Json.ContainsKey("code_url").ShouldBeFalse();
        order.State.ShouldBe(OrderState.UserPaying);
        order.Attempts.ShouldHaveSingleItem().Product.ShouldBe(TestChannel.WalletProduct);
        order.Terms.PayerId.ShouldBe("o-1");
    }

    [Fact]
    public async Task The_same_payment_again_has_it_again_under_the_same_attempt()
    {
        var first = await CreateAsync(("payer_id", "\"o-1\""));
        var second = await CreateAsync(("payer_id", "\"o-1\""));

        second.Status.ShouldBe(200);
        second.Json["wallet"]!.ToJsonString().ShouldBe(first.Json["wallet"]!.ToJsonString());
        gateway.Orders.Orders[^1].Attempts.Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(null, "PARAMETER_MISSING")]
    [InlineData("\"\"", "PARAMETER_MISSING")]
    [InlineData("\"a\\u0007b\"", "PARAMETER_INVALID")]
    [InlineData("7", "PARAMETER_INVALID")]
    public async Task A_payer_that_the_channel_cannot_know_is_refused(string? raw, string code)
    {
        var answer = await CreateAsync(("payer_id", raw));

        answer.Code.ShouldBe(code);
        answer.Detail.ShouldStartWith("payer_id");
        gateway.Orders.Orders.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(128, 201)]
    [InlineData(129, 400)]
    public async Task A_payers_id_has_a_longest(int length, int status)
        => (await CreateAsync(("payer_id", $"\"{new string('o', length)}\"")))
            .Status.ShouldBe(status);

    [Fact]
    public async Task Another_payer_is_other_content()
    {
        await CreateAsync(("payer_id", "\"o-1\""));

        (await CreateAsync(("payer_id", "\"o-2\""))).Code.ShouldBe("ORDER_CONTENT_DIFFERS");
    }

    [Fact]
    public async Task A_product_of_an_application_needs_no_payer()
    {
        var answer = await gateway.SendAsync(MerchantRequest.Create(
            PaymentBody.Json(("channel", "\"test_app\""))));

        answer.Status.ShouldBe(201, answer.Text);
        answer.Json["wallet"]!["trade"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_channel_that_refuses_is_named()
    {
        gateway.Channel.Wallet = new PageRefused("no such payer");

        var answer = await CreateAsync(("payer_id", "\"o-1\""));

        answer.Code.ShouldBe("CHANNEL_REFUSED");
        answer.Detail.ShouldContain("no such payer");
    }

    [Fact]
    public async Task A_channel_that_does_not_say_may_be_asked_again()
    {
        gateway.Channel.Wallet = new PageUnknown("no answer in time");

        (await CreateAsync(("payer_id", "\"o-1\""))).Code.ShouldBe("CHANNEL_UNDECIDED");
    }

    [Fact]
    public async Task The_cashier_opens_the_wallet_from_inside_of_it()
    {
        var order = await gateway.CreateOrderAsync(("payer_id", "\"o-1\""));

        var choice = await ShowAsync($"/cashier/{order.Id}", InWallet);
        var page = await ShowAsync($"/cashier/{order.Id}/{TestChannel.WalletProduct}", InWallet);

        choice.Text.ShouldContain($"/cashier/{order.Id}/{TestChannel.WalletProduct}");
        page.Status.ShouldBe(200);
        page.Text.ShouldContain("data-bridge=\"TestBridge\"");
        page.Text.ShouldContain("data-ready=\"TestReady\"");
        page.Text.ShouldContain("data-method=\"call\"");
        page.Text.ShouldContain("data-operation=\"pay\"");
        page.Text.ShouldContain("data-name=\"payer\" value=\"&lt;o-1&gt;\"");
        page.Text.ShouldContain("/assets/wallet.js?v=");
        page.Headers.ContentSecurityPolicy.ToString().ShouldContain("script-src 'self'");
    }

    [Theory]
    [InlineData("\"o-1\"", "Mozilla/5.0 (X11; Linux x86_64)")]
    [InlineData(null, InWallet)]
    public async Task Elsewhere_or_for_a_stranger_the_cashier_does_not_offer_it(
        string? payer, string browser)
    {
        var order = await gateway.CreateOrderAsync(("payer_id", payer));

        var choice = await ShowAsync($"/cashier/{order.Id}", browser);

        choice.Text.ShouldNotContain(TestChannel.WalletProduct);
        choice.Text.ShouldNotContain(TestChannel.AppProduct);
        choice.Text.ShouldContain(TestChannel.Product);
    }

    [Fact]
    public async Task A_product_that_the_merchant_names_is_offered_in_any_browser()
    {
        await CreateAsync(("payer_id", "\"o-1\""));
        var order = gateway.Orders.Orders[^1];

        var choice = await ShowAsync($"/cashier/{order.Id}", "Mozilla/5.0 (X11)");

        choice.Text.ShouldContain($"/cashier/{order.Id}/{TestChannel.WalletProduct}");
    }

    private Task<Answer> CreateAsync((string, string?) change)
        => gateway.SendAsync(MerchantRequest.Create(
            PaymentBody.Json(("channel", $"\"{TestChannel.WalletProduct}\""), change)));

    private Task<Answer> ShowAsync(string target, string browser)
    {
        var context = gateway.NewContext("GET", target, []);
        context.Request.Headers.UserAgent = browser;
        return TestGateway.SendAsync(context);
    }
}
