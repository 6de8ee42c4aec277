namespace PayFunctions.Tests.Sdk.Requests;

public class PayFieldRulesTests
{
    private static readonly string Long = new('x', 257);

    public static TheoryData<string, string> Refused => new()
    {
        { "out_trade_no", "with space" },
        { "out_trade_no", "../x" },
        { "out_trade_no", "订单" },
        { "out_trade_no", Long[..65] },
        { "total_fee", "0" },
        { "total_fee", "-1" },
        { "total_fee", "+1" },
        { "total_fee", "1.00" },
        { "total_fee", "1,000" },
        { "total_fee", " 1" },
        { "total_fee", "01" },
        { "total_fee", "٣" },
        { "total_fee", "10000000001" },
        { "total_fee", "99999999999999999999" },
        { "fee_type", "USD" },
        { "fee_type", "cny" },
        { "subject", Long },
        { "subject", "a/b" },
        { "subject", "a=b" },
        { "subject", "a&b" },
        { "subject", "a\nb" },
        { "subject", "a\u0085b" },
        { "body", Long[..129] },
        { "body", "\t" },
        { "attach", new string('x', 513) },
        { "attach", "\0" },
        { "payer_id", new string('x', 129) },
        { "payer_id", "\0" },
        { "notify_url", "http://shop.example.com/n" },
        { "notify_url", "/pay/notify" },
        { "notify_url", "ftp://shop.example.com/n" },
        { "notify_url", "file:///etc/passwd" },
        { "notify_url", "https://user@shop.example.com/n" },
        { "notify_url", "https://shop.example.com/a b" },
        { "notify_url", "https://商店.example.com/" },
        { "notify_url", "https://shop.example.com/" + Long[..232] },
        { "return_url", "javascript:alert(1)" },
        { "channel", "alipay page" },
        { "channel", Long[..65] },
        { "account", "a/b" },
        { "subject", "a\ufffdb" },
        { "expires_in", "59" },
        { "expires_in", "1296001" },
        { "expires_in", "1e3" },
    };

    public static TheoryData<string, string> Taken => new()
    {
        { "out_trade_no", Long[..64] },
        { "total_fee", "1" },
        { "total_fee", "10000000000" },
        { "fee_type", "CNY" },
        { "subject", Long[..256] },
        { "subject", "茶 🍵 + %" },
        { "body", Long[..128] },
        { "attach", new string('x', 512) },
        { "payer_id", new string('x', 128) },
        { "notify_url", "https://shop.example.com:8443/n?a=1" },
        { "notify_url", "https://shop.example.com/" + Long[..231] },
        { "channel", "alipay_wap" },
        { "channel", "a-channel-of-a-later-gateway" },
        { "account", Long[..64] },
        { "expires_in", "60" },
        { "expires_in", "1296000" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_value_outside_the_wires_limits_is_refused_by_name(string name, string value)
    {
        var request = A.Request(Production()).SetParameter(name, value);

        var refusal = Should.Throw<PayRequestException>(request.GetUrl);

        refusal.Problems.ShouldHaveSingleItem().Name.ShouldBe(name);
        refusal.Message.ShouldStartWith($"The payment request is not valid: {name} must");
    }

    [Theory]
    [MemberData(nameof(Taken))]
    public void A_value_at_the_wires_limits_is_taken(string name, string value)
    {
        var request = A.Request(Production()).SetParameter(name, value);

        request.GetUrl().ShouldContain($"{name}={Uri.EscapeDataString(value)}&");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_http_address_is_taken_in_the_sandbox_or_when_allowed(bool sandbox)
    {
        var options = sandbox
            ? A.Options()
            : A.Options(one =>
            {
                one.Environment = PayEnvironment.Production(new Uri("https://pay.example.com"));
                one.AllowHttpCallbacks = true;
            });

        var url = A.Request(options).SetParameter("notify_url", "http://10.0.0.7/n").GetUrl();

        url.ShouldContain("notify_url=http%3A%2F%2F10.0.0.7%2Fn&");
    }

    [Fact]
    public void Half_a_character_is_refused()
    {
        var request = A.Request().SetParameter("subject", "a\ud83cb");

        Should.Throw<PayRequestException>(request.GetUrl).Message.ShouldContain("valid Unicode");
    }

    private static PayOptions Production()
        => A.Options(options => options.Environment
            = PayEnvironment.Production(new Uri("https://pay.example.com")));
}
