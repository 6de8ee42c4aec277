using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PayFunctions.Channels;
using PayFunctions.Channels.Alipay;

namespace PayFunctions.Tests.Channels.Alipay;

/// <summary>Accounts in certificate mode.</summary>
public sealed class AlipayCertificateTests
{
    private const string Query = "trade.query";
    private const string Download = "open.app.alipaycert.download";

    private static readonly AlipayAuthority Ant = new();
    private static readonly string App = Ant.Issue(AlipayVectors.Merchant, serial: 11);
    private static readonly string Registered = Ant.Issue(AlipayVectors.Gateway);
    private static readonly RSA LaterKey = RSA.Create(2048);
    private static readonly string Later = Ant.Issue(LaterKey, serial: 10);

    private static readonly string Inner = AlipayTalk.Json(
        ("code", "10000"), ("out_trade_no", An.Number.ToString()),
        ("trade_status", "WAIT_BUYER_PAY"));

    [Theory]
    [InlineData("app")]
    [InlineData("alipay")]
    [InlineData("alipay_with_intermediate")]
    public void A_certificate_s_number_is_the_one_that_the_vector_says(string name)
    {
        var vector = AlipayVectors.Certificates.GetProperty(name);
        var all = new X509Certificate2Collection();
        all.ImportFromPem(vector.Text("pem"));

        AlipayCertificateNumber.Of(all[0]).ShouldBe(vector.Text("sn"));
    }

    [Fact]
    public void The_roots_number_has_the_rsa_roots_in_their_order()
    {
        var vector = AlipayVectors.Certificates.GetProperty("roots");
        var all = new X509Certificate2Collection();
        all.ImportFromPem(vector.Text("pem"));

        all.Count.ShouldBe(4);
        AlipayCertificateNumber.OfRoots(all).ShouldBe(vector.Text("sn"));
    }

    [Fact]
    public void Alipay_s_own_certificates_are_taken_although_they_have_expired()
    {
        var vectors = AlipayVectors.Certificates;
        var real = AlipayBench.Material(
            ("public_key", null),
            ("app_certificate", vectors.GetProperty("app").Text("pem")),
            ("alipay_root_certificates", vectors.GetProperty("roots").Text("pem")),
            ("alipay_certificate", vectors.GetProperty("alipay_with_intermediate").Text("pem")));

        var opening = AlipayAccountRules.Open(real);

        opening.Faults.ShouldBeEmpty();
        var certificates = opening.Account.ShouldNotBeNull().Certificates.ShouldNotBeNull();
        certificates.AppNumber.ShouldBe("866efef280dec9137a87d047ac446315");
        certificates.RootNumber.ShouldBe(
            "687b59193f3f462dd5336e5abf83c5d8_02941eef3187dddf3d3b83462e1dfcf6");
        certificates.Find("4538e7d736df316c15435d5f9d3a8a1f").ShouldNotBeNull();
        certificates.Find("7513daaaa48aa3ba2e4018d84402479c").ShouldBeNull();
    }

