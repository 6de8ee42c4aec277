using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using PayFunctions.Channels;

namespace PayFunctions.Tests.Channels.Tenpay;

/// <summary>Refunds: what is sent over mutual TLS, and what the answers mean.</summary>
public sealed class TenpayRefundTests : IAsyncLifetime
{
    private static readonly X509Certificate2 Server = ClientCertificate.Make("tenpay");
    private static readonly X509Certificate2 Merchant = ClientCertificate.Make("merchant");

    private static readonly List<KeyValuePair<string, string>> Done =
    [
        new("input_charset", "UTF-8"),
        new("out_refund_no", A.RefundNumber.ToString()),
        new("out_trade_no", A.Number.ToString()),
        new("partner", TenpayBench.Partner),
        new("refund_channel", "0"),
        new("refund_fee", "200"),
        new("refund_id", A.RefundId),
        new("refund_status", "4"),
        new("retcode", "0"),
        new("retmsg", ""),
        new("sign_key_index", "1"),
        new("sign_type", "MD5"),
        new("transaction_id", A.TradeNo),
    ];

    private TenpayHost host = null!;
    private TenpayBench bench = null!;

    public async ValueTask InitializeAsync()
    {
        host = await TenpayHost.StartAsync(Server);
        bench = new TenpayBench(host.Address, Server);
        Entrust(bench, Merchant);
        Says(Said.Answer(Done, TenpayVectors.GatewayKey));
    }

