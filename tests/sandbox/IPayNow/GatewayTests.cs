using System.Net;
using System.Text;

namespace PayFunctions.Tests.Sandbox.IPayNow;

/// <summary>Who signs what, and which fields are wrong.</summary>
public sealed class GatewayTests : IAsyncLifetime
{
    private IPayNowWorld world = null!;

    public static TheoryData<string> Requests => IPayNowVectors.Requests;

    public async ValueTask InitializeAsync() => world = await IPayNowWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_golden_request_is_taken_for_genuine(string name)
    {
        var signature = IPayNowVectors.Named(name).GetProperty("signature").GetString()!;

        using var taken = await Golden(name).With("mhtSignature", signature).SendAsync();
        using var upper = await Golden(name)
            .With("mhtSignature", signature.ToUpperInvariant()).SendAsync();
        using var refused = await Golden(name)
            .With("mhtSignature", new string('0', 32)).SendAsync();

        Said(await taken.Content.ReadAsStringAsync()).ShouldNotContain("签名错误");
        Said(await upper.Content.ReadAsStringAsync()).ShouldNotContain("签名错误");
        Said(await refused.Content.ReadAsStringAsync()).ShouldContain("E001#验证签名[签名错误]");
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_golden_request_with_another_field_is_refused(string name)
    {
        var signature = IPayNowVectors.Named(name).GetProperty("signature").GetString()!;

        using var response = await Golden(name).With("mhtSignature", signature)
            .With("mhtCharset", "GBK").SendAsync();

        Said(await response.Content.ReadAsStringAsync()).ShouldContain("签名错误");
    }

    [Fact]
    public async Task The_version_decides_what_is_signed()
    {
        var wrong = world.Question("T1").With("deviceType", "08").With("version", "1.0.0");
        wrong.With("mhtSignature", Call.Signature(
            [
                new("appId", IPayNowVectors.AppId), new("deviceType", "08"),
                new("funcode", "MQ002"), new("mhtCharset", "UTF-8"), new("mhtOrderNo", "T1"),
                new("version", "1.0.0"),
            ]));

        (await wrong.AskAsync())["responseMsg"].ShouldContain("签名错误");
    }

    [Fact]
    public async Task An_application_nobody_registered_gets_an_unsigned_answer()
    {
        var answer = await world.Question("T1").With("appId", "9").AskAsync();

        answer["responseCode"].ShouldBe("A002");
        answer["responseMsg"].ShouldBe("E001#商户应用[应用不存在]");
        answer.IsGenuine.ShouldBeNull();
    }

    [Theory]
    [InlineData("MQ003", "/")]
    [InlineData("N001", "/")]
    [InlineData("", "/")]
    [InlineData("MQ002", "/refund/refundQuery")]
    [InlineData("Q001", "/refund/refundOrder")]
    [InlineData("R001", "/refund/refundQuery")]
    public async Task A_function_that_is_not_served_there_is_refused(string funcode, string path)
        => (await world.Question("T1").With("funcode", funcode).With("signType", "MD5")
            .AskAsync(path))["responseMsg"].ShouldContain("功能码错误");

    [Theory]
    [InlineData("MQ001")]
    [InlineData("T001")]
    public async Task Profile_bs_messages_know_no_function_of_profile_a_alone(string funcode)
        => (await world.Question("T1").With("version", "1.0.0").With("funcode", funcode)
            .AskAsync())["responseMsg"].ShouldContain("功能码错误");

    [Theory]
    [InlineData("R001")]
    [InlineData("Q002")]
    public async Task The_root_takes_refunds_too(string funcode)
        => (await world.Refund(funcode, "F1").With("amount", "1").With("mhtOrderNo", "T1")
            .AskAsync())["responseMsg"].ShouldContain("不存在");

    [Fact]
    public async Task A_key_that_travels_is_not_signed_and_warned_about()
    {
        using var response = await world.Question("T1").With("mhtSignature", Call.Signature(
            [
                new("appId", IPayNowVectors.AppId), new("funcode", "MQ002"),
                new("mhtCharset", "UTF-8"), new("mhtOrderNo", "T1"),
            ])).With("appKey", IPayNowVectors.Key).SendAsync();

        Said(await response.Content.ReadAsStringAsync()).ShouldContain("订单不存在");
        response.Headers.GetValues("X-Sandbox-Warning").Single()
            .ShouldBe("appKey must never travel.");
    }

    [Theory]
    [InlineData("a=1&a=2")]
    [InlineData("a=%FF")]
    [InlineData("a=%4")]
    public async Task What_cannot_be_read_is_a_bad_request(string body)
    {
        using var content = new StringContent(body, Encoding.ASCII);
        using var response = await world.Client.PostAsync("/", content);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("mhtOrderNo", "")]
    [InlineData("mhtOrderNo", "12345678901234567890123456789012345678901")]
    [InlineData("mhtOrderName", "")]
    [InlineData("mhtOrderType", "04")]
    [InlineData("mhtCurrencyType", "840")]
    [InlineData("mhtOrderAmt", "0")]
    [InlineData("mhtOrderAmt", "88.88")]
    [InlineData("mhtOrderAmt", "-1")]
    [InlineData("mhtOrderTimeOut", "59")]
    [InlineData("mhtOrderTimeOut", "3601")]
    [InlineData("mhtOrderStartTime", "2024-01-02 10:11:12")]
    [InlineData("mhtOrderStartTime", "")]
    [InlineData("notifyUrl", "")]
    [InlineData("notifyUrl", "ftp://shop.example/")]
    [InlineData("mhtCharset", "GBK")]
    [InlineData("mhtSignType", "SHA1")]
    [InlineData("deviceType", "02")]
    [InlineData("deviceType", "")]
    [InlineData("payChannelType", "")]
    [InlineData("payChannelType", "alipay")]
    [InlineData("outputType", "2")]
    [InlineData("mhtLimitPay", "2")]
    [InlineData("version", "2.0.0")]
    public async Task A_wrong_field_of_profile_b_is_named(string name, string value)
        => (await world.New("T1").With(name, value).AskAsync())["responseMsg"]
            .ShouldBe($"E002#参数校验[字段错误：{name}]");

    [Theory]
    [InlineData("0601", "13", "outputType", "1", "consumerCreateIp")]
    [InlineData("0601", "13", "outputType", "4", "outputType")]
    [InlineData("04", "12", "outputType", "1", "outputType")]
    [InlineData("05", "12", "channelAuthCode", "28a", "channelAuthCode")]
    [InlineData("0600", "12", "outputType", "1", "consumerId")]
    public async Task A_field_that_a_device_asks_for_is_named(
        string device, string channel, string name, string value, string missing)
        => (await world.New("T1", device, channel).With("frontNotifyUrl", "https://s.example/")
            .With(name, value).AskAsync())["responseMsg"]
            .ShouldBe($"E002#参数校验[字段错误：{missing}]");

    [Theory]
    [InlineData("frontNotifyUrl", "")]
    [InlineData("deviceType", "08")]
    [InlineData("payChannelType", "1")]
    [InlineData("mhtOrderType", "05")]
    public async Task A_wrong_field_of_profile_a_is_named_on_a_page(string name, string value)
    {
        using var response = await world.Old("T1").With(name, value).SendAsync();

        WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync())
            .ShouldContain($"E002#参数校验[字段错误：{name}]");
    }

    private Call Golden(string name) => new Call(world.Client).With(IPayNowVectors.Fields(name));

    private static string Said(string text)
        => text.StartsWith('<') ? WebUtility.HtmlDecode(text) : Uri.UnescapeDataString(text);
}
