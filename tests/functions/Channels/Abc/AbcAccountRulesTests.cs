using System.Globalization;
using PayFunctions.Channels.Abc;
using PayFunctions.Channels.Wire;
using PayFunctions.Platform;

namespace PayFunctions.Tests.Channels.Abc;

public sealed class AbcAccountRulesTests
{
    private static readonly string Pem = "-----BEGIN CERTIFICATE-----\n"
        + AbcVectors.BankCertificate + "\n-----END CERTIFICATE-----\n";

    private static readonly string MerchantPem
        = AbcVectors.Keys.GetProperty("merchant").Text("certificate_pem");

    private static readonly string BankPublicKey
        = AbcVectors.Keys.GetProperty("bank").Text("public_spki_pem");

    [Fact]
    public void An_account_needs_its_number_two_certificates_and_nothing_else()
    {
        var account = AbcAccountRules.Open(An.Material([])).Account.ShouldNotBeNull();

        account.MerchantId.ShouldBe(An.MerchantId);
        account.Charset.Name.ShouldBe("UTF-8");
        account.PageHosts.ShouldBe(["abchina.com"]);
        account.Terms.PaymentType.ShouldBe("A");
        account.Terms.CommodityType.ShouldBe("0202");
        account.Terms.NotifyType.ShouldBe("1");
        account.Reading.ConfirmsByQuery.ShouldBeTrue();
        account.Reading.RequestedIsPaid.ShouldBeTrue();
        account.Reading.RefundIsDoneAtOnce.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Production", null, null,
        "https://pay.abchina.com/ebus/ReceiveMerchantTrxReqServlet")]
    [InlineData("Production", "trustpay", null,
        "https://pay.abchina.com/ebus/trustpay/ReceiveMerchantTrxReqServlet")]
    [InlineData("Test", "ebus", null,
        "https://pay.test.abchina.com/ebus/ReceiveMerchantTrxReqServlet")]
    [InlineData("Test", null, "http://127.0.0.1:8080/x", "http://127.0.0.1:8080/x")]
    [InlineData("Test", null, "https://10.230.132.244:9051/ebustest/x",
        "https://10.230.132.244:9051/ebustest/x")]
    public void The_address_follows_the_environment_the_path_or_the_operator(
        string environment, string? path, string? whole, string expected)
    {
        var material = An.Material(
            [("path", path), ("gateway_uri", whole)],
            Enum.Parse<AccountEnvironment>(environment));

        AbcAccountRules.Open(material).Account!.Gateway.AbsoluteUri.ShouldBe(expected);
    }

    [Theory]
    [InlineData("merchant_id", null)]
    [InlineData("merchant_id", "10388000000000")]
    [InlineData("merchant_id", "10388000000000１")]
    [InlineData("bank_certificate", null)]
    [InlineData("bank_certificate", "AAAA")]
    [InlineData("path", "ebus/trustpay")]
    [InlineData("gateway_uri", "http://pay.abchina.com/ebus/ReceiveMerchantTrxReqServlet")]
    [InlineData("gateway_uri", "https://pay.abchina.com/?x=1")]
    [InlineData("gateway_uri", "https://me@pay.abchina.com/")]
    [InlineData("gateway_uri", "pay.abchina.com")]
    [InlineData("page_hosts", "")]
    [InlineData("page_hosts", "abchina.com,")]
    [InlineData("page_hosts", "https://abchina.com")]
    [InlineData("page_hosts", "a,b,c,d,e,f,g,h,i")]
    [InlineData("charset", "GBK")]
    [InlineData("charset", "utf-16")]
    [InlineData("payment_type", "4")]
    [InlineData("payment_type", "a")]
    [InlineData("union_pay_link_type", "2")]
    [InlineData("commodity_type", "0204")]
    [InlineData("notify_type", "2")]
    [InlineData("notify_scheme", "https")]
    [InlineData("receive_account", "1\"2")]
    [InlineData("receive_acc_name", "测试\\")]
    [InlineData("receive_acc_name", "<b>")]
    [InlineData("refund_account_no", " 1")]
    [InlineData("refund_account_name", "\t")]
    [InlineData("refund_type", "")]
    [InlineData("refund_type", "00")]
    [InlineData("confirm_by_query", "yes")]
    [InlineData("status_03", "04")]
    [InlineData("refund_done_at_once", "1")]
    [InlineData("refused_codes", "2400,")]
    [InlineData("refused_codes", "ape001")]
    [InlineData("refused_codes", "0000")]
    [InlineData("refused_codes", "EUNKWN")]
    [InlineData("refused_codes", "2307")]
    [InlineData("refused_codes", "APE001, 2308")]
    [InlineData("merchant_certificate", null)]
    [InlineData("merchant_certificate", "AAAA")]
    [InlineData("merchant_certificate", "no base64")]
    [InlineData("merchant_certificate_password", null)]
    [InlineData("merchant_certificate_password", "sim12346")]
    [InlineData("sub_merchant", "1")]
    [InlineData("secret_of_mine", "1")]
    public void Each_fault_is_named_and_no_value_is_repeated(string name, string? value)
    {
        var opening = AbcAccountRules.Open(An.Material([(name, value)]));

        opening.Account.ShouldBeNull();
        var fault = opening.Faults.ShouldHaveSingleItem();
        fault.ShouldContain(name);
        fault.ShouldEndWith(".");
        fault.ShouldNotContain("sim1234");
    }

    [Fact]
    public void Every_fault_is_told_at_once()
        => AbcAccountRules.Open(An.Material(
                [("merchant_id", null), ("charset", "x"), ("merchant_certificate", null)]))
            .Faults.Count.ShouldBe(3);

    [Fact]
    public void The_banks_certificate_may_be_PEM_and_expired_and_a_bare_key_is_none()
    {
        AbcAccountRules.Open(An.Material([("bank_certificate", Pem)])).Faults.ShouldBeEmpty();
        AbcAccountRules.Open(An.Material([("bank_certificate", MerchantPem)]))
            .Faults.ShouldBeEmpty();
        AbcAccountRules.Open(An.Material([("bank_certificate", BankPublicKey)]))
            .Faults.ShouldHaveSingleItem().ShouldContain("not a bare key");
    }

    [Fact]
    public void A_certificate_that_has_expired_or_has_no_RSA_key_is_judged_by_its_key_alone()
    {
        AbcBankKey.TryRead(TestCertificate.Rsa(1024, An.Now.AddYears(-3)), out _).ShouldBeTrue();
        AbcBankKey.TryRead(TestCertificate.Rsa(512, An.Now), out _).ShouldBeFalse();
        AbcBankKey.TryRead(TestCertificate.Ecdsa(An.Now), out _).ShouldBeFalse();
        AbcBankKey.TryRead(null, out _).ShouldBeFalse();
        AbcBankKey.TryRead("", out _).ShouldBeFalse();
    }

    [Fact]
    public void The_same_registration_is_opened_once()
    {
        var material = An.Material([]);

        AbcAccountRules.Open(material).Account
            .ShouldBeSameAs(AbcAccountRules.Open(material).Account);
        AbcAccountRules.Open(An.Material([])).Account
            .ShouldNotBeSameAs(AbcAccountRules.Open(material).Account);
    }

    [Fact]
    public void The_channel_says_the_faults_and_its_products()
    {
        using var bench = new AbcBench();

        bench.Channel.FaultsOf(An.Material([])).ShouldBeEmpty();
        bench.Channel.FaultsOf(An.Material([("merchant_id", "x")])).ShouldHaveSingleItem();
        bench.Channel.Name.ShouldBe("abc");
        bench.Channel.Products.Select(static p => p.Name).ShouldBe(["abc_page", "abc_wap"]);
    }

    [Fact]
    public void An_account_has_no_text_of_its_own()
    {
        using var bench = new AbcBench();

        Convert.ToString(bench.Account, CultureInfo.InvariantCulture)
            .ShouldBe(typeof(AbcAccount).FullName);
        Convert.ToString(bench.Account.Key, CultureInfo.InvariantCulture)
            .ShouldBe(typeof(Pkcs12Key).FullName);
    }
}
