using PayFunctions.Channels;
using PayFunctions.Channels.Tenpay;
using PayFunctions.Keys;
using PayFunctions.Platform;

namespace PayFunctions.Tests.Channels.Tenpay;

/// <summary>What an operator may register, and what he is told.</summary>
public sealed class TenpayAccountTests : IDisposable
{
    private readonly TenpayBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData(TenpayBench.Open, true, "https://api.tenpay.com/")]
    [InlineData(TenpayBench.Open, false, "https://sandbox.tenpay.com/api")]
    [InlineData(TenpayBench.Gateway, true, "https://gw.tenpay.com/")]
    public void The_environment_gives_the_usual_address(
        string profile, bool isProduction, string address)
    {
        var material = Material(
            profile, isProduction ? AccountEnvironment.Production : AccountEnvironment.Test);

        Open(material).Base.AbsoluteUri.ShouldBe(address);
        bench.Channel.FaultsOf(material).ShouldBeEmpty();
    }

    [Fact]
    public void A_gateway_has_no_test_system_but_a_registered_one()
    {
        FaultsOf(Material(TenpayBench.Gateway, AccountEnvironment.Test))
            .ShouldHaveSingleItem().ShouldContain("base_uri");
        FaultsOf(Material(
            TenpayBench.Gateway, AccountEnvironment.Test, ("base_uri", "http://localhost:1")))
            .ShouldBeEmpty();
    }

    [Fact]
    public void What_is_not_registered_is_as_documented()
    {
        var open = Open(Material(TenpayBench.Open));
        var gateway = Open(Material(TenpayBench.Gateway));

        open.Charset.Name.ShouldBe("GBK");
        open.BankType.ShouldBe("DEFAULT");
        open.TakesIdOnly.ShouldBeTrue();
        gateway.TakesIdOnly.ShouldBeFalse();
        open.CountsBytes.ShouldBeFalse();
        open.SignKeyIndex.ShouldBeNull();
        open.PayerFallback.ShouldBeNull();
        open.RefundQuery.ShouldBeNull();
        gateway.RefundQuery.ShouldBe(
            new Uri("https://gw.tenpay.com/gateway/normalrefundquery.xml"));
        gateway.Refunds.ShouldBeNull();
    }

    [Theory]
    [InlineData("wap", "not supported")]
    [InlineData("legacy", "not supported")]
    [InlineData("ä", "open")]
    [InlineData("", "open")]
    [InlineData("Open", "open")]
    public void A_profile_that_is_not_spoken_is_named_with_the_reason(
        string profile, string sentence)
    {
        var fault = FaultsOf(Material(TenpayBench.Open, more: ("profile", profile)))
            .ShouldHaveSingleItem();

        fault.ShouldContain("profile");
        fault.ShouldContain(sentence);
    }

    [Theory]
    [InlineData(TenpayBench.Open, "app_id", "")]
    [InlineData(TenpayBench.Open, "app_id", "a b")]
    [InlineData(TenpayBench.Open, "app_id", "012345678901234567890123456789012")]
    [InlineData(TenpayBench.Open, "partner", "19000099990")]
    [InlineData(TenpayBench.Gateway, "partner", "190000999")]
    [InlineData(TenpayBench.Gateway, "partner", "190000999x")]
    [InlineData(TenpayBench.Open, "input_charset", "GB18030")]
    [InlineData(TenpayBench.Open, "input_charset", "")]
    [InlineData(TenpayBench.Open, "sign_key_index", "0")]
    [InlineData(TenpayBench.Open, "sign_key_index", "1000")]
    [InlineData(TenpayBench.Open, "sign_key_index", "")]
    [InlineData(TenpayBench.Open, "bank_type", "")]
    [InlineData(TenpayBench.Open, "bank_type", "CMB-FP")]
    [InlineData(TenpayBench.Open, "bank_type", "ABCDEFGHIJKLMNOPQ")]
    [InlineData(TenpayBench.Open, "payer_ip_fallback", "::1")]
    [InlineData(TenpayBench.Open, "payer_ip_fallback", "1")]
    [InlineData(TenpayBench.Open, "payer_ip_fallback", "")]
    [InlineData(TenpayBench.Open, "notify_id_only", "yes")]
    [InlineData(TenpayBench.Open, "body_unit", "letters")]
    [InlineData(TenpayBench.Open, "base_uri", "http://api.tenpay.com")]
    [InlineData(TenpayBench.Open, "base_uri", "https://api.tenpay.com/?a=1")]
    [InlineData(TenpayBench.Gateway, "refund_query_uri", "ftp://x")]
    [InlineData(TenpayBench.Gateway, "op_password_case", "Lower")]
    [InlineData(TenpayBench.Gateway, "refund_notify", "1")]
    [InlineData(TenpayBench.Open, "refund_uri", "https://x.example")]
    [InlineData(TenpayBench.Open, "op_user_id", "1")]
    [InlineData(TenpayBench.Gateway, "app_id", "1")]
    [InlineData(TenpayBench.Open, "appid", "1")]
    public void A_wrong_setting_is_named(string profile, string name, string value)
        => FaultsOf(Material(profile, more: (name, value)))
            .ShouldHaveSingleItem().ShouldContain(name);

    [Theory]
    [InlineData(TenpayBench.Open, "")]
    [InlineData(TenpayBench.Open, "a b")]
    [InlineData(TenpayBench.Open, "ключ")]
    [InlineData(TenpayBench.Gateway, "short")]
    public void A_wrong_key_is_named_and_never_shown(string profile, string key)
    {
        var fault = FaultsOf(With(Material(profile), ("key", key))).ShouldHaveSingleItem();

        fault.ShouldStartWith("key must");
        (key.Length > 0 && fault.Contains(key, StringComparison.Ordinal)).ShouldBeFalse();
    }

    [Fact]
    public void Refunds_take_a_certificate_and_a_password_together()
    {
        var certificate = ClientCertificate.Pkcs12(
            ClientCertificate.Make("merchant"), TenpayBench.Partner);
        var gateway = Material(TenpayBench.Gateway);

        FaultsOf(With(gateway, ("client_certificate", certificate)))
            .ShouldHaveSingleItem().ShouldContain("op_user_password");
        FaultsOf(With(gateway, ("op_user_password", "op-password")))
            .ShouldHaveSingleItem().ShouldContain("client_certificate");
        FaultsOf(Material(
            TenpayBench.Gateway, more: ("refund_uri", "https://127.0.0.1/refund.xml")))
            .Count.ShouldBe(2);

        var refunds = Open(With(
            gateway, ("client_certificate", certificate), ("op_user_password", "op-password")))
            .Refunds.ShouldNotBeNull();
        refunds.Address.ShouldBe(
            new Uri("https://api.mch.tenpay.com/refundapi/gateway/refund.xml"));
        refunds.OperatorId.ShouldBe(TenpayBench.Partner);
        refunds.OperatorPassword.ShouldBe(
            TenpayVectors.Text(TenpayVectors.OperatorPassword, "md5"));
        refunds.IsNotified.ShouldBeTrue();
    }

    [Fact]
    public void A_certificate_that_cannot_be_opened_is_named()
    {
        var file = ClientCertificate.Pkcs12(ClientCertificate.Make("merchant"), "own password");
        var gateway = With(Material(TenpayBench.Gateway), ("op_user_password", "op-password"));

        FaultsOf(With(gateway, ("client_certificate", file)))
            .ShouldHaveSingleItem().ShouldContain("client_certificate_password");
        FaultsOf(With(gateway, ("client_certificate", "no base64")))
            .ShouldHaveSingleItem().ShouldStartWith("client_certificate");
        FaultsOf(With(gateway, ("client_certificate", "AAAA")))
            .ShouldHaveSingleItem().ShouldStartWith("client_certificate");
        FaultsOf(With(
            gateway, ("client_certificate", file),
            ("client_certificate_password", "own password"))).ShouldBeEmpty();
    }

    [Fact]
    public void A_secret_that_nobody_needs_is_named()
    {
        FaultsOf(With(Material(TenpayBench.Open), ("token", "x")))
            .ShouldHaveSingleItem().ShouldContain("token");
        FaultsOf(With(Material(TenpayBench.Open), ("op_user_password", "x")))
            .ShouldHaveSingleItem().ShouldContain("open platform has none");
    }

    private static AccountMaterial Material(
        string profile, AccountEnvironment environment = AccountEnvironment.Production,
        params (string Name, string Value)[] more)
    {
        var settings = TenpayBench.Settings(
            profile == TenpayBench.Open ? TenpayProfile.Open : TenpayProfile.Gateway);
        settings.Remove("input_charset");
        var material = TenpayBench.Material("main", settings);
        return new AccountMaterial(
            "main", environment,
            material.Settings.SetItems(more.Select(
                static m => KeyValuePair.Create(m.Name, m.Value))),
            material.Secrets);
    }

    private static AccountMaterial With(
        AccountMaterial material, params (string Name, string Value)[] secrets)
        => new(
            material.Name, material.Environment, material.Settings,
            material.Secrets.SetItems(secrets.Select(
                static s => KeyValuePair.Create(s.Name, new Secret(s.Value)))));

    private IReadOnlyList<string> FaultsOf(AccountMaterial material)
        => bench.Channel.FaultsOf(material);

    private static TenpayAccount Open(AccountMaterial material)
        => TenpayAccountRules.Open(material).Account.ShouldNotBeNull();
}
