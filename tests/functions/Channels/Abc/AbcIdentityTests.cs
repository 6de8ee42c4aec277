using System.Text.Json;
using PayFunctions.Channels;
using PayFunctions.Channels.Abc;

namespace PayFunctions.Tests.Channels.Abc;

/// <summary>The bank's checks of persons, on a page and without one.</summary>
public sealed class AbcIdentityTests : BankTests
{
    private const string Page = "https://pay.abchina.com/verify?TOKEN=17689868990000000001";

    private static readonly JsonElement Golden = AbcVectors.Named(
        AbcVectors.SdkRequests, "IdentityVerifyReq");

    private static readonly Notice Checked = new()
    {
        Fields =
        [
            new("ReturnCode", "0000"),
            new("ErrorMessage", "交易成功"),
            new("ECMerchantType", "EBUS"),
            new("MerchantID", An.MerchantId),
            new("AccountName", "张三"),
        ],
    };

    /// <summary>2026-01-02 09:10:10 in China, as in the vector.</summary>
    private static readonly IdentityRequest Request = new(
        "main", AbcIdentityMessages.PageProduct, An.Number, new Uri("http://127.0.0.1:8080/iv"),
        new Uri("https://pay.example.com/verify/V/return"),
        new DateTimeOffset(2026, 1, 2, 1, 10, 10, TimeSpan.Zero));

    [Fact]
    public void A_page_is_asked_for_as_the_banks_own_SDK_asks()
        => AbcIdentityMessages.OpenPage(Bench.Account, Request, PersonOf())
            .ShouldBe(Golden.Text("request_signed_text"));

    [Fact]
    public async Task The_banks_own_answer_gives_the_page()
    {
        var text = Golden.Text("response_signed_text");
        Bank.Says(Said.Signed(text));
        var bench = With(("page_hosts", "127.0.0.1"));

        (await CheckAsync(bench)).ShouldBe(
            new IdentityPageMade("http://127.0.0.1:19051/v?TOKEN=3"));
    }

    [Fact]
    public void A_check_at_once_says_all_of_the_person()
        => AbcIdentityMessages.Check(Bench.Account, Request, PersonOf()).ShouldEndWith(
            "\"TrxRequest\":{" + Said.Members(
                ("TrxType", "StaticIdentifyVerifyReq"), ("CustomType", "0"),
                ("ClientName", "张三"), ("AccNo", "6228480000000000001"),
                ("CertificateNo", "110101199003070011"), ("CertificateType", "I"),
                ("MobileNo", "13800000000"), ("CustomNo", "")) + "}}");

    [Fact]
    public void What_the_documents_leave_open_is_a_setting()
    {
        using var other = new AbcBench(
            ("identity_custom_type", "1"), ("identity_link_type", "2"),
            ("identity_custom_no", "number"));

        AbcIdentityMessages.OpenPage(other.Account, Request, PersonOf())
            .ShouldContain("\"CustomType\":\"1\"");
        AbcIdentityMessages.OpenPage(other.Account, Request, PersonOf())
            .ShouldContain("\"PaymentLinkType\":\"2\"");
        AbcIdentityMessages.Check(other.Account, Request, PersonOf())
            .ShouldContain($"\"CustomNo\":\"{An.Number}\"");
    }

