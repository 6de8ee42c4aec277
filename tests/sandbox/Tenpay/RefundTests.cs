using System.Security.Cryptography.X509Certificates;
using PayFunctions.Sandbox.Simulation;
using PayFunctions.Sandbox.Tenpay;

namespace PayFunctions.Tests.Sandbox.Tenpay;

public sealed class RefundTests : IAsyncLifetime
{
    private TenpayWorld world = null!;
    private HttpClient secure = null!;
    private X509Certificate2 own = null!;

    public async ValueTask InitializeAsync()
    {
        world = await TenpayWorld.StartAsync();
        own = TenpayWorld.OwnCertificate();
        secure = world.Secure(own);
        await world.PayAsync("T1");
    }

    public async ValueTask DisposeAsync()
    {
        secure.Dispose();
        own.Dispose();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task A_refund_over_mutual_TLS_is_done_at_once()
    {
        var answer = await RefundAsync("R1", 200);

        answer.Genuine.ShouldBe(true, answer.Text);
        answer["refund_status"].ShouldBe("4");
        answer["out_refund_no"].ShouldBe("R1");
        answer["out_trade_no"].ShouldBe("T1");
        answer["refund_fee"].ShouldBe("200");
        answer["refund_channel"].ShouldBe("0");
        answer["refund_id"].ShouldStartWith("111" + TenpayWorld.Partner + "20240103");
        var trade = await world.ControlAsync(HttpMethod.Get, "/control/trades/T1");
        trade.GetProperty("state").GetString().ShouldBe("paid");
        trade.GetProperty("refunds")[0].GetProperty("state").GetString().ShouldBe("success");
        (await world.Call("normalorderquery").With("out_trade_no", "T1").AskAsync())["is_refund"]
            .ShouldBe("true");
    }

    [Fact]
    public async Task Whoever_shows_no_certificate_or_another_is_refused()
    {
        using var anonymous = world.Secure(null);
        var (file, _) = CertificateFile.ForMerchant(
            TenpayWorld.Partner, "x", TimeProvider.System.GetUtcNow());
        using var other = X509CertificateLoader.LoadPkcs12(file, "x");
        using var stranger = world.Secure(other);

        (await world.Refund("T1", "R1", 200, anonymous).AskAsync()).Retcode.ShouldBe("88221010");
        (await world.Refund("T1", "R1", 200, stranger).AskAsync()).Retcode.ShouldBe("88221012");
        (await world.Refund("T1", "R1", 200, null).AskAsync()).Retcode.ShouldBe("88221010");
    }

    [Fact]
    public async Task A_certificate_that_has_expired_is_refused()
    {
        world.Time.Advance(own.NotAfter.ToUniversalTime() - world.Time.GetUtcNow().UtcDateTime);

        (await RefundAsync("R1", 200)).Retcode.ShouldBe("88221013");
    }

    [Fact]
    public async Task One_number_is_one_refund()
    {
        var first = await RefundAsync("R1", 200);
        var again = await RefundAsync("R1", 200);
        var other = await RefundAsync("R1", 201);
        await world.PayAsync("T2");
        var elsewhere = await world.Refund("T2", "R1", 200, secure).AskAsync();

        again["refund_id"].ShouldBe(first["refund_id"]);
        other.Retcode.ShouldBe("88222010");
        elsewhere.Retcode.ShouldBe("88222010");
        (await QueryAsync("out_trade_no", "T1"))["refund_count"].ShouldBe("1");
    }

    [Fact]
    public async Task Refunds_never_exceed_the_payment()
    {
        (await RefundAsync("R1", 1000)).Retcode.ShouldBe("0");
        (await RefundAsync("R2", 235)).Retcode.ShouldBe("88222013");
        (await RefundAsync("R3", 234)).Retcode.ShouldBe("0");

        (await world.ControlAsync(HttpMethod.Get, "/control/trades/T1"))
            .GetProperty("state").GetString().ShouldBe("refunded");
    }

    [Theory]
    [InlineData("total_fee", "1233", "88222011")]
    [InlineData("total_fee", "", "88222001")]
    [InlineData("refund_fee", "0", "88222001")]
    [InlineData("refund_fee", "2.00", "88222001")]
    [InlineData("out_refund_no", "", "88222001")]
    [InlineData("out_refund_no", "R12345678901234567890123456789012", "88222001")]
    [InlineData("service_version", "1.0", "88222001")]
    [InlineData("service_version", "", "88222001")]
    [InlineData("op_user_id", "1", "88229105")]
    [InlineData("op_user_passwd", "op-password", "88229104")]
    [InlineData("out_trade_no", "T9", "88221009")]
    [InlineData("sign", "0", "88222002")]
    public async Task A_wrong_refund_is_refused_by_its_number(
        string field, string value, string retcode)
    {
        var answer = await world.Refund("T1", "R1", 200, secure).With(field, value).AskAsync();

        answer.Retcode.ShouldBe(retcode);
        answer.Genuine.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_not_paid_is_not_refunded()
    {
        await world.OpenAsync("T2", 1234);

        (await world.Refund("T2", "R1", 200, secure).AskAsync()).Retcode.ShouldBe("88222012");
    }

    [Fact]
    public async Task The_open_platform_refunds_nothing()
    {
        await using var open = await TenpayWorld.StartAsync(
            TenpayProfile.Open, static o => o with { RefundsWithoutCertificate = true });
        await open.PayAsync("T1");

        (await open.Refund("T1", "R1", 200, null).AskAsync()).Retcode.ShouldBe("88229108");
    }

    [Fact]
    public async Task A_question_takes_the_first_number_of_the_documented_order()
    {
        var first = await RefundAsync("R1", 200);
        await RefundAsync("R2", 300);

        var all = await QueryAsync("out_trade_no", "T1");
        var byNumber = await world.Call("normalrefundquery").With("out_trade_no", "T9")
            .With("out_refund_no", "R2").AskAsync();
        var byId = await world.Call("normalrefundquery").With("out_refund_no", "R2")
            .With("refund_id", first["refund_id"]).AskAsync();
        var byTrade = await QueryAsync("transaction_id", first["transaction_id"]);

        all.Genuine.ShouldBe(true, all.Text);
        all["refund_count"].ShouldBe("2");
        (all["out_refund_no_0"], all["refund_fee_0"], all["refund_state_0"])
            .ShouldBe(("R1", "200", "4"));
        (all["out_refund_no_1"], all["refund_fee_1"], all["refund_time_1"])
            .ShouldBe(("R2", "300", "20240103101112"));
        (byNumber["refund_count"], byNumber["out_refund_no_0"]).ShouldBe(("1", "R2"));
        (byId["refund_count"], byId["out_refund_no_0"]).ShouldBe(("1", "R1"));
        byTrade["refund_count"].ShouldBe("2");
    }

    [Fact]
    public async Task What_was_never_refunded_has_no_refund()
    {
        (await QueryAsync("out_trade_no", "T1")).Retcode.ShouldBe("88222014");
        (await QueryAsync("out_refund_no", "R1")).Retcode.ShouldBe("88222014");
        (await QueryAsync("out_trade_no", "T9")).Retcode.ShouldBe("88221009");
        (await world.Call("normalrefundquery").AskAsync()).Retcode.ShouldBe("88222001");
    }

    private Task<TenpayAnswer> RefundAsync(string number, long fen)
        => world.Refund("T1", number, fen, secure).AskAsync();

    private Task<TenpayAnswer> QueryAsync(string name, string value)
        => world.Call("normalrefundquery").With(name, value).AskAsync();
}