    [Fact]
    public void Each_wrong_certificate_is_named()
    {
        using var small = RSA.Create(1024);
        var elsewhere = new AlipayAuthority().Issue(AlipayVectors.Gateway);

        Faults(("app_certificate", null)).ShouldBe(["app_certificate"]);
        Faults(("app_certificate", "x")).ShouldBe(["app_certificate"]);
        Faults(("app_certificate", Ant.Issue(small))).ShouldBe(["app_certificate"]);
        Faults(("alipay_root_certificates", "")).ShouldBe(["alipay_root_certificates"]);
        Faults(("alipay_certificate", null)).ShouldBe(["alipay_certificate"]);
        Faults(("alipay_certificate", Ant.Issue(small))).ShouldBe(["alipay_certificate"]);
        Faults(("alipay_certificate", elsewhere)).ShouldBe(["alipay_certificate"]);
        Faults(("alipay_certificate", Ant.Issue(
            AlipayVectors.Gateway, withIntermediate: false))).ShouldBe(["alipay_certificate"]);
        Faults(("alipay_certificate",
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"))
            .ShouldBe(["alipay_certificate"]);
        Faults(("public_key", AlipayVectors.GatewayKey)).ShouldBe(["public_key"]);
        Faults().ShouldBeEmpty();
    }

    [Fact]
    public async Task Requests_name_our_certificate_and_the_roots_and_sign_both()
    {
        await using var talk = await StartAsync();
        Answers(talk, AlipayVectors.Gateway, NumberOf(Registered));

        await QueryAsync(talk);

        var common = talk.Common();
        common["app_cert_sn"].ShouldBe(NumberOf(App));
        var root = common["alipay_root_cert_sn"].ShouldNotBeNull();
        common["sign"].ShouldBe(Signed.By(
            AlipayVectors.Merchant,
            $"alipay_root_cert_sn={root}&app_cert_sn={NumberOf(App)}&app_id=2021000000000001"
            + $$"""&biz_content={"out_trade_no":"{{An.Number}}"}&charset=utf-8&format=JSON"""
            + "&method=alipay.trade.query&sign_type=RSA2&timestamp=2026-01-02 03:04:05"
            + "&version=1.0"));
    }

    [Fact]
    public async Task An_answer_by_the_registered_certificate_is_read()
    {
        await using var talk = await StartAsync();
        Answers(talk, AlipayVectors.Gateway, NumberOf(Registered));

        (await QueryAsync(talk)).ShouldBe(new Waiting("WAIT_BUYER_PAY"));
        talk.Gateway.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7513DAAAA48AA3BA2E4018D84402479C")]
    [InlineData("x\",\"y\":\"7513daaaa48aa3ba2e4018d")]
    public async Task An_answer_that_names_no_certificate_is_unknown(string? number)
    {
        await using var talk = await StartAsync();
        Answers(talk, AlipayVectors.Gateway, number);

        (await QueryAsync(talk)).ShouldBeOfType<Unknown>();
        talk.Gateway.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_signature_under_the_registered_number_is_refused()
    {
        await using var talk = await StartAsync();
        Answers(talk, LaterKey, NumberOf(Registered));

        (await QueryAsync(talk)).ShouldBe(new Unknown("the answer's signature is wrong"));
    }

    [Fact]
    public async Task A_later_certificate_is_fetched_once_and_remembered()
    {
        await using var talk = await StartAsync();
        talk.Gateway.SaysInTurn(
            Answer(LaterKey, NumberOf(Later)), Fetched(Later),
            Answer(LaterKey, NumberOf(Later)), Answer(AlipayVectors.Gateway, NumberOf(Registered)));

        for (var i = 0; i < 3; i++)
        {
            (await QueryAsync(talk)).ShouldBe(new Waiting("WAIT_BUYER_PAY"));
        }

        talk.Gateway.Asked.Count.ShouldBe(4);
        talk.Common(1)["method"].ShouldBe("alipay.open.app.alipaycert.download");
        talk.Common(1)["app_cert_sn"].ShouldBe(NumberOf(App));
        talk.Content(1).ShouldBe($$"""{"alipay_cert_sn":"{{NumberOf(Later)}}"}""");
    }

    [Fact]
    public async Task A_charge_by_a_later_certificate_is_still_sent_once()
    {
        await using var talk = await StartAsync();
        var inner = AlipayTalk.Json(("code", "10003"), ("out_trade_no", An.Number.ToString()));
        talk.Gateway.SaysInTurn(
            Answer(LaterKey, NumberOf(Later), "trade.pay", inner), Fetched(Later));

        var outcome = await talk.Channel.ChargeAsync(An.ChargeRequest(), CancellationToken.None);

        outcome.ShouldBe(new Waiting("the payer has to confirm"));
        talk.Gateway.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_fetched_has_to_prove_itself()
    {
        await using var talk = await StartAsync();
        string[] wrong =
        [
            Fetched(Registered),
            Fetched(new AlipayAuthority().Issue(LaterKey, serial: 10)),
            Fetched(Ant.Issue(LaterKey, serial: 10, withIntermediate: false)),
            Fetched(Ant.Issue(LaterKey, serial: 10, years: 0)),
            Fetched("x"),
            FetchedFields(("code", "10000")),
            FetchedFields(("alipay_cert_content", "*")),
        ];

        foreach (var fetched in wrong)
        {
            talk.Gateway.SaysInTurn(Answer(LaterKey, NumberOf(Later)), fetched);

            (await QueryAsync(talk))
                .ShouldBe(new Unknown("Alipay's certificate is not one that can be trusted"));
        }
    }

    [Fact]
    public async Task What_cannot_be_fetched_leaves_the_answer_unknown()
    {
        await using var talk = await StartAsync();
        talk.Gateway.SaysInTurn(Answer(LaterKey, NumberOf(Later)), "<html>502</html>");

        (await QueryAsync(talk)).ShouldBeOfType<Unknown>()
            .Reason.ShouldStartWith("Alipay's certificate could not be fetched: ");
    }

    [Fact]
    public async Task A_vault_that_is_busy_afterwards_loses_no_answer_to_an_error()
    {
        await using var talk = await StartAsync();
        talk.Gateway.Says(Answer(LaterKey, NumberOf(Later)));
        talk.Bench.SignaturesLeft = 1;

        (await QueryAsync(talk)).ShouldBe(
            new Unknown("Alipay's certificate could not be fetched: the vault is busy"));
    }

    [Fact]
    public async Task The_whole_call_has_its_time_whatever_is_to_be_learned()
    {
        await using var talk = await StartAsync();
        var fetching = new SemaphoreSlim(0);
        var first = Answer(LaterKey, NumberOf(Later));
        talk.Gateway.Answer = async context =>
        {
            if (talk.Gateway.Asked.Count == 1)
            {
                talk.Bench.Time.Advance(TimeSpan.FromSeconds(4));
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(first));
                return;
            }

            fetching.Release();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted)
                .ContinueWith(static _ => { }, TaskScheduler.Default);
        };

        var outcome = QueryAsync(talk);
        for (var attempt = 0; attempt < 2; attempt++)
        {
            await fetching.WaitAsync();
            talk.Bench.Time.Advance(TimeSpan.FromSeconds(5));
        }

        (await outcome).ShouldBe(new Unknown("no time left to learn Alipay's certificate"));
        talk.Bench.Time.GetUtcNow().ShouldBe(An.Now + AlipayGateway.CallMax);
    }

    [Fact]
    public async Task Notifications_are_verified_with_every_certificate_that_is_known()
    {
        await using var talk = await StartAsync();
        var later = Notice.Paid with { Key = LaterKey };

        talk.Bench.Read(Notice.Paid.Raw()).ShouldBeOfType<Genuine>();
        talk.Bench.Read(later.Raw())
            .ShouldBe(new NotAccepted(NotificationRefusal.SignatureWrong));

        talk.Gateway.SaysInTurn(Answer(LaterKey, NumberOf(Later)), Fetched(Later));
        await QueryAsync(talk);

        talk.Bench.Read(later.Raw()).ShouldBeOfType<Genuine>();
        talk.Bench.Read(Notice.Paid.Raw()).ShouldBeOfType<Genuine>();
        talk.Bench.Read((Notice.Paid with { Key = AlipayVectors.Merchant }).Raw())
            .ShouldBe(new NotAccepted(NotificationRefusal.SignatureWrong));
    }

    [Fact]
    public void Only_so_many_later_certificates_are_remembered()
    {
        var certificates = AlipayCertificates.TryRead(App, Ant.Roots, Registered, [])
            .ShouldNotBeNull();
        for (var serial = 20; serial <= 20 + AlipayCertificates.LearnedMax; serial++)
        {
            var pem = Ant.Issue(LaterKey, (byte)serial);
            certificates.TryLearn(NumberOf(pem), pem, An.Now).ShouldBeTrue();
        }

        certificates.Keys.Count().ShouldBe(2);
        certificates.Find(NumberOf(Registered)).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_account_with_a_key_does_not_care_which_certificate_is_named()
    {
        await using var talk = await AlipayTalk.StartAsync();
        Answers(talk, AlipayVectors.Gateway, NumberOf(Later));

        (await QueryAsync(talk)).ShouldBe(new Waiting("WAIT_BUYER_PAY"));
        talk.Common()["app_cert_sn"].ShouldBeNull();
    }

    private static string NumberOf(string pem)
    {
        var all = new X509Certificate2Collection();
        all.ImportFromPem(pem);
        return AlipayCertificateNumber.Of(all[0]);
    }

    private static (string, string?)[] Settings() =>
    [
        ("public_key", null), ("app_certificate", App), ("alipay_root_certificates", Ant.Roots),
        ("alipay_certificate", Registered),
    ];

    private static Task<AlipayTalk> StartAsync() => AlipayTalk.StartAsync(Settings());

    private static IEnumerable<string> Faults(params (string, string?)[] changes)
        => AlipayAccountRules.Open(AlipayBench.Material([.. Settings(), .. changes]))
            .Faults.Select(static f => f.Split(' ')[0]);

    private static string Answer(
        RSA key, string? number, string method = Query, string? inner = null)
    {
        var said = inner ?? Inner;
        var certificate = number is null ? "" : $",\"alipay_cert_sn\":\"{number}\"";
        return $"{{\"{AlipayTalk.RootOf(method)}\":{said}{certificate},"
            + $"\"sign\":\"{Signed.By(key, said)}\"}}";
    }

    private static void Answers(AlipayTalk talk, RSA key, string? number)
        => talk.Gateway.Says(Answer(key, number));

    private static string Fetched(string pem)
        => FetchedFields(
            ("code", "10000"), ("msg", "Success"),
            ("alipay_cert_content", Convert.ToBase64String(Encoding.ASCII.GetBytes(pem))));

    private static string FetchedFields(params (string, string?)[] fields)
        => $"{{\"{AlipayTalk.RootOf(Download)}\":{AlipayTalk.Json(fields)}}}";

    private static Task<ChannelOutcome> QueryAsync(AlipayTalk talk)
        => talk.Channel.QueryAsync(An.Trade, CancellationToken.None);
}
