namespace PayFunctions.Tests.MerchantApi;

/// <summary>The member <c>account</c> of a creation.</summary>
public sealed class AccountMemberTests
{
    private readonly TestGateway gateway = new(TestMerchant.Shop.Registered with
    {
        Accounts = TestMerchant.Shop.Registered.Accounts.SetItem(
            TestChannel.ChannelName, [TestChannel.Main, TestChannel.Second]),
    });

    [Theory]
    [InlineData(null, "main")]
    [InlineData("\"\"", "main")]
    [InlineData("\"main\"", "main")]
    [InlineData("\"second\"", "second")]
    public async Task The_payment_goes_through_the_named_account_or_the_preferred_one(
        string? raw, string account)
    {
        var order = await gateway.CreateOrderAsync(
            ("account", raw), ("channel", "\"test_page\""));

        await gateway.SendAsync("POST", $"/cashier/{order.Id}/{TestChannel.Product}");

        (await gateway.OrderAsync(order.Id)).Attempts.ShouldHaveSingleItem()
            .Account.ShouldBe(account);
    }

    [Fact]
    public async Task Without_a_channel_the_payer_is_offered_what_the_account_sells()
    {
        var order = await gateway.CreateOrderAsync(("account", "\"second\""));

        var page = await gateway.SendAsync("GET", $"/cashier/{order.Id}");

        page.Text.ShouldContain($"/cashier/{order.Id}/{TestChannel.Product}");
        page.Text.ShouldNotContain("bare_page");
    }

    [Theory]
    [InlineData("\"a b\"", null, "PARAMETER_INVALID")]
    [InlineData("1", null, "PARAMETER_INVALID")]
    [InlineData("\"third\"", "\"test_page\"", "CHANNEL_UNSUPPORTED")]
    [InlineData("\"a b\"", "\"test_page\"", "CHANNEL_UNSUPPORTED")]
    public async Task An_account_that_cannot_be_is_refused(
        string raw, string? channel, string code)
    {
        var answer = await gateway.SendAsync(MerchantRequest.Create(
            PaymentBody.Json(("account", raw), ("channel", channel))));

        answer.Code.ShouldBe(code);
    }

    [Fact]
    public async Task Another_account_is_other_content()
    {
        await gateway.CreateOrderAsync(("account", "\"main\""));

        var answer = await gateway.SendAsync(MerchantRequest.Create(
            PaymentBody.Json(("account", "\"second\""))));

        answer.Code.ShouldBe("ORDER_CONTENT_DIFFERS");
    }
}