    [Theory]
    [InlineData("https://pay.abchina.com.evil.example/verify")]
    [InlineData("http://pay.abchina.com/verify")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task A_page_that_is_none_of_the_banks_is_no_page(string page)
    {
        Bank.Says(Opened(page));

        (await CheckAsync(Bench)).ShouldBeOfType<IdentityUnknown>();
    }

    [Theory]
    [InlineData("2310", typeof(IdentityRefused), typeof(IdentityRefused))]
    [InlineData("2305", typeof(IdentityRefused), typeof(IdentityRefused))]
    [InlineData("2400", typeof(IdentityUnknown), typeof(IdentityUnknown))]
    [InlineData("EUNKWN", typeof(IdentityUnknown), typeof(IdentityUnknown))]
    [InlineData("X999", typeof(IdentityUnknown), typeof(IdentityUnknown))]
    [InlineData("E777", typeof(IdentityUnknown), typeof(IdentityDenied))]
    public async Task Every_code_has_a_meaning(string code, Type onPage, Type atOnce)
    {
        var bench = With(("identity_denied_codes", "E777"));
        Bank.Says(Said.Code(code));

        (await CheckAsync(bench)).ShouldBeOfType(onPage);
        (await CheckAtOnceAsync(bench)).ShouldBeOfType(atOnce);
    }

    [Fact]
    public async Task At_once_success_is_that_it_is_the_person()
    {
        Bank.Says(Said.Signed(Said.Wrapped(Said.Members(
            ("ReturnCode", "0000"), ("ErrorMessage", "交易成功"),
            ("TrxType", "StaticIdentifyVerifyReq")))));
        var confirmed = await CheckAtOnceAsync(Bench);
        Bank.Says(Said.Signed(
            Said.Wrapped(Said.Members(("ReturnCode", "0000"))), AbcVectors.Merchant));

        confirmed.ShouldBeOfType<IdentityConfirmed>();
        (await CheckAtOnceAsync(Bench)).ShouldBeOfType<IdentityUnknown>();
    }

    [Fact]
    public async Task The_reason_names_nobody()
    {
        Bank.Says(Said.Signed(Said.Flat(Said.Members(
            ("ReturnCode", "2310"), ("ErrorMessage", "张三 110101199003070011")))));

        (await CheckAsync(Bench)).ShouldBe(new IdentityRefused("return code 2310"));
    }

    [Fact]
    public async Task The_person_is_sent_to_the_banks_page_alone()
    {
        var page = new IdentityPage(
            "main", AbcIdentityMessages.PageProduct, An.Number, Page, An.Now);

        (await Bench.Identity.OpenPageAsync(page, CancellationToken.None))
            .ShouldBeOfType<PageReady>().Handover.Url.AbsoluteUri.ShouldBe(Page);
        (await Bench.Identity.OpenPageAsync(
            page with { Reference = "https://evil.example/" }, CancellationToken.None))
            .ShouldBeOfType<PageRefused>();
    }

    [Fact]
    public async Task A_notification_tells_the_name_and_what_else_it_says()
    {
        var plain = (await ReadAsync(Checked)).ShouldBeOfType<GenuineIdentity>();
        var more = (await ReadAsync(Checked
            .Again("BankCardNo", "6228480000000000001")
            .Again("CertificateNo", "110101199003070011"))).ShouldBeOfType<GenuineIdentity>();

        plain.Name.ShouldBe("张三");
        plain.Said.ShouldBeEmpty();
        plain.ToString().ShouldNotContain("张三");
        more.Said[Person.CardNo].ShouldBe("6228480000000000001");
        more.Said[Person.CertificateNo].ShouldBe("110101199003070011");
    }

    [Fact]
    public async Task What_is_no_success_decides_nothing()
        => (await ReadAsync(Checked.With("ReturnCode", "2400")))
            .ShouldBeOfType<UninterestingIdentity>();

    [Theory]
    [InlineData("MerchantID", "103880000000009", NotificationRefusal.SellerDiffers)]
    [InlineData("MerchantID", null, NotificationRefusal.FieldInvalid)]
    [InlineData("ReturnCode", null, NotificationRefusal.FieldInvalid)]
    [InlineData("AccountName", null, NotificationRefusal.FieldInvalid)]
    [InlineData("AccountName", "", NotificationRefusal.FieldInvalid)]
    public async Task A_field_that_is_wrong_is_refused_although_it_is_signed(
        string name, string? value, object why)
        => (await ReadAsync(value is null ? Checked.Without(name) : Checked.With(name, value)))
            .ShouldBe(new IdentityNotAccepted((NotificationRefusal)why));

    [Fact]
    public async Task A_payments_notification_confirms_nobody()
    {
        (await ReadAsync(Notice.Paid.Again("AccountName", "张三"))).ShouldBe(
            new IdentityNotAccepted(NotificationRefusal.StatusUnknown));
        (await ReadAsync(Checked.Again("Amount", "1.00"))).ShouldBe(
            new IdentityNotAccepted(NotificationRefusal.StatusUnknown));
    }

    [Fact]
    public async Task Whatever_the_bank_did_not_sign_is_refused()
    {
        (await ReadAsync(Checked with { Key = AbcVectors.Merchant })).ShouldBe(
            new IdentityNotAccepted(NotificationRefusal.SignatureWrong));
        (await Bench.Identity.ReadIdentityAsync(
            Notice.OfXml(Checked.Xml(Checked.Inner.Replace(
                "张三", "李四", StringComparison.Ordinal))), CancellationToken.None)).ShouldBe(
                new IdentityNotAccepted(NotificationRefusal.SignatureWrong));
        (await ReadAsync(Checked.Again("AccountName", "李四"))).ShouldBe(
            new IdentityNotAccepted(NotificationRefusal.FieldDuplicated));
        (await Bench.Identity.ReadIdentityAsync(
            Checked.Raw("nobody"), CancellationToken.None)).ShouldBe(
                new IdentityNotAccepted(NotificationRefusal.AccountUnknown));
    }

    [Theory]
    [InlineData("name", "", "name", "name")]
    [InlineData("certificate_no", "", "certificate_no", "certificate_no")]
    [InlineData("card_no", "", "card_no", "card_no")]
    [InlineData("mobile", "", null, "mobile")]
    [InlineData("certificate_kind", "PASSPORT", null, null)]
    [InlineData("certificate_kind", "S", null, null)]
    [InlineData("certificate_kind", "Z", "certificate_kind", "certificate_kind")]
    [InlineData("certificate_kind", "RESIDENCE_PERMIT_TAIWAN", "certificate_kind",
        "certificate_kind")]
    public void What_the_bank_has_to_be_told_is_asked_for(
        string member, string value, string? onPage, string? atOnce)
    {
        var person = PersonOf((member, value));

        Bench.Identity.WrongMember(AbcIdentityMessages.PageProduct, person).ShouldBe(onPage);
        Bench.IdentityChecks.WrongMember(AbcIdentityMessages.Product, person).ShouldBe(atOnce);
    }

    private async Task<IdentityReading> ReadAsync(Notice notice)
        => await Bench.Identity.ReadIdentityAsync(notice.Raw(), CancellationToken.None);

    private static Task<IdentityOutcome> CheckAsync(AbcBench bench)
        => bench.Identity.CheckAsync(Request, PersonOf(), CancellationToken.None);

    private static Task<IdentityOutcome> CheckAtOnceAsync(AbcBench bench)
        => bench.IdentityChecks.CheckAsync(
            Request with { Product = AbcIdentityMessages.Product }, PersonOf(),
            CancellationToken.None);

    private static byte[] Opened(string page) => Said.Signed(Said.Wrapped(Said.Members(
        ("ReturnCode", "0000"), ("ErrorMessage", "交易成功"), ("TrxType", "IdentityVerifyReq"),
        ("VerifyURL", page))));

    private static Person PersonOf(params (string Name, string Value)[] changes)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = "张三",
            ["certificate_no"] = "110101199003070011",
            ["card_no"] = "6228480000000000001",
            ["mobile"] = "13800000000",
        };
        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }

        return Person.Of(fields).Person.ShouldNotBeNull();
    }
}
