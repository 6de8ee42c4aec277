using System.Globalization;
using System.Security.Cryptography;
using PayFunctions.Channels;
using PayFunctions.Channels.Alipay;

namespace PayFunctions.Tests.Channels.Alipay;

public sealed class AlipayAccountTests
{
    [Theory]
    [InlineData("app_id", null)]
    [InlineData("app_id", "202100000000000")]
    [InlineData("app_id", "202100000000000x")]
    [InlineData("app_id", "２021000000000001")]
    [InlineData("seller_id", null)]
    [InlineData("seller_id", "1088101106499364")]
    [InlineData("signing_key", null)]
    [InlineData("signing_key", "ä ä")]
    [InlineData("signing_key", "alipay_main")]
    [InlineData("public_key", null)]
    [InlineData("public_key", "AAAA")]
    [InlineData("public_key", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    [InlineData("gateway_uri", "")]
    [InlineData("gateway_uri", "openapi.alipay.com")]
    [InlineData("gateway_uri", "http://openapi.alipay.com/gateway.do")]
    [InlineData("gateway_uri", "https://openapi.alipay.com/gateway.do?x=y")]
    [InlineData("gateway_uri", "https://openapi.alipay.com/gateway.do#x")]
    [InlineData("gateway_uri", "https://user@openapi.alipay.com/gateway.do")]
    [InlineData("charset", "utf8")]
    [InlineData("charset", "gb2312")]
    [InlineData("auth_app_id", "2021000000000007")]
    [InlineData("App_Id", "2021000000000001")]
    [InlineData("timeout", "5")]
    public void A_wrong_setting_is_named_in_every_culture(string name, string? value)
    {
        foreach (var culture in (string[])["", "tr-TR", "zh-CN"])
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Faults((name, value)).ShouldHaveSingleItem().ShouldStartWith($"{name} ");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a&b")]
    [InlineData("01234567890123456789012345678901234567890")]
    public void A_wrong_token_is_named_and_not_shown(string token)
    {
        var fault = Faults(("secret:app_auth_token", token), ("auth_app_id", "2021000000000007"))
            .ShouldHaveSingleItem();

        fault.ShouldBe("app_auth_token must be 1 to 40 letters and digits.");
    }

    [Fact]
    public void A_token_and_the_application_that_gave_it_belong_together()
    {
        Faults(("secret:app_auth_token", "t")).ShouldHaveSingleItem()
            .ShouldStartWith("auth_app_id and the secret app_auth_token belong together");
        Faults(("secret:app_auth_token", "t"), ("auth_app_id", "7")).ShouldHaveSingleItem()
            .ShouldBe("auth_app_id must be 16 digits.");
        Faults(("secret:app_auth_token", "t"), ("auth_app_id", "2021000000000007"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_fault_is_said_at_once()
    {
        Faults(
            ("app_id", null), ("seller_id", null), ("signing_key", null), ("public_key", null),
            ("one", "1"), ("two", "2"), ("secret:three", "3")).Count.ShouldBe(7);
    }

    [Fact]
    public void An_unknown_secret_is_named()
    {
        Faults(("secret:private_key", "x")).ShouldHaveSingleItem()
            .ShouldBe("private_key is no secret of an Alipay account.");
    }

    [Fact]
    public void The_environment_chooses_the_gateway_and_a_setting_another()
    {
        Gateway().ShouldBe("https://openapi.alipay.com/gateway.do");
        Gateway(("environment", "test"))
            .ShouldBe("https://openapi-sandbox.dl.alipaydev.com/gateway.do");
        Gateway(
            ("environment", "test"), ("gateway_uri", "https://openapi.alipaydev.com/gateway.do"))
            .ShouldBe("https://openapi.alipaydev.com/gateway.do");
        Gateway(("gateway_uri", "http://127.0.0.1:8080/gateway.do"))
            .ShouldBe("http://127.0.0.1:8080/gateway.do");
    }

    [Fact]
    public void Small_keys_and_the_wrong_kind_of_key_are_refused()
    {
        using var small = RSA.Create(1024);
        var pkcs1 = AlipayVectors.Keys.GetProperty("alipay_gateway").Text("public_pkcs1_pem");
        var spki = Convert.FromBase64String(AlipayVectors.GatewayKey);

        AlipayPublicKey.TryRead(small.ExportSubjectPublicKeyInfoPem(), out _).ShouldBeFalse();
        AlipayPublicKey.TryRead(pkcs1, out _).ShouldBeFalse();
        AlipayPublicKey.TryRead(Convert.ToBase64String([.. spki, 0]), out _).ShouldBeFalse();
        AlipayPublicKey.TryRead(Convert.ToBase64String(spki[..^1]), out _).ShouldBeFalse();
        AlipayPublicKey.TryRead(null, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_key_may_be_pem_or_bare_even_with_line_breaks()
    {
        foreach (var text in (string[])
            [
                AlipayVectors.GatewayPem,
                AlipayVectors.GatewayKey,
                AlipayVectors.GatewayKey.Insert(64, "\r\n") + "\n",
            ])
        {
            AlipayPublicKey.TryRead(text, out var key).ShouldBeTrue();
            key!.Dispose();
        }
    }

    [Fact]
    public async Task What_cannot_be_opened_serves_nobody()
    {
        using var bench = new AlipayBench(("seller_id", null));

        bench.Read(Notice.Paid.Raw())
            .ShouldBe(new NotAccepted(NotificationRefusal.AccountUnknown));
        (await bench.Channel.QueryAsync(An.Trade, CancellationToken.None))
            .ShouldBe(new Unknown("the account cannot be used"));
    }

    private static IReadOnlyList<string> Faults(params (string, string?)[] settings)
    {
        using var bench = new AlipayBench();
        return bench.Channel.FaultsOf(AlipayBench.Material(settings));
    }

    private static string Gateway(params (string, string?)[] settings)
        => AlipayAccountRules.Open(AlipayBench.Material(settings)).Account.ShouldNotBeNull()
            .Gateway.AbsoluteUri;
}
