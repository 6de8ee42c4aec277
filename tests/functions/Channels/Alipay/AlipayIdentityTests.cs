using PayFunctions.Channels;
using PayFunctions.Channels.Alipay;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Alipay;

/// <summary>Alipay's checks of persons.</summary>
public sealed class AlipayIdentityTests : IAsyncLifetime
{
    private const string Beginning = "user.certify.open.initialize";
    private const string Question = "user.certify.open.query";
    private const string CertifyId = "2109b5e671aa3ff2eb4851816c65828f";

    private static readonly ChannelOrderNo Number = An.Number;

    private static readonly Person TheOne = PersonOf();

    private static readonly IdentityRequest Request = new(
        "main", AlipayProduct.Identity, Number,
        new Uri("https://pay.example.com/notify/alipay/main/n/s"),
        new Uri("https://pay.example.com/verify/V/return"), An.Now);

    private static readonly IdentityPage Page = new(
        "main", AlipayProduct.Identity, Number, CertifyId, An.Now);

    private AlipayTalk talk = null!;

    public async ValueTask InitializeAsync() => talk = await AlipayTalk.StartAsync();

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public async Task A_check_is_begun_with_the_person_and_the_way_back()
    {
        talk.Says(Beginning, ("code", "10000"), ("msg", "Success"), ("certify_id", CertifyId));

        var outcome = await CheckAsync();

        outcome.ShouldBe(new IdentityPageMade(CertifyId));
        talk.Common()["method"].ShouldBe("alipay.user.certify.open.initialize");
        talk.Common()["notify_url"].ShouldBeNull();
        talk.Content().ShouldBe(
            $"{{\"outer_order_no\":\"{Number}\",\"biz_code\":\"FACE\",\"identity_param\":"
            + "{\"identity_type\":\"CERT_INFO\",\"cert_type\":\"IDENTITY_CARD\","
            + "\"cert_name\":\"张三\",\"cert_no\":\"110101199003070011\"},\"merchant_config\":"
            + "{\"return_url\":\"https://pay.example.com/verify/V/return\"}}");
    }

    [Fact]
    public async Task What_the_documents_leave_open_is_a_setting()
    {
        await using var other = await AlipayTalk.StartAsync(
            ("identity_scene", "SMART_FACE"), ("identity_param", "text"));
        other.Says(Beginning, ("code", "10000"), ("certify_id", CertifyId));

        await other.Bench.Identity.CheckAsync(
            Request, PersonOf(("mobile", "13800000000")), CancellationToken.None);

        other.Content().ShouldContain("\"biz_code\":\"SMART_FACE\",\"identity_param\":\"{");
        other.Content().ShouldContain("\\\"phone_no\\\":\\\"13800000000\\\"");
    }

    [Theory]
    [InlineData("10000", null, "", typeof(IdentityUnknown))]
    [InlineData("10000", null, "a b", typeof(IdentityUnknown))]
    [InlineData("40004", "ILLEGAL_ARGUMENT_FORMAT", null, typeof(IdentityRefused))]
    [InlineData("40004", "ARRANGEMENT_STATUS_ERROR", null, typeof(IdentityUnknown))]
    [InlineData("40004", "UNKNOWN_ERROR", null, typeof(IdentityUnknown))]
    [InlineData("40004", "SYSTEM_ERROR", null, typeof(IdentityUnknown))]
    [InlineData("20000", "isp.unknow-error", null, typeof(IdentityUnknown))]
    public async Task Every_answer_to_the_beginning_has_a_meaning(
        string code, string? subCode, string? certifyId, Type expected)
    {
        talk.Says(
            Beginning, ("code", code), ("sub_code", subCode), ("certify_id", certifyId),
            ("sub_msg", "张三 110101199003070011"));

        var outcome = await CheckAsync();

        outcome.ShouldBeOfType(expected);
        outcome.ToString().ShouldNotContain("110101199003070011");
    }

    [Fact]
    public async Task The_page_is_an_address_that_is_signed()
    {
        var ready = (await talk.Bench.Identity.OpenPageAsync(Page, CancellationToken.None))
            .ShouldBeOfType<PageReady>();

        var address = Uri.UnescapeDataString(ready.Handover.Url.AbsoluteUri);
        address.ShouldContain("method=alipay.user.certify.open.certify");
        address.ShouldContain($"biz_content={{\"certify_id\":\"{CertifyId}\"}}");
        address.ShouldContain("&sign=");
    }

