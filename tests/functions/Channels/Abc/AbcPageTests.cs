using PayFunctions.Channels;
using PayFunctions.Channels.Abc;

namespace PayFunctions.Tests.Channels.Abc;

public sealed class AbcPageTests : BankTests
{
    private const string Url =
        "https://pay.abchina.com/EbusPerbankFront/PaymentModeNewAct?TOKEN=17689868990000000001";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_payer_goes_to_the_page_that_the_bank_names(bool isFlat)
    {
        Bank.Says(Said.Signed(isFlat
            ? Said.Flat(Said.PageFields())
            : Said.Wrapped(Said.PageFields())));

        var opening = await Bench.OpenAsync();

        var handover = opening.ShouldBeOfType<PageReady>().Handover;
        handover.Url.AbsoluteUri.ShouldBe(Url);
        handover.Action.AbsoluteUri.ShouldBe(Url);
        handover.Fields.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_request_is_the_signed_message_to_the_letter()
    {
        Bank.Says(Said.Page());

        await Bench.OpenAsync();

        var (path, contentType, body) = Bank.Asked.ShouldHaveSingleItem();
        path.ShouldBe("/ebus/ReceiveMerchantTrxReqServlet");
        contentType.ShouldBe("application/x-www-form-urlencoded");
        body.ShouldBe(AbcEnvelope.Write(
            AbcMessages.OpenPage(Bench.Account, An.PageRequest()), Bench.Account));
    }

    [Fact]
    public async Task An_attempt_may_be_opened_again_with_the_same_request()
    {
        Bank.Says(Said.Page());

        await Bench.OpenAsync();
        var again = await Bench.OpenAsync();

        again.ShouldBeOfType<PageReady>();
        Bank.Asked[1].Body.ShouldBe(Bank.Asked[0].Body);
    }

    [Theory]
    [InlineData("http://pay.abchina.com/x?TOKEN=1")]
    [InlineData("https://abchina.com.evil.example/x?TOKEN=1")]
    [InlineData("https://evilabchina.com/x?TOKEN=1")]
    [InlineData("https://pay.abchina.com@evil.example/x?TOKEN=1")]
    [InlineData("https://me@pay.abchina.com/x?TOKEN=1")]
    [InlineData("https://evil.example/?pay.abchina.com")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/EbusPerbankFront/x?TOKEN=1")]
    [InlineData("http://127.0.0.1:8080/pay?TOKEN=1")]
    [InlineData("")]
    public async Task A_page_elsewhere_is_not_for_the_payer(string url)
    {
        Bank.Says(Said.Page(url));

        (await Bench.OpenAsync()).ShouldBe(
            new PageUnknown("PaymentURL is no page of the bank: see page_hosts"));
    }

    [Theory]
    [InlineData("abchina.com", "https://ABCHINA.com/x?TOKEN=1")]
    [InlineData("abchina.com", "https://pay.test.abchina.com/x?TOKEN=1")]
    [InlineData("abc.example, Pages.Example", "https://a.pages.example/x?TOKEN=1")]
    [InlineData("127.0.0.1", "http://127.0.0.1:8080/pay?TOKEN=1")]
    public async Task The_operator_says_which_hosts_are_the_banks(string hosts, string url)
    {
        Bank.Says(Said.Page(url));

        (await With(("page_hosts", hosts)).OpenAsync()).ShouldBeOfType<PageReady>();
    }

    [Fact]
    public async Task A_page_with_a_far_too_long_address_is_none()
    {
        Bank.Says(Said.Page(Url + new string('1', AbcAddress.PageUrlMax)));

        (await Bench.OpenAsync()).ShouldBeOfType<PageUnknown>();
    }

    [Theory]
    [InlineData("T20260102000001", "88.88")]
    [InlineData(null, "88.89")]
    [InlineData(null, "")]
    [InlineData("", "88.88")]
    public async Task An_answer_about_another_order_or_amount_is_unknown(
        string? number, string amount)
    {
        Bank.Says(Said.Signed(Said.Flat(Said.PageFields(number: number, amount: amount))));

        (await Bench.OpenAsync()).ShouldBe(
            new PageUnknown("the answer is not about this order and amount"));
    }

    [Theory]
    [InlineData("2304")]
    [InlineData("2305")]
    [InlineData("2310")]
    [InlineData("2311")]
    [InlineData("APE001")]
    public async Task A_refusal_is_for_good(string code)
    {
        Bank.Says(Said.Code(code));

        (await With(("refused_codes", "APE001,2400")).OpenAsync())
            .ShouldBe(new PageRefused($"{code} 交易失败"));
    }

    [Theory]
    [InlineData("1005")]
    [InlineData("1104")]
    [InlineData("1206")]
    [InlineData("1302")]
    [InlineData("1999")]
    [InlineData("2000")]
    [InlineData("2001")]
    [InlineData("2302")]
    [InlineData("2303")]
    [InlineData("2306")]
    [InlineData("2307")]
    [InlineData("2308")]
    [InlineData("2309")]
    [InlineData("2400")]
    [InlineData("2500")]
    [InlineData("2501")]
    [InlineData("2600")]
    [InlineData("2999")]
    [InlineData("EUNKWN")]
    [InlineData("AP5095")]
    [InlineData("APE001")]
    [InlineData("APE400")]
    [InlineData("E001")]
    [InlineData("")]
    public async Task Trouble_and_codes_nobody_knows_refuse_nothing(string code)
    {
        Bank.Says(Said.Code(code));

        (await Bench.OpenAsync()).ShouldBeOfType<PageUnknown>().Reason.ShouldContain(code);
    }

    [Fact]
    public async Task A_page_is_asked_for_once_whatever_happens()
    {
        Bank.Answer = static context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };

        (await Bench.OpenAsync()).ShouldBe(new PageUnknown("HTTP status 503"));
        Bank.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_notify_address_the_bank_would_cut_is_not_sent()
    {
        var address = "https://pay.example.com/".PadRight(AbcMessages.NotifyUrlMax + 1, 'n');

        var opening = await Bench.OpenAsync(An.PageRequest(notifyUrl: address));

        opening.ShouldBeOfType<PageUnknown>().Reason.ShouldContain("200 characters");
        Bank.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_that_is_gone_is_unknown()
        => (await Bench.OpenAsync(An.PageRequest(account: "gone")))
            .ShouldBe(new PageUnknown("the account cannot be used"));

    [Fact]
    public async Task A_product_of_another_channel_is_a_programmers_error()
        => await Should.ThrowAsync<ArgumentException>(
            Bench.OpenAsync(An.PageRequest(product: "alipay_page")));
}
