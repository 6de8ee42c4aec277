using System.Text;

namespace PayFunctions.Tests.MerchantApi;

public sealed class BodyTests
{
    private const int Limit = 64 * 1024;

    private readonly TestGateway gateway = new();

    [Theory]
    [InlineData("", "PARAMETER_MISSING")]
    [InlineData("{}", "PARAMETER_MISSING")]
    [InlineData(" \r\n{} \t", "PARAMETER_MISSING")]
    [InlineData("   ", "BODY_MALFORMED")]
    [InlineData("null", "BODY_MALFORMED")]
    [InlineData("[]", "BODY_MALFORMED")]
    [InlineData("[{}]", "BODY_MALFORMED")]
    [InlineData("\"text\"", "BODY_MALFORMED")]
    [InlineData("1", "BODY_MALFORMED")]
    [InlineData("{", "BODY_MALFORMED")]
    [InlineData("{}{}", "BODY_MALFORMED")]
    [InlineData("{} x", "BODY_MALFORMED")]
    [InlineData("{}\0", "BODY_MALFORMED")]
    [InlineData("{\"subject\":\"a\",}", "BODY_MALFORMED")]
    [InlineData("{'subject':'a'}", "BODY_MALFORMED")]
    [InlineData("{subject:\"a\"}", "BODY_MALFORMED")]
    [InlineData("{\"subject\":\"a\" /* why */}", "BODY_MALFORMED")]
    [InlineData("{\"total_fee\":NaN}", "BODY_MALFORMED")]
    [InlineData("{\"total_fee\":Infinity}", "BODY_MALFORMED")]
    [InlineData("{\"total_fee\":007}", "BODY_MALFORMED")]
    [InlineData("{\"total_fee\":+7}", "BODY_MALFORMED")]
    [InlineData("{\"total_fee\":0x10}", "BODY_MALFORMED")]
    [InlineData("{\"total_fee\":.5}", "BODY_MALFORMED")]
    [InlineData("{\"subject\":\"a\",\"subject\":\"a\"}", "BODY_MALFORMED")]
    [InlineData("{\"subject\":\"a\",\"\\u0073ubject\":\"a\"}", "BODY_MALFORMED")]
    [InlineData("{\"attach\":{\"a\":1,\"a\":2}}", "BODY_MALFORMED")]
    [InlineData("{\"Subject\":\"a\"}", "BODY_MALFORMED")]
    [InlineData("{\"\":1}", "BODY_MALFORMED")]
    [InlineData("{\"unknown\":null}", "BODY_MALFORMED")]
    [InlineData("{\"subject\":\"\\ud800\"}", "BODY_MALFORMED")]
    [InlineData("{\"subject\":\"\\udc00\\ud800\"}", "BODY_MALFORMED")]
    [InlineData("{\"\\ud800\":1}", "BODY_MALFORMED")]
    [InlineData("{\"\\ud800\":1,\"\\ud800\":1}", "BODY_MALFORMED")]
    [InlineData("{\"subject\":\"a\nb\"}", "BODY_MALFORMED")]
    [InlineData("{\"attach\":[[[[1]]]]}", "BODY_MALFORMED")]
    [InlineData("{\"subject\":1,\"unknown\":1}", "BODY_MALFORMED")]
    [InlineData("{\"subject\":1,\"attach\":\"\\ud800\"}", "BODY_MALFORMED")]
    [InlineData("{\"subject\":1}", "PARAMETER_INVALID")]
    public async Task A_body_is_one_flat_object_of_known_members(string json, string code)
    {
        var answer = await gateway.SendAsync(MerchantRequest.Create(json));

        answer.Code.ShouldBe(code, answer.Text);
        answer.Status.ShouldBe(400);
        gateway.Orders.Orders.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("EFBBBF7B7D")]
    [InlineData("FEFF007B007D")]
    [InlineData("7B227375626A656374223A22FF227D")]
    [InlineData("7B227375626A656374223A22C080227D")]
    [InlineData("7B227375626A656374223A22EDA080227D")]
    [InlineData("7B22FF223A317D")]
    [InlineData("7B7DFF")]
    public async Task Bytes_that_are_not_plain_UTF_8_are_malformed(string hex)
    {
        var answer = await gateway.SendAsync(MerchantRequest.Create("") with
        {
            Body = Convert.FromHexString(hex),
        });

        answer.Code.ShouldBe("BODY_MALFORMED");
    }

