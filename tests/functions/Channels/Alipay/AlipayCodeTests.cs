using System.Text.Json;
using PayFunctions.Channels;

namespace PayFunctions.Tests.Channels.Alipay;

/// <summary>Codes that the payer scans: <c>alipay.trade.precreate</c>.</summary>
public sealed class AlipayCodeTests : IAsyncLifetime
{
    private const string Method = "trade.precreate";

    private AlipayTalk talk = null!;

    public async ValueTask InitializeAsync() => talk = await AlipayTalk.StartAsync();

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public async Task The_request_names_the_order_its_end_and_where_to_notify()
    {
        Ready("https://qr.alipay.com/bax1");

        await OpenAsync();

        talk.Common()["method"].ShouldBe("alipay.trade.precreate");
        talk.Common()["notify_url"].ShouldBe("https://pay.example.com/notify/alipay/main?x=1&y=2");
        talk.Common()["return_url"].ShouldBeNull();
        talk.Content().ShouldBe(
            $$"""{"out_trade_no":"{{An.Number}}","total_amount":"88.88","subject":"测试商品","""
            + "\"product_code\":\"FACE_TO_FACE_PAYMENT\",\"time_expire\":\"2026-01-02 05:04:05\"}");
    }

    [Theory]
    [InlineData(7200, null)]
    [InlineData(7261, "121m")]
    [InlineData(24 * 3600, "1440m")]
    [InlineData(30 * 24 * 3600, "21600m")]
    public async Task A_code_lives_as_long_as_its_order(int seconds, string? life)
    {
        Ready("https://qr.alipay.com/bax1");

        await OpenAsync(An.Order(lifetime: TimeSpan.FromSeconds(seconds)));

        var content = JsonElement.Parse(talk.Content());
        content.TryGetProperty("qr_code_timeout_express", out var said).ShouldBe(life is not null);
        if (life is not null)
        {
            said.GetString().ShouldBe(life);
        }
    }

    [Theory]
    [InlineData("precreate: URL with escaped slashes, signature over the escaped text")]
    [InlineData("escaped slashes on the wire, signature over the UNescaped text"
        + " (needs the second try)")]
    public async Task Escaped_slashes_of_the_address_are_read(string name)
    {
        var vector = AlipayVectors.Named(AlipayVectors.Responses, name);
        talk.Gateway.Says(vector.Text("body"));
        var elsewhere = await OpenAsync();

        talk.Gateway.Says(Signed.Answer(
            AlipayTalk.RootOf(Method),
            $$"""{"code":"10000","out_trade_no":"{{An.Number}}","qr_code":"https:\/\/q\/b"}"""));
        var ours = await OpenAsync();

        // The vector's order number is not ours: the answer is understood, and not about our trade.
        elsewhere.ShouldBe(new PageUnknown("the answer is not about this trade"));
        ours.ShouldBe(new CodeReady("https://q/b"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("bax1")]
    [InlineData("/bax1")]
    [InlineData("javascript:alert(1)")]
    [InlineData("weixin://wxpay/x")]
    public async Task What_is_no_address_is_no_code(string? code)
    {
        Ready(code);

        (await OpenAsync()).ShouldBe(new PageUnknown("the answer has no readable qr_code"));
    }

    [Fact]
    public async Task An_address_may_be_long_and_not_endless()
    {
        Ready("https://q/" + new string('x', 1014));
        (await OpenAsync()).ShouldBeOfType<CodeReady>();

        Ready("https://q/" + new string('x', 1015));
        (await OpenAsync()).ShouldBeOfType<PageUnknown>();
    }

    [Theory]
    [InlineData("40004", "ACQ.INVALID_PARAMETER", true)]
    [InlineData("40004", "ACQ.APPLY_PC_MERCHANT_CODE_ERROR", true)]
    [InlineData("40004", "ACQ.DEFAULT_SETTLE_RULE_NOT_EXIST", true)]
    [InlineData("40004", "ACQ.SYSTEM_ERROR", false)]
    [InlineData("40004", "ACQ.TRADE_HAS_SUCCESS", false)]
    [InlineData("40004", "ACQ.TRADE_HAS_CLOSE", false)]
    [InlineData("40004", "ACQ.CONTEXT_INCONSISTENT", false)]
    [InlineData("40004", "ACQ.SOMETHING_NEW", false)]
    [InlineData("40004", null, false)]
    [InlineData("20000", "isp.unknow-error", false)]
    [InlineData("20001", "aop.invalid-app-auth-token", true)]
    [InlineData("40001", "isv.missing-method", true)]
    [InlineData("40002", "isv.invalid-signature", true)]
    [InlineData("40003", "isv.missing-signature-config", true)]
    [InlineData("40005", "isv.app-call-limited", false)]
    [InlineData("40006", "isv.insufficient-isv-permissions", true)]
    [InlineData("10003", null, false)]
    [InlineData("99999", null, false)]
    [InlineData(null, null, false)]
    public async Task A_refusal_is_for_good_only_where_it_is_sure(
        string? code, string? subCode, bool forGood)
    {
        talk.Refuses(Method, code!, subCode);

        var opening = await OpenAsync();

        (opening is PageRefused).ShouldBe(forGood);
        (opening is PageUnknown).ShouldBe(!forGood);
    }

    [Fact]
    public async Task Trouble_is_unknown_and_the_wish_is_repeated()
    {
        talk.Gateway.Answer = static context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        (await OpenAsync()).ShouldBeOfType<PageUnknown>();
        talk.Gateway.Asked.Count.ShouldBe(3);
        (await talk.Channel.OpenCodeAsync(
            An.PageRequest(product: "alipay_qr", account: "gone"), CancellationToken.None))
            .ShouldBe(new PageUnknown("the account cannot be used"));
    }

    private void Ready(string? code)
        => talk.Says(Method, ("code", "10000"), ("msg", "Success"),
            ("out_trade_no", An.Number.ToString()), ("qr_code", code));

    private Task<PageOpening> OpenAsync(PayFunctions.Orders.Order? order = null)
        => talk.Channel.OpenCodeAsync(
            An.PageRequest(order, "alipay_qr"), CancellationToken.None);
}
