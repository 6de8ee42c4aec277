using PayFunctions.Channels;
using PayFunctions.Channels.IPayNow;

namespace PayFunctions.Tests.Channels.IPayNow;

/// <summary>R002 is proved by Q002; whether money went back is said by MQ002.</summary>
public sealed class IPayNowCancelTests : IAsyncLifetime
{
    private IPayNowServer server = null!;

    public async ValueTask InitializeAsync() => server = await IPayNowServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("A006", nameof(Cancelled))]
    [InlineData("A002", nameof(Cancelled))]
    [InlineData("A005", nameof(Cancelled))]
    [InlineData("A001", nameof(CancelledAndRefunded))]
    [InlineData("A004", nameof(CancelUnknown))]
    [InlineData("A00I", nameof(CancelUnknown))]
    [InlineData("A003", nameof(CancelUnknown))]
    [InlineData("R010", nameof(CancelUnknown))]
    public async Task A_cancel_that_is_done_is_what_the_payment_says(
        string status, string meaning)
    {
        server.Says("R002", Answer("R002", "R000", "A004"))
            .Says("Q002", Answer("Q002", "R000", "A001"))
            .Says("MQ002", Payment(status));

        (await CancelAsync()).GetType().Name.ShouldBe(meaning);
    }

    [Fact]
    public async Task Money_that_went_back_is_told_with_the_payments_number()
    {
        server.Says("R002", Answer("R002", "R000", "A004"))
            .Says("Q002", Answer("Q002", "R000", "A001"))
            .Says("MQ002", Payment("A001"));

        (await CancelAsync()).ShouldBe(
            new CancelledAndRefunded("200501202401021011120000001", An.Now));

        server.Asked.Select(static q => q["funcode"]).ShouldBe(["R002", "Q002", "MQ002"]);
        var sent = server.Asked[0];
        sent.Path.ShouldBe("/refund/refundOrder");
        sent.IsSigned("signType").ShouldBeTrue();
        sent["mhtOrderNo"].ShouldBe(An.Number.ToString());
        sent["mhtRefundNo"].ShouldBe($"{An.Number}C");
        sent["reason"].ShouldBe("cancel");
        sent.Names.ShouldNotContain("amount");
        server.Asked[1]["mhtRefundNo"].ShouldBe($"{An.Number}C");
    }

    [Fact]
    public async Task A_cancel_that_is_done_at_once_is_not_asked_about()
    {
        server.Says("R002", Answer("R002", "R000", "R010")).Says("MQ002", Payment("A006"));

        (await CancelAsync()).ShouldBeOfType<Cancelled>();
    }

    [Theory]
    [InlineData("R000", "A004", nameof(CancelUnknown))]
    [InlineData("R000", "R012", nameof(CancelUnknown))]
    [InlineData("R000", "A003", nameof(CancelUnknown))]
    [InlineData("R000", "A002", nameof(CancelUnknown))]
    [InlineData("R001", "", nameof(CancelUnknown))]
    [InlineData("A003", "", nameof(CancelUnknown))]
    public async Task A_cancel_that_is_not_done_is_not_known(
        string code, string status, string meaning)
    {
        server.Says("R002", Answer("R002", "R000", "A004"))
            .Says("Q002", Answer("Q002", code, status));

        (await CancelAsync()).GetType().Name.ShouldBe(meaning);
    }

    [Theory]
    [InlineData("R024")]
    [InlineData("R025")]
    [InlineData("R001")]
    [InlineData("A002")]
    public async Task A_cancel_is_refused_where_ipaynow_knows_of_none(string code)
    {
        server.Says("R002", Answer("R002", code, ""))
            .Says("Q002", Answer("Q002", "R001", ""));

        (await CancelAsync()).ShouldBeOfType<CancelRefused>();
    }

    [Fact]
    public async Task A_cancel_that_is_refused_because_it_was_done_before_is_done()
    {
        server.Says("R002", Answer("R002", "R025", ""))
            .Says("Q002", Answer("Q002", "R000", "A001"))
            .Says("MQ002", Payment("A006"));

        (await CancelAsync()).ShouldBeOfType<Cancelled>();
    }

    [Fact]
    public async Task A_cancel_whose_answer_is_lost_may_be_done_all_the_same()
    {
        server.Does("R002", static context =>
            {
                context.Abort();
                return Task.CompletedTask;
            })
            .Says("Q002", Answer("Q002", "R000", "A001"))
            .Says("MQ002", Payment("A001"));

        (await CancelAsync()).ShouldBeOfType<CancelledAndRefunded>();
        server.Asked.Count(static q => q["funcode"] == "R002").ShouldBe(1);
    }

    [Fact]
    public async Task A_cancel_whose_answer_is_lost_and_that_nobody_knows_is_unknown()
    {
        server.Says("R002", "nonsense").Says("Q002", Answer("Q002", "R001", ""));

        (await CancelAsync()).ShouldBeOfType<CancelUnknown>();
    }

    [Theory]
    [InlineData("mhtRefundNo", "X")]
    [InlineData("mhtOrderNo", "X")]
    public async Task An_answer_about_another_cancel_proves_nothing(string name, string value)
    {
        server.Says("R002", Answer("R002", "R000", "A001").With(name, value))
            .Says("Q002", Answer("Q002", "R000", "A001").With(name, value));

        (await CancelAsync()).ShouldBeOfType<CancelUnknown>();
    }

    [Fact]
    public async Task A_cancel_that_nobody_can_prove_is_unknown()
    {
        server.Says("R002", Answer("R002", "R000", "A001")).Says("MQ002", "nonsense");

        (await CancelAsync()).ShouldBeOfType<CancelUnknown>().Reason
            .ShouldStartWith("cancelled, but the answer is no form");
    }

    [Fact]
    public async Task All_calls_together_end_in_time()
    {
        using var bench = new IPayNowBench(IPayNowProfile.B, server.Address);
        server.Says("R002", Answer("R002", "R000", "A004"))
            .Does("Q002", IPayNowServer.Silence);

        var cancelled = bench.Channel.CancelAsync(An.Trade, CancellationToken.None);
        while (!cancelled.IsCompleted)
        {
            if (server.Asked.Count > 1 && bench.Time.NextDue is { } due)
            {
                bench.Time.AdvanceTo(due);
            }

            await Task.Yield();
        }

        (await cancelled).ShouldBeOfType<CancelUnknown>();
        (bench.Time.GetUtcNow() - An.Now).ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task An_account_without_cancels_refuses()
    {
        using var a = new IPayNowBench(IPayNowProfile.A, server.Address);
        using var none = new IPayNowBench(
            IPayNowProfile.B, server.Address, ("cancel_funcode", "none"));

        (await a.Channel.CancelAsync(An.Trade, CancellationToken.None))
            .ShouldBe(new CancelRefused("profile a has no cancel"));
        (await none.Channel.CancelAsync(An.Trade, CancellationToken.None))
            .ShouldBe(new CancelRefused("the account's cancel_funcode is none"));
        (await none.Channel.CancelAsync(
            An.Trade with { Account = "other" }, CancellationToken.None))
            .ShouldBeOfType<CancelUnknown>();
        server.Asked.ShouldBeEmpty();
    }

    private static Said Answer(string funcode, string code, string status) => Said.Of(
        ("appId", IPayNowVectors.AppId),
        ("funcode", funcode),
        ("mhtCharset", "UTF-8"),
        ("mhtOrderNo", funcode == "R002" ? An.Number.ToString() : ""),
        ("mhtRefundNo", $"{An.Number}C"),
        ("nowPayOrderNo", "200802202401021011120000001"),
        ("responseCode", code),
        ("responseMsg", "成功"),
        ("responseTime", "20240102101112"),
        ("signType", "MD5"),
        ("tradeStatus", status));

    private static Said Payment(string status) => Said.Of(
        ("appId", IPayNowVectors.AppId),
        ("deviceType", "08"),
        ("funcode", "MQ002"),
        ("mhtCurrencyType", "156"),
        ("mhtOrderAmt", "1234"),
        ("mhtOrderNo", An.Number.ToString()),
        ("nowPayOrderNo", "200501202401021011120000001"),
        ("payTime", status == "A001" ? "20240102101115" : ""),
        ("responseCode", "A001"),
        ("responseTime", "20240102101500"),
        ("signType", "MD5"),
        ("transStatus", status),
        ("version", "1.0.0"));

    private async Task<CancelOutcome> CancelAsync()
    {
        using var bench = new IPayNowBench(IPayNowProfile.B, server.Address);
        return await bench.Channel.CancelAsync(An.Trade, CancellationToken.None);
    }
}