    [Theory]
    [InlineData("T", null, typeof(IdentityConfirmed))]
    [InlineData("F", "Z1147", typeof(IdentityDenied))]
    [InlineData("F", null, typeof(IdentityUnknown))]
    [InlineData("F", "", typeof(IdentityUnknown))]
    [InlineData("t", null, typeof(IdentityUnknown))]
    [InlineData(null, "Z1147", typeof(IdentityUnknown))]
    public async Task What_came_of_it_is_a_letter(string? passed, string? reason, Type expected)
    {
        talk.Says(
            Question, ("code", "10000"), ("passed", passed), ("fail_reason", reason),
            ("identity_info", "{\"cert_no\":\"110101199003070011\"}"));

        (await QueryAsync()).ShouldBeOfType(expected);
        talk.Content().ShouldBe($"{{\"certify_id\":\"{CertifyId}\"}}");
    }

    [Fact]
    public async Task Some_answers_write_the_letter_as_a_list_of_one()
    {
        talk.Gateway.Says(Signed.Answer(
            AlipayTalk.RootOf(Question), "{\"code\":\"10000\",\"passed\":[\"T\"]}"));
        var one = await QueryAsync();
        talk.Gateway.Says(Signed.Answer(
            AlipayTalk.RootOf(Question), "{\"code\":\"10000\",\"passed\":[\"T\",\"F\"]}"));

        one.ShouldBeOfType<IdentityConfirmed>();
        (await QueryAsync()).ShouldBeOfType<IdentityUnknown>();
    }

    [Fact]
    public async Task Whether_no_reason_is_a_verdict_is_a_setting()
    {
        await using var other = await AlipayTalk.StartAsync(("identity_failed", "always"));
        other.Says(Question, ("code", "10000"), ("passed", "F"));

        (await other.Bench.Identity.QueryAsync(Page, CancellationToken.None))
            .ShouldBeOfType<IdentityDenied>();
    }

    [Theory]
    [InlineData("CERTIFY_ID_EXPIRED")]
    [InlineData("OPEN_CERTIFY_BILL_NOT_EXIST")]
    [InlineData("OPEN_CERTIFY_BILL_STATUS_ERROR")]
    [InlineData("UNKNOWN_ERROR")]
    public async Task A_question_that_is_refused_decides_nothing(string subCode)
    {
        talk.Says(Question, ("code", "40004"), ("sub_code", subCode), ("passed", "T"));

        (await QueryAsync()).ShouldBeOfType<IdentityUnknown>();
    }

    [Fact]
    public async Task An_answer_that_Alipay_did_not_sign_decides_nothing()
    {
        talk.Gateway.Says(
            $"{{\"{AlipayTalk.RootOf(Question)}\":{{\"code\":\"10000\",\"passed\":\"T\"}},"
            + "\"sign\":\"AAAA\"}");

        (await QueryAsync()).ShouldBeOfType<IdentityUnknown>();
    }

    [Theory]
    [InlineData("name", "", "name")]
    [InlineData("certificate_no", "", "certificate_no")]
    [InlineData("certificate_kind", "PASSPORT", "certificate_kind")]
    [InlineData("certificate_kind", "HOME_VISIT_PERMIT_TAIWAN", null)]
    public void What_Alipay_has_to_be_told_is_asked_for(string member, string value, string? wrong)
        => talk.Bench.Identity.WrongMember(AlipayProduct.Identity, PersonOf((member, value)))
            .ShouldBe(wrong);

    [Theory]
    [InlineData("identity_scene", "EYES")]
    [InlineData("identity_param", "xml")]
    [InlineData("identity_failed", "never")]
    public void A_setting_that_cannot_be_is_named(string name, string value)
        => talk.Bench.Identity.FaultsOf(AlipayBench.Material((name, value)))
            .ShouldHaveSingleItem().ShouldStartWith(name);

    private Task<IdentityOutcome> CheckAsync()
        => talk.Bench.Identity.CheckAsync(Request, TheOne, CancellationToken.None);

    private Task<IdentityOutcome> QueryAsync()
        => talk.Bench.Identity.QueryAsync(Page, CancellationToken.None);

    private static Person PersonOf(params (string Name, string Value)[] changes)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = "张三",
            ["certificate_no"] = "110101199003070011",
        };
        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }

        return Person.Of(fields).Person.ShouldNotBeNull();
    }
}
