using System.Text;

namespace PayFunctions.Tests.Sandbox.Alipay;

public sealed class GatewayCheckTests : IAsyncLifetime
{
    private const string Query = "alipay.trade.query";
    private const string Content = """{"out_trade_no":"T1"}""";

    private AlipayWorld world = null!;

    public async ValueTask InitializeAsync() => world = await AlipayWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Theory]
    [InlineData("method", "isv.missing-method", true)]
    [InlineData("app_id", "isv.missing-app-id", false)]
    [InlineData("sign_type", "isv.missing-signature-type", true)]
    [InlineData("timestamp", "isv.missing-timestamp", true)]
    [InlineData("version", "isv.missing-version", true)]
    [InlineData("charset", "isv.missing-charset", true)]
    public async Task A_missing_common_parameter_is_named(
        string name, string subCode, bool isSigned)
    {
        var answer = await AnswerAsync(world.Call(Query, Content).Without(name));

        answer["code"].ShouldBe("40001");
        answer["sub_code"].ShouldBe(subCode);
        answer.Genuine.ShouldBe(isSigned ? true : null);
    }

    [Fact]
    public async Task A_missing_signature_is_answered_without_a_signature()
    {
        using var response = await world.Client.GetAsync(
            $"/gateway.do?app_id={AlipayVectors.AppId}&method={Query}&charset=utf-8");

        var answer = await SignedAnswer.ReadAsync(response);
        answer["sub_code"].ShouldBe("isv.missing-signature");
        answer.Genuine.ShouldBeNull();
    }

    [Theory]
    [InlineData("app_id", "2021000000009999", "isv.invalid-app-id")]
    [InlineData("charset", "latin1", "isv.invalid-charset")]
    [InlineData("sign_type", "RSA", "isv.invalid-signature-type")]
    [InlineData("sign", "bm8=", "isv.invalid-signature")]
    [InlineData("timestamp", "2026-01-02T03:04:05Z", "isv.invalid-timestamp")]
    [InlineData("timestamp", "2026-01-02 02:54:04", "isv.invalid-timestamp")]
    [InlineData("timestamp", "2026-01-02 03:14:06", "isv.invalid-timestamp")]
    [InlineData("version", "2.0", "isv.invalid-version")]
    [InlineData("format", "XML", "isv.invalid-format")]
    [InlineData("notify_url", "ftp://shop.example/notify", "isv.invalid-parameter")]
    [InlineData("app_auth_token", "12345678901234567890123456789012345678901",
        "isv.invalid-parameter")]
    [InlineData("method", "alipay.trade.create", "isv.invalid-method")]
    [InlineData("encrypt_type", "AES", "isv.invalid-encrypt-type")]
    [InlineData("app_auth_token", "nobody", "aop.invalid-app-auth-token")]
    [InlineData("biz_content", "{", "isv.invalid-parameter")]
    [InlineData(
        "biz_content", """{"out_trade_no":"1","out_trade_no":"2"}""", "isv.invalid-parameter")]
    [InlineData("biz_content", "{}", "ACQ.INVALID_PARAMETER")]
    public async Task A_wrong_value_is_refused_with_its_own_reason(
        string name, string value, string subCode)
    {
        var answer = await AnswerAsync(world.Call(Query, Content).With(name, value));

        answer["sub_code"].ShouldBe(subCode);
    }

    [Fact]
    public async Task Of_many_wrongs_the_first_in_order_is_the_answer()
    {
        var call = world.Call("alipay.no.method", "{")
            .With("version", "2.0").With("timestamp", "now").With("sign", "bm8=")
            .With("app_id", "1").Without("sign_type");
        var found = new List<string>();

        (string Name, string Value)[] repairs =
        [
            ("sign_type", "RSA2"), ("app_id", AlipayVectors.AppId), ("sign", ""),
            ("timestamp", "2026-01-02 03:04:05"), ("version", "1.0"), ("method", Query),
            ("biz_content", Content),
        ];
        foreach (var (name, value) in repairs)
        {
            found.Add((await AnswerAsync(call))["sub_code"]);
            call = name is "sign" || found.Count > 3
                ? call.With(name, value).Without("sign")
                : call.With(name, value);
        }

        found.ShouldBe(
        [
            "isv.missing-signature-type", "isv.invalid-app-id", "isv.invalid-signature",
            "isv.invalid-timestamp", "isv.invalid-version", "isv.invalid-method",
            "isv.invalid-parameter",
        ]);
    }

    [Fact]
    public async Task An_unknown_application_is_answered_without_a_signature()
    {
        var answer = await AnswerAsync(world.Call(Query, Content).With("app_id", "2021"));

        answer["code"].ShouldBe("40002");
        answer.Genuine.ShouldBeNull();
    }

    [Theory]
    [InlineData("&version=1.0", "")]
    [InlineData("", "version=1.0")]
    [InlineData("", "a=1&a=1")]
    public async Task A_parameter_given_twice_is_refused(string query, string body)
    {
        var vector = AlipayVectors.Request("trade.query");

        using var response = await world.Client.PostAsync(
            $"/gateway.do?{AlipayVectors.Text(vector, "http", "query")}{query}",
            GatewayCaller.Form($"{AlipayVectors.Text(vector, "http", "body")}&{body}"));

        var answer = await SignedAnswer.ReadAsync(response);
        answer["sub_code"].ShouldBe("isv.invalid-parameter");
        answer["sub_msg"].ShouldContain("参数重复");
    }

    [Fact]
    public async Task The_charset_may_stand_in_the_address_and_in_the_form()
    {
        var vector = AlipayVectors.Request("trade.query");

        using var response = await world.Client.PostAsync(
            $"/gateway.do?{AlipayVectors.Text(vector, "http", "query")}",
            GatewayCaller.Form($"{AlipayVectors.Text(vector, "http", "body")}&charset=utf-8"));

        (await SignedAnswer.ReadAsync(response))["sub_code"].ShouldBe("ACQ.TRADE_NOT_EXIST");
    }

    [Theory]
    [InlineData("a=%")]
    [InlineData("a=%4")]
    [InlineData("a=%zz")]
    [InlineData("a=%ff%fe")]
    public async Task Bytes_that_are_no_text_are_refused(string body)
    {
        using var response = await world.Client.PostAsync(
            "/gateway.do?charset=utf-8", GatewayCaller.Form(body));

        (await SignedAnswer.ReadAsync(response))["sub_code"].ShouldBe("isv.invalid-encoding");
    }

    [Fact]
    public async Task A_wrong_signature_is_told_the_text_that_was_signed()
    {
        var answer = await AnswerAsync(world.Call(Query, Content).With("sign", "bm8="));

        answer["sub_msg"].ShouldContain("app_id=2021000000000001&amp;biz_content=");
    }

    [Fact]
    public async Task A_call_works_by_GET_with_everything_in_the_query()
    {
        using var response = await world.Call(Query, Content).SendAsync(post: false);

        (await SignedAnswer.ReadAsync(response))["sub_code"].ShouldBe("ACQ.TRADE_NOT_EXIST");
    }

    [Fact]
    public async Task A_GBK_application_is_read_signed_and_answered_in_GBK()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;

        using var response = await world.Call(Query, Content, gbk, "GBK")
            .With("memo", "测试商品").SendAsync();

        response.Content.Headers.NonValidated["Content-Type"].ToString()
            .ShouldBe("text/html;charset=GBK");
        var answer = await SignedAnswer.ReadAsync(response, gbk);
        answer["sub_msg"].ShouldBe("交易不存在");
        answer.Genuine.ShouldBe(true);
    }

    private static async Task<SignedAnswer> AnswerAsync(GatewayCaller call)
    {
        using var response = await call.SendAsync();
        return await SignedAnswer.ReadAsync(response);
    }
}
