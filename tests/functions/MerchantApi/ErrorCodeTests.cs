using PayFunctions.Channels;
using PayFunctions.MerchantApi;
using PayFunctions.Notifications;
using PayFunctions.Orders;

namespace PayFunctions.Tests.MerchantApi;

public sealed class ErrorCodeTests
{
    /// <summary>A shortest way to each code that a JSON answer can carry.</summary>
    private static readonly Dictionary<ApiErrorCode, Func<TestGateway, Task<Answer>>> Ways = new()
    {
        [ApiErrorCode.BodyTooLarge] = static g => g.SendAsync(
            Usual with { Body = new byte[(64 * 1024) + 1] }),
        [ApiErrorCode.AuthorizationMissing] = static g => g.SendAsync(
            Usual with { Authorization = [] }),
        [ApiErrorCode.AuthorizationMalformed] = static g => g.SendAsync(
            Usual with { Authorization = ["Basic"] }),
        [ApiErrorCode.TimestampOutOfRange] = static g => g.SendAsync(
            Usual with { Timestamp = "0" }),
        [ApiErrorCode.ApplicationUnknown] = static g => g.SendAsync(
            Usual with { AppId = "nobody" }),
        [ApiErrorCode.ApplicationDisabled] = static g => g.SendAsync(
            Usual with { AppId = "closed" }),
        [ApiErrorCode.KeyUnknown] = static g => g.SendAsync(Usual with { KeyId = "key-9" }),
        [ApiErrorCode.SignatureInvalid] = static g => g.SendAsync(
            Usual with { Signature = "AAAA" }),
        [ApiErrorCode.ContentTypeUnsupported] = static g => g.SendAsync(
            Usual with { ContentType = "text/plain" }),
        [ApiErrorCode.BodyMalformed] = static g => g.SendAsync(MerchantRequest.Create("[]")),
        [ApiErrorCode.ParameterDuplicated] = static g => g.SendAsync(
            MerchantRequest.Get("/v1/payments?out_trade_no=A&out_trade_no=B")),
        [ApiErrorCode.ParameterMissing] = static g => CreateAsync(g, "subject", null),
        [ApiErrorCode.ParameterInvalid] = static g => CreateAsync(g, "subject", "\"=\""),
        [ApiErrorCode.AmountInvalid] = static g => CreateAsync(g, "total_fee", "0"),
        [ApiErrorCode.CurrencyUnsupported] = static g => CreateAsync(g, "fee_type", "\"EUR\""),
        [ApiErrorCode.UrlInvalid] = static g => CreateAsync(g, "notify_url", "\"x\""),
        [ApiErrorCode.ChannelUnsupported] = static g => CreateAsync(g, "channel", "\"x\""),
        [ApiErrorCode.OrderNotFound] = static g => g.SendAsync(
            MerchantRequest.Get("/v1/payments?out_trade_no=A")),
        [ApiErrorCode.NotificationNotFound] = static g => g.SendAsync(
            MerchantRequest.Get("/v1/notifications/x")),
        [ApiErrorCode.OrderContentDiffers] = static async g =>
        {
            await g.CreateOrderAsync();
            return await CreateAsync(g, "total_fee", "1");
        },
        [ApiErrorCode.OrderPaid] = static async g => await CloseAsync(
            g, await g.PayOrderAsync()),
        [ApiErrorCode.ResendsExhausted] = static async g =>
        {
            var order = await g.PayOrderAsync();
            var file = await g.Orders.FindFileAsync(order.Id, CancellationToken.None);
            var attempt = new NoticeAttempt(order.CreatedAt, "gone", 410, "", 1);
            await g.Orders.SaveAsync(
                file!.Notices[0].Notice with { Attempts = [.. Enumerable.Repeat(attempt, 64)] },
                file.Notices[0].ETag, CancellationToken.None);
            return await g.SendAsync(MerchantRequest.Post(
                $"/v1/notifications/{file.Notices[0].Notice.Id}/resend"));
        },
        [ApiErrorCode.KeyLimit] = static async g =>
        {
            await PutKeyAsync(g, "key-2", TestMerchant.Other.PublicKey);
            return await PutKeyAsync(g, "key-3", TestMerchant.Other.PublicKey);
        },
        [ApiErrorCode.KeyInvalid] = static g => PutKeyAsync(g, "key-2", "AAAA"),
        [ApiErrorCode.KeyContentDiffers] = static g => PutKeyAsync(
            g, TestMerchant.KeyId, TestMerchant.Other.PublicKey),
        [ApiErrorCode.ChannelUndecided] = static async g =>
        {
            g.Channel.Outcome = new Unknown("no answer");
            return await CloseAsync(g, await g.OpenOrderAsync());
        },
        [ApiErrorCode.TryAgain] = static g =>
        {
            g.OrderTrouble.IsDown = true;
            return g.SendAsync(Usual);
        },
    };

    /// <summary>
    /// Codes that no JSON answer carries today, each with a test of its own below.
    /// </summary>
    private static readonly ApiErrorCode[] Elsewhere =
    [
        ApiErrorCode.OrderClosed, ApiErrorCode.OrderExpired, ApiErrorCode.AttemptsExhausted,
        ApiErrorCode.Internal,
    ];

    private static MerchantRequest Usual => MerchantRequest.Create(PaymentBody.Json());

    public static TheoryData<string> Codes => [.. Ways.Keys.Select(static c => c.ToString())];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Every_code_can_be_met(string name)
    {
        var code = Enum.Parse<ApiErrorCode>(name);
        var gateway = new TestGateway(
            TestMerchant.Shop.Registered,
            TestMerchant.Shop.Registered with { AppId = "closed", Enabled = false });

        var answer = await Ways[code](gateway);

        var entry = ApiErrorMap.Of(code);
        answer.Code.ShouldBe(entry.Code);
        answer.Status.ShouldBe(entry.Status);
        answer.Detail.ShouldEndWith(entry.Sentence);
        answer["request_id"].ShouldBe(TestRequest.Id);
        answer.Headers.ContainsKey("Retry-After").ShouldBe(entry.Status == 503);
    }

    [Fact]
    public void No_code_is_left_out()
        => Ways.Keys.Concat(Elsewhere).ShouldBe(Enum.GetValues<ApiErrorCode>(), ignoreOrder: true);

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
        await CloseAsync(gateway, order);
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
    public void A_refusal_that_no_merchant_can_cause_is_a_defect_of_ours(string refusal)
        => ApiError.Of(Enum.Parse<OrderRefusal>(refusal)).Code.ShouldBe(ApiErrorCode.Internal);

    private static Task<Answer> CreateAsync(TestGateway gateway, string name, string? raw)
        => gateway.SendAsync(MerchantRequest.Create(PaymentBody.Json((name, raw))));

    private static Task<Answer> CloseAsync(TestGateway gateway, Order order)
        => gateway.SendAsync(MerchantRequest.Post($"/v1/payments/{order.Id}/close"));

    private static Task<Answer> PutKeyAsync(TestGateway gateway, string keyId, string key)
        => gateway.SendAsync(
            "PUT", $"/platform/applications/shop/keys/{keyId}",
            $"{{\"public_key\":\"{key}\"}}");
}
