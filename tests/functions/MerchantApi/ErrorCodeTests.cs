using PayFunctions.MerchantApi;
using PayFunctions.Orders;

namespace PayFunctions.Tests.MerchantApi;

public sealed class ErrorCodeTests
{
    /// <summary>Codes that no answer carries unless we have a defect.</summary>
    private static readonly ApiErrorCode[] Elsewhere = [ApiErrorCode.Internal];

    public static TheoryData<string> Codes
        => [.. ErrorWays.All.Keys.Select(static c => c.ToString())];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Every_code_can_be_met(string name)
    {
        var code = Enum.Parse<ApiErrorCode>(name);
        var gateway = new TestGateway(
            TestMerchant.Shop.Registered,
            TestMerchant.Shop.Registered with { AppId = "closed", Enabled = false });

        var answer = await ErrorWays.All[code](gateway);

        var entry = ApiErrorMap.Of(code);
        answer.Code.ShouldBe(entry.Code);
        answer.Status.ShouldBe(entry.Status);
        answer.Detail.ShouldEndWith(entry.Sentence);
        answer["request_id"].ShouldBe(TestRequest.Id);
        answer.Headers.ContainsKey("Retry-After").ShouldBe(entry.Status is 503 or 429);
    }

    [Fact]
    public void No_code_is_left_out()
        => ErrorWays.All.Keys.Concat(Elsewhere)
            .ShouldBe(Enum.GetValues<ApiErrorCode>(), ignoreOrder: true);

    [Fact]
    public void Every_code_has_a_word_of_its_own()
        => Enum.GetValues<ApiErrorCode>().Select(static c => ApiErrorMap.Of(c).Code)
            .ShouldBeUnique(StringComparer.Ordinal);

    [Fact]
    public async Task A_payer_meets_a_closed_or_expired_order_as_a_page()
    {
        var gateway = new TestGateway();
        var order = await gateway.CreateOrderAsync();
        var start = $"/cashier/{order.Id}/{TestChannel.Product}";

        gateway.Clock.Advance(TimeSpan.FromHours(2));
        var expired = await gateway.SendAsync("POST", start);
        await gateway.SendAsync(MerchantRequest.Post($"/v1/payments/{order.Id}/close"));
        var closed = await gateway.SendAsync("POST", start);

        expired.Status.ShouldBe(ApiErrorMap.Of(ApiErrorCode.OrderExpired).Status);
        closed.Status.ShouldBe(ApiErrorMap.Of(ApiErrorCode.OrderClosed).Status);
        (await gateway.OrderAsync(order.Id)).Attempts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_payer_who_tried_too_often_is_told_so()
    {
        var gateway = new TestGateway();
        var order = await gateway.CreateOrderAsync();
        var start = $"/cashier/{order.Id}/{TestChannel.Product}";
        for (var attempt = 1; attempt <= AttemptRules.MaxAttempts; attempt++)
        {
            (await gateway.SendAsync("POST", start)).Status.ShouldBe(303);
            await gateway.NotifyAsync($"declined {order.Id}{attempt:D2}");
        }

        var answer = await gateway.SendAsync("POST", start);

        answer.Status.ShouldBe(409);
        answer.Text.ShouldContain("ATTEMPTS_EXHAUSTED");
    }

    [Theory]
    [InlineData("NotExpired")]
    [InlineData("AttemptUnknown")]
    [InlineData("AccountDiffers")]
    [InlineData("AmountDiffers")]
    [InlineData("TradeNumberDiffers")]
    [InlineData("SuccessContradicted")]
    [InlineData("RefundUnknown")]
    [InlineData("RefundContradicted")]
    public void A_refusal_that_no_merchant_can_cause_is_a_defect_of_ours(string refusal)
        => ApiError.Of(Enum.Parse<OrderRefusal>(refusal)).Code.ShouldBe(ApiErrorCode.Internal);
}