    [Fact]
    public async Task A_body_nested_ten_thousand_deep_is_malformed()
    {
        var nested = new string('[', 10_000) + new string(']', 10_000);

        var answer = await gateway.SendAsync(MerchantRequest.Create(
            PaymentBody.Json(("attach", nested))));

        answer.Code.ShouldBe("BODY_MALFORMED");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_may_have_64_KiB_and_not_one_byte_more(bool hasLength)
    {
        var fits = Padded(Limit) with { HasLength = hasLength };
        var exceeds = Padded(Limit + 1) with { HasLength = hasLength };

        var refused = await gateway.SendAsync(exceeds);
        var storedBefore = gateway.Orders.Orders.Count;
        var taken = await gateway.SendAsync(fits);

        refused.Status.ShouldBe(413);
        refused.Code.ShouldBe("BODY_TOO_LARGE");
        storedBefore.ShouldBe(0);
        taken.Status.ShouldBe(201);
    }

    [Theory]
    [InlineData("application/json", null)]
    [InlineData("application/json; charset=utf-8", null)]
    [InlineData("Application/JSON;charset=UTF-8", null)]
    [InlineData("application/json; charset=gbk", "CONTENT_TYPE_UNSUPPORTED")]
    [InlineData("application/problem+json", "CONTENT_TYPE_UNSUPPORTED")]
    [InlineData("text/json", "CONTENT_TYPE_UNSUPPORTED")]
    [InlineData("application/x-www-form-urlencoded", "CONTENT_TYPE_UNSUPPORTED")]
    [InlineData("json", "CONTENT_TYPE_UNSUPPORTED")]
    [InlineData("", "CONTENT_TYPE_UNSUPPORTED")]
    [InlineData(null, "CONTENT_TYPE_UNSUPPORTED")]
    public async Task A_body_says_that_it_is_JSON(string? contentType, string? code)
    {
        var answer = await gateway.SendAsync(
            MerchantRequest.Create(PaymentBody.Json()) with { ContentType = contentType });

        answer.Code.ShouldBe(code);
        answer.Status.ShouldBe(code is null ? 201 : 415);
    }

    [Theory]
    [InlineData("close")]
    [InlineData("resend")]
    public async Task Calls_without_members_take_no_body_or_an_empty_object(string what)
    {
        var order = await gateway.PayOrderAsync();
        var target = what is "close"
            ? $"/v1/payments/{order.Id}/close"
            : $"/v1/notifications/{order.Id}{order.Version:D6}/resend";

        var nothing = await gateway.SendAsync(MerchantRequest.Post(target));
        var empty = await gateway.SendAsync(MerchantRequest.Post(target, "{}"));
        var plain = await gateway.SendAsync(
            MerchantRequest.Post(target, "{}") with { ContentType = "text/plain" });
        var member = await gateway.SendAsync(MerchantRequest.Post(target, "{\"a\":1}"));

        nothing.Code.ShouldBe(what is "close" ? "ORDER_PAID" : null);
        empty.Code.ShouldBe(nothing.Code);
        plain.Code.ShouldBe("CONTENT_TYPE_UNSUPPORTED");
        member.Code.ShouldBe("BODY_MALFORMED");
    }

    private static MerchantRequest Padded(int length)
    {
        var json = Encoding.UTF8.GetBytes(PaymentBody.Json());
        return MerchantRequest.Create("") with
        {
            Body = [.. json, .. Enumerable.Repeat((byte)' ', length - json.Length)],
        };
    }
}