    public async ValueTask DisposeAsync()
    {
        bench.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_refund_is_sent_once_with_the_merchant_s_certificate()
    {
        (await RefundAsync()).ShouldBe(new RefundSucceeded(A.RefundId, At: null));

        var asked = host.All.ShouldHaveSingleItem();
        asked.Method.ShouldBe("POST");
        asked.Path.ShouldBe("/refundapi/gateway/refund.xml");
        asked.Certificate.ShouldBe(Merchant.Thumbprint);
        var said = Said.Pairs(asked.Form);
        said.Where(static p => p.Key != "sign").OrderBy(static p => p.Key, StringComparer.Ordinal)
            .ShouldBe(
            [
                new("input_charset", "UTF-8"),
                new("notify_url", "https://pay.example.com/notify/tenpay/main"),
                new("op_user_id", TenpayBench.Partner),
                new("op_user_passwd", "9d83706fd2bb0b8d61c1ab9b06d4d2f3"),
                new("out_refund_no", A.RefundNumber.ToString()),
                new("out_trade_no", A.Number.ToString()),
                new("partner", TenpayBench.Partner),
                new("refund_fee", "200"),
                new("service_version", "1.1"),
                new("sign_type", "MD5"),
                new("total_fee", "1234"),
                new("transaction_id", A.TradeNo),
            ]);
        said["sign"].ShouldBe(Said.Sign(said, TenpayVectors.GatewayKey));
    }

    [Fact]
    public async Task The_operator_and_the_letters_of_his_password_can_be_registered()
    {
        bench.Change(
            TenpayBench.Gateway, ("op_user_id", "1900009999001"), ("op_password_case", "upper"),
            ("refund_notify", "false"));

        await RefundAsync();

        var said = Said.Pairs(host.All[0].Form);
        said["op_user_id"].ShouldBe("1900009999001");
        said["op_user_passwd"].ShouldBe("9D83706FD2BB0B8D61C1AB9B06D4D2F3");
        said.ShouldNotContainKey("notify_url");
    }

    [Theory]
    [InlineData("1", "RefundUnknown")]
    [InlineData("2", "RefundUnknown")]
    [InlineData("3", "RefundDeclined")]
    [InlineData("4", "RefundSucceeded")]
    [InlineData("5", "RefundDeclined")]
    [InlineData("6", "RefundDeclined")]
    [InlineData("7", "RefundStuck")]
    [InlineData("8", "RefundPending")]
    [InlineData("9", "RefundPending")]
    [InlineData("10", "RefundSucceeded")]
    [InlineData("11", "RefundPending")]
    [InlineData("12", "RefundUnknown")]
    [InlineData("", "RefundUnknown")]
    public async Task Every_refund_status_has_one_meaning(string status, string meaning)
    {
        Says(Said.Answer(With("refund_status", status), TenpayVectors.GatewayKey));

        (await RefundAsync()).GetType().Name.ShouldBe(meaning);
    }

    [Theory]
    [InlineData("88222003", "RefundDeclined")]
    [InlineData("88222011", "RefundDeclined")]
    [InlineData("88222012", "RefundDeclined")]
    [InlineData("88222013", "RefundDeclined")]
    [InlineData("88229103", "RefundDeclined")]
    [InlineData("88229109", "RefundDeclined")]
    [InlineData("88229118", "RefundDeclined")]
    [InlineData("88229119", "RefundDeclined")]
    [InlineData("88219998", "RefundUnknown")]
    [InlineData("88229999", "RefundUnknown")]
    [InlineData("88222001", "RefundUnknown")]
    [InlineData("88222002", "RefundUnknown")]
    [InlineData("88222005", "RefundUnknown")]
    [InlineData("88221009", "RefundUnknown")]
    [InlineData("88221010", "RefundUnknown")]
    [InlineData("88221012", "RefundUnknown")]
    [InlineData("88221013", "RefundUnknown")]
    [InlineData("88222010", "RefundUnknown")]
    [InlineData("88222014", "RefundUnknown")]
    [InlineData("88229101", "RefundUnknown")]
    [InlineData("88229102", "RefundUnknown")]
    [InlineData("88229104", "RefundUnknown")]
    [InlineData("88229105", "RefundUnknown")]
    [InlineData("88229106", "RefundUnknown")]
    [InlineData("88229107", "RefundUnknown")]
    [InlineData("88229108", "RefundUnknown")]
    [InlineData("88229111", "RefundUnknown")]
    [InlineData("88229112", "RefundUnknown")]
    [InlineData("88229113", "RefundUnknown")]
    [InlineData("88229114", "RefundUnknown")]
    [InlineData("88229115", "RefundUnknown")]
    [InlineData("88229116", "RefundUnknown")]
    [InlineData("88229117", "RefundUnknown")]
    [InlineData("77777777", "RefundUnknown")]
    public async Task Every_refusal_has_one_meaning(string retcode, string meaning)
    {
        Says(Said.Refusal(retcode));

        var outcome = await RefundAsync();

        outcome.GetType().Name.ShouldBe(meaning);
        outcome.ToString().ShouldNotBeNull().ShouldContain(retcode);
    }

    [Theory]
    [InlineData("partner", "1900009998")]
    [InlineData("partner", "")]
    [InlineData("out_refund_no", "R1")]
    [InlineData("out_refund_no", "")]
    [InlineData("out_trade_no", "T1")]
    [InlineData("transaction_id", "1900009999202401020000000002")]
    [InlineData("refund_fee", "201")]
    [InlineData("refund_fee", "")]
    public async Task An_answer_about_something_else_is_unknown(string field, string value)
    {
        Says(Said.Answer(With(field, value), TenpayVectors.GatewayKey));

        (await RefundAsync()).ShouldBeOfType<RefundUnknown>();
    }

    [Fact]
    public async Task What_is_not_signed_by_Tenpay_is_unknown()
    {
        Says(Said.Xml(Done));
        (await RefundAsync()).ShouldBe(new RefundUnknown("the answer is not signed"));

        Says(Said.Answer(Done, TenpayVectors.OpenKey));
        (await RefundAsync()).ShouldBe(new RefundUnknown("the answer's signature is wrong"));
    }

    [Fact]
    public async Task Trouble_is_unknown_and_a_refund_is_not_repeated()
    {
        host.Answers["refund"] = static http =>
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        };

        (await RefundAsync()).ShouldBe(new RefundUnknown("HTTP status 500"));
        host.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_nobody_vouches_for_is_sent_nothing()
    {
        using var careful = new TenpayBench(host.Address);
        Entrust(careful, Merchant);

        (await careful.Channel.RefundAsync(A.Refund(TenpayBench.Gateway), default))
            .ShouldBeOfType<RefundUnknown>().Reason.ShouldStartWith("no answer");
        host.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_expired_certificate_is_not_shown()
    {
        Entrust(bench, ClientCertificate.Make("old", A.Now));

        (await RefundAsync()).ShouldBeOfType<RefundUnknown>().Reason.ShouldContain("expired");
        host.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_renewed_certificate_is_shown_from_then_on()
    {
        var renewed = ClientCertificate.Make("renewed");

        await RefundAsync();
        Entrust(bench, renewed);
        await RefundAsync();
        await RefundAsync();

        host.All.Select(static a => a.Certificate).ShouldBe(
            [Merchant.Thumbprint, renewed.Thumbprint, renewed.Thumbprint]);
    }

    [Fact]
    public void One_registration_is_opened_once()
        => bench.Account(TenpayBench.Gateway).Refunds!.Certificate
            .ShouldBeSameAs(bench.Account(TenpayBench.Gateway).Refunds!.Certificate);

    [Fact]
    public async Task Accounts_that_cannot_refund_say_so_and_send_nothing()
    {
        var open = A.Refund(TenpayBench.Open);
        using var bare = new TenpayBench(host.Address, Server);

        (await bench.Channel.RefundAsync(open, default))
            .ShouldBeOfType<RefundDeclined>().Reason.ShouldContain("open platform");
        (await bench.Channel.QueryRefundAsync(open, default)).ShouldBeOfType<RefundAbsent>();
        (await bare.Channel.RefundAsync(A.Refund(TenpayBench.Gateway), default))
            .ShouldBeOfType<RefundDeclined>().Reason.ShouldContain("client_certificate");
        host.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_that_is_gone_is_unknown()
        => (await bench.Channel.RefundAsync(A.Refund("gone"), default))
            .ShouldBe(new RefundUnknown("the account cannot be used"));

    private static void Entrust(TenpayBench bench, X509Certificate2 certificate)
        => bench.Entrust(
            TenpayBench.Gateway,
            ("client_certificate", ClientCertificate.Pkcs12(certificate, TenpayBench.Partner)),
            ("op_user_password", "op-password"));

    private static List<KeyValuePair<string, string>> With(string name, string value)
        => [.. Done.Where(f => f.Key != name), new(name, value)];

    private void Says(string body) => host.Says("refund", body);

    private Task<RefundOutcome> RefundAsync()
    {
        bench.Change(
            TenpayBench.Gateway, ("refund_uri", host.Address + "/refundapi/gateway/refund.xml"));
        return bench.Channel.RefundAsync(A.Refund(TenpayBench.Gateway), CancellationToken.None);
    }
}
