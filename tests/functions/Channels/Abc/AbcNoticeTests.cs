using System.Text;
using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Abc;

public sealed class AbcNoticeTests : BankTests
{
    private static readonly Genuine Paid = new(
        An.Number,
        new Succeeded(Money.OfFen(8888), An.Number.ToString(), An.Now.AddSeconds(4)));

    public static TheoryData<string> Vectors => AbcVectors.Names(AbcVectors.Notifies);

    [Theory]
    [MemberData(nameof(Vectors))]
    public async Task The_vectors_are_genuine_and_about_no_order_of_ours(string name)
    {
        var vector = AbcVectors.Named(AbcVectors.Notifies, name);

        var reading = await Bench.ReadAsync(Notice.Of(vector.Text("http_body")));

        reading.ShouldBe(new NotAccepted(NotificationRefusal.OrderNumberUnknown));
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_vectors_notices_are_what_these_tests_sign(string name)
    {
        var vector = AbcVectors.Named(AbcVectors.Notifies, name);

        Said.By(AbcVectors.Bank, Said.Raw(vector.Text("signed_text")))
            .ShouldBe(vector.Text("signature"));
        Notice.Paid.Xml(vector.Text("signed_text"), vector.Text("signature"))
            .ShouldBe(vector.Text("decoded_xml"));
    }

    [Fact]
    public async Task A_payment_is_believed_once_the_bank_says_it_again()
    {
        Bank.Says(Said.Trade());

        (await Bench.ReadAsync(Notice.Paid.Raw())).ShouldBe(Paid);
        Bank.Message(0).ShouldContain($"\"OrderNo\":\"{An.Number}\"");
    }

    [Fact]
    public async Task It_is_believed_alone_where_the_operator_says_so()
    {
        (await With(("confirm_by_query", "false")).ReadAsync(Notice.Paid.Raw()))
            .ShouldBe(Paid);
        Bank.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("03")]
    [InlineData("04")]
    [InlineData("05")]
    public async Task Each_status_that_says_paid_proves_it(string status)
    {
        Bank.Says(Said.Trade(status));

        (await Bench.ReadAsync(Notice.Paid.Raw())).ShouldBe(Paid);
    }

    [Fact]
    public async Task A_second_proof_that_differs_refuses()
    {
        foreach (var answer in (byte[][])[
            Said.Trade(amount: "88.87"), Said.Trade("99"), Said.Trade("01"), Said.Code("2307")])
        {
            Bank.Says(answer);

            (await Bench.ReadAsync(Notice.Paid.Raw()))
                .ShouldBe(new NotAccepted(NotificationRefusal.ProofDiffers));
        }
    }

    [Fact]
    public async Task Without_a_second_proof_it_may_come_again()
    {
        Bank.Says(Said.Trade("02"));
        var hostSilent = await Bench.ReadAsync(Notice.Paid.Raw());
        Bank.Says(Said.Code("EUNKWN"));
        var unknown = await Bench.ReadAsync(Notice.Paid.Raw());
        Bank.Answer = static context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        var silent = await Bench.ReadAsync(Notice.Paid.Raw());

        foreach (var reading in (NotificationReading[])[hostSilent, unknown, silent])
        {
            reading.ShouldBeOfType<NotProved>().Number.ShouldBe(An.Number);
        }
    }

    [Theory]
    [InlineData("POST", "application/x-www-form-urlencoded")]
    [InlineData("POST", "application/x-www-form-urlencoded; charset=GBK")]
    [InlineData("POST", "Application/X-WWW-Form-URLEncoded;charset=\"utf-8\"")]
    [InlineData("POST", null)]
    [InlineData("GET", null)]
    public async Task Server_and_browser_bring_the_same(string method, string? contentType)
    {
        Bank.Says(Said.Trade());
        var raw = Notice.Paid.Raw(method: method) with { ContentType = contentType };

        (await Bench.ReadAsync(raw)).ShouldBe(Paid);
    }

    [Fact]
    public async Task A_plus_that_became_a_blank_is_one_again()
    {
        Bank.Says(Said.Trade());
        var notice = Notice.Paid;
        var base64 = Convert.ToBase64String(Said.Raw(notice.Xml()));
        for (var i = 0; !base64.Contains('+', StringComparison.Ordinal); i++)
        {
            notice = notice.With("JrnNo", $"{i}>");
            base64 = Convert.ToBase64String(Said.Raw(notice.Xml()));
        }

        foreach (var body in (string[])[
            $"MSG={base64}",
            $"MSG={base64.Replace("+", "%20", StringComparison.Ordinal)}",
            $"x=y&MSG={Uri.EscapeDataString(base64)}&z="])
        {
            (await Bench.ReadAsync(Notice.Of(body))).ShouldBe(Paid);
        }
    }

    [Fact]
    public async Task Siblings_of_the_response_are_part_of_what_is_signed()
    {
        Bank.Says(Said.Trade());
        var notice = Notice.Paid with
        {
            Before = "<Common><Channel>EBUS</Channel></Common>"
                + "<Merchant><MerchantID>103880000000001</MerchantID></Merchant>",
        };

        (await Bench.ReadAsync(notice.Raw())).ShouldBe(Paid);
        (await Bench.ReadAsync(Notice.OfXml(notice.Xml(
            notice.Inner[notice.Before.Length..])))).ShouldBe(
                new NotAccepted(NotificationRefusal.SignatureWrong));
    }

    [Fact]
    public async Task Chinese_is_signed_in_GBK_and_not_in_UTF_8()
    {
        Bank.Says(Said.Trade());

        var utf8 = Said.By(AbcVectors.Bank, Encoding.UTF8.GetBytes(Notice.Paid.Inner));

        (await Bench.ReadAsync(Notice.OfXml(Notice.Paid.Xml(signature: utf8))))
            .ShouldBe(new NotAccepted(NotificationRefusal.SignatureWrong));
        (await Bench.ReadAsync(Notice.Paid.With("MerchantRemarks", "镕㐀").Raw()))
            .ShouldBe(Paid);
    }

    [Fact]
    public async Task What_says_no_success_moves_nothing_and_is_taken()
    {
        var reading = await Bench.ReadAsync(Notice.Paid.With("ReturnCode", "2400").Raw());

        reading.ShouldBe(new Genuine(An.Number, new Unknown("notified without success")));
        Bank.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_that_is_gone_is_refused()
        => (await Bench.ReadAsync(Notice.Paid.Raw(account: "gone")))
            .ShouldBe(new NotAccepted(NotificationRefusal.AccountUnknown));

    [Fact]
    public void Taken_is_said_with_the_banks_element_first_and_a_page_after_it()
    {
        var page = new Uri($"https://pay.example.com/return/abc/{An.Id}?a='1'&b=\"<2>\"");

        var reply = Bench.Channel.Accept(page);

        const string address = "https://pay.example.com/return/abc/";
        reply.ContentType.ShouldBe("text/html");
        reply.Body.ShouldStartWith(
            $"<URL>{address}{An.Id}?a=%271%27&b=%22%3C2%3E%22</URL><html");
        reply.Body.ShouldContain(
            "<meta http-equiv=\"refresh\" content=\"0; url='"
            + $"{address}{An.Id}?a=%271%27&amp;b=%22%3C2%3E%22'\">");
        Ascii.IsValid(reply.Body).ShouldBeTrue();
    }

    [Fact]
    public void Refused_takes_the_payer_on_and_leaves_the_element_out()
    {
        var page = new Uri($"https://pay.example.com/return/abc/{An.Id}");

        var known = Bench.Channel.Refuse(page);
        var unknown = Bench.Channel.Refuse(null);

        known.Body.ShouldNotContain("<URL>");
        known.Body.ShouldContain($"content=\"0; url='{page.AbsoluteUri}'\"");
        unknown.Body.ShouldNotContain("<URL>");
        unknown.Body.ShouldNotContain("refresh");
        unknown.ContentType.ShouldBe("text/html");
        Ascii.IsValid(known.Body + unknown.Body).ShouldBeTrue();
    }

    [Fact]
    public void What_is_nothing_for_us_is_taken_without_a_page()
        => Bench.Channel.Accept(null).ShouldBe(Bench.Channel.Refuse(null));
}
