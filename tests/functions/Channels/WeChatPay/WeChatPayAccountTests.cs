using System.Globalization;
using System.Security.Cryptography;
using PayFunctions.Channels;
using PayFunctions.Channels.WeChatPay;

namespace PayFunctions.Tests.Channels.WeChatPay;

public sealed class WeChatPayAccountTests
{
    [Theory]
    [InlineData("app_id", null)]
    [InlineData("app_id", "wx 1")]
    [InlineData("app_id", "wx000000000000000000000000000000a1x")]
    [InlineData("mch_id", null)]
    [InlineData("mch_id", "19990001o1")]
    [InlineData("sub_mch_id", "x")]
    [InlineData("sub_app_id", "wx00000000000000b2")]
    [InlineData("app_partner_id", "x")]
    [InlineData("signing_key", null)]
    [InlineData("signing_key", "wechat_pay")]
    [InlineData("merchant_serial", null)]
    [InlineData("merchant_serial", "336790611faa0363cc5718eaeb522c504c73586d")]
    [InlineData("merchant_serial", "1234567")]
    [InlineData("secret:api_v3_key", null)]
    [InlineData("secret:api_v3_key", "short")]
    [InlineData("wechatpay_public_key", null)]
    [InlineData("wechatpay_public_key", "AAAA")]
    [InlineData("wechatpay_public_key_id", null)]
    [InlineData("wechatpay_public_key_id", "PUB_KEY_ID_")]
    [InlineData("wechatpay_public_key_id", "PUB_KEY_ID_12x")]
    [InlineData("wechatpay_public_key_id", "KEY_12")]
    [InlineData("platform_certificates", "yes")]
    [InlineData("base_uri", "")]
    [InlineData("base_uri", "http://api.mch.weixin.qq.com")]
    [InlineData("base_uri", "https://api.mch.weixin.qq.com/?x=1")]
    [InlineData("backup_uri", "api2.mch.weixin.qq.com")]
    [InlineData("payer_ip_fallback", "here")]
    [InlineData("device_ip", "here")]
    [InlineData("timeout", "5")]
    [InlineData("secret:private_key", "x")]
    public void A_wrong_setting_is_named_in_every_culture(string name, string? value)
    {
        foreach (var culture in (string[])["", "tr-TR", "zh-CN"])
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            var said = name.Replace("secret:", "", StringComparison.Ordinal);
            Faults((name, value)).ShouldContain(
                f => $" {f}".Contains($" {said} ", StringComparison.Ordinal),
                string.Join('\n', Faults((name, value))));
        }
    }

    [Fact]
    public void The_usual_account_has_no_fault()
    {
        Faults().ShouldBeEmpty();
        Faults([.. Till.Settings]).ShouldBeEmpty();
        Faults(("code_interface", "v3"), ("store_id", "1")).ShouldBeEmpty();
    }

    [Fact]
    public void A_till_of_the_older_interface_needs_all_that_it_takes()
    {
        Faults([.. Till.Settings, ("secret:api_v2_key", null)])
            .ShouldHaveSingleItem().ShouldStartWith("api_v2_key ");
        Faults([.. Till.Settings, ("secret:client_certificate", null)])
            .ShouldHaveSingleItem().ShouldStartWith("client_certificate ");
        Faults([.. Till.Settings, ("secret:client_certificate_password", "wrong")])
            .ShouldHaveSingleItem().ShouldStartWith("client_certificate ");
        Faults([.. Till.Settings, ("device_ip", null)])
            .ShouldHaveSingleItem().ShouldStartWith("device_ip ");
        Faults([.. Till.Settings, ("v2_sign_type", "SHA1")])
            .ShouldHaveSingleItem().ShouldStartWith("v2_sign_type ");
        Faults([.. Till.Settings, ("code_interface", "v4")])
            .ShouldHaveSingleItem().ShouldStartWith("code_interface ");
    }

    [Fact]
    public void A_till_of_APIv3_needs_its_store()
    {
        Faults(("code_interface", "v3")).ShouldHaveSingleItem().ShouldStartWith("store_id ");
        Faults(("code_interface", "v3"), ("store_out_id", "a b")).ShouldHaveSingleItem()
            .ShouldStartWith("store_out_id ");
    }

    [Fact]
    public void Some_key_must_be_believed()
    {
        (string, string?)[] none =
            [("wechatpay_public_key", null), ("wechatpay_public_key_id", null)];

        Faults(none).ShouldBeEmpty();
        Faults([.. none, ("platform_certificates", "false")]).ShouldHaveSingleItem()
            .ShouldStartWith("platform_certificates ");
        Opened().Keys.HasCertificates.ShouldBeFalse();
        Opened(("platform_certificates", "true")).Keys.HasCertificates.ShouldBeTrue();
        Opened(none).Keys.HasCertificates.ShouldBeTrue();
    }

    [Fact]
    public void A_small_key_is_refused()
    {
        using var small = RSA.Create(1024);

        Faults(("wechatpay_public_key", small.ExportSubjectPublicKeyInfoPem()))
            .ShouldHaveSingleItem().ShouldStartWith("wechatpay_public_key ");
    }

    [Fact]
    public void Production_has_two_hosts_and_there_is_no_test_system()
    {
        Opened().Base.AbsoluteUri.ShouldBe("https://api.mch.weixin.qq.com/");
        Opened().Backup!.AbsoluteUri.ShouldBe("https://api2.mch.weixin.qq.com/");
        Opened(("base_uri", "https://wechat.example")).Backup.ShouldBeNull();
        Faults(("environment", "test")).ShouldHaveSingleItem().ShouldStartWith("base_uri ");
        Faults(("environment", "test"), ("base_uri", "http://127.0.0.1:1")).ShouldBeEmpty();
    }

    [Fact]
    public void A_merchant_is_named_to_the_wallet_as_is_registered()
    {
        Opened().AppPartnerId.ShouldBe("1999000101");
        Opened(("sub_mch_id", "1999000301")).AppPartnerId.ShouldBe("1999000301");
        Opened(("sub_mch_id", "1999000301"), ("app_partner_id", "1999000101"))
            .AppPartnerId.ShouldBe("1999000101");
    }

    [Fact]
    public async Task What_cannot_be_opened_serves_nobody()
    {
        using var bench = new WeChatPayBench(("mch_id", null));

        bench.Read(Notice.Raw("{}"))
            .ShouldBe(new NotAccepted(NotificationRefusal.AccountUnknown));
        (await bench.Channel.QueryAsync(A.Trade, CancellationToken.None))
            .ShouldBe(new Unknown("the account cannot be used"));
        (await bench.Channel.CancelAsync(A.Trade, CancellationToken.None))
            .ShouldBe(new CancelUnknown("the account cannot be used"));
        (await bench.Channel.OpenCodeAsync(
            A.PageRequest("wechatpay_native"), CancellationToken.None))
            .ShouldBe(new PageUnknown("the account cannot be used"));
        (await bench.Channel.RefundAsync(A.RefundRequest(), CancellationToken.None))
            .ShouldBe(new RefundUnknown("the account cannot be used"));
    }

    private static IReadOnlyList<string> Faults(params (string, string?)[] settings)
        => WeChatPayAccountRules.Open(WeChatPayBench.Material(settings)).Faults;

    private static WeChatPayAccount Opened(params (string, string?)[] settings)
        => WeChatPayAccountRules.Open(WeChatPayBench.Material(settings)).Account
            .ShouldNotBeNull();
}
