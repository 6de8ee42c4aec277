using PayFunctions.Channels;
using PayFunctions.Channels.IPayNow;

namespace PayFunctions.Tests.Channels.IPayNow;

/// <summary>Refunds: R001 and Q001 of profile B, T001 of profile A.</summary>
public sealed class IPayNowRefundTests : IAsyncLifetime
{
    private const string ItsNumber = "200801202401031011120000001";

    private IPayNowServer server = null!;

    /// <summary>tradeStatus, and its meaning where the call worked.</summary>
    public static TheoryData<string, string> Table => new()
    {
        { "R000", nameof(RefundPending) },
        { "R001", nameof(RefundDeclined) },
        { "R010", nameof(RefundSucceeded) },
        { "R011", nameof(RefundDeclined) },
        { "R012", nameof(RefundPending) },
        { "R021", nameof(RefundDeclined) },
        { "R022", nameof(RefundDeclined) },
        { "R023", nameof(RefundDeclined) },
        { "R024", nameof(RefundDeclined) },
        { "R025", nameof(RefundDeclined) },
        { "R026", nameof(RefundDeclined) },
        { "R027", nameof(RefundDeclined) },
        { "R028", nameof(RefundUnknown) },
        { "A00I", nameof(RefundPending) },
        { "A001", nameof(RefundSucceeded) },
        { "A002", nameof(RefundDeclined) },
        { "A003", nameof(RefundUnknown) },
        { "A004", nameof(RefundPending) },
        { "A005", nameof(RefundDeclined) },
        { "A006", nameof(RefundUnknown) },
        { "", nameof(RefundPending) },
        { "r010", nameof(RefundUnknown) },
    };

    /// <summary>A call that did not work, what stands beside it, and the meaning.</summary>
    public static TheoryData<string, string, string> Failures => new()
    {
        { "R001", "", nameof(RefundDeclined) },
        { "R011", "", nameof(RefundDeclined) },
        { "R021", "", nameof(RefundDeclined) },
        { "R027", "", nameof(RefundDeclined) },
        { "A002", "", nameof(RefundDeclined) },
        { "A002", "A002", nameof(RefundDeclined) },
        { "A002", "R011", nameof(RefundDeclined) },
        { "A002", "A001", nameof(RefundUnknown) },
        { "A002", "A004", nameof(RefundUnknown) },
        { "A002", "R010", nameof(RefundUnknown) },
        { "A003", "", nameof(RefundUnknown) },
        { "A003", "A002", nameof(RefundUnknown) },
        { "R010", "", nameof(RefundUnknown) },
        { "R012", "", nameof(RefundUnknown) },
        { "E999", "", nameof(RefundUnknown) },
        { "", "", nameof(RefundUnknown) },
        { "", "A002", nameof(RefundUnknown) },
    };

    public async ValueTask InitializeAsync() => server = await IPayNowServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Every_status_has_a_meaning(string status, string meaning)
    {
        server.Says("R001", Answer("R001").With("tradeStatus", status))
            .Says("Q001", Answer("Q001").With("tradeStatus", status))
            .Says("T001", OldAnswer().With("transStatus", status));

        (await RefundAsync()).GetType().Name.ShouldBe(meaning);
        (await QueryAsync()).GetType().Name.ShouldBe(meaning);
        (await RefundAsync(IPayNowProfile.A)).GetType().Name.ShouldBe(meaning);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Every_failed_call_has_a_meaning(string code, string status, string meaning)
    {
        server.Says("R001", Answer("R001")
                .With("responseCode", code).With("tradeStatus", status))
            .Says("T001", OldAnswer()
                .With("responseCode", code).With("transStatus", status));

        (await RefundAsync()).GetType().Name.ShouldBe(meaning);
        (await RefundAsync(IPayNowProfile.A)).GetType().Name.ShouldBe(meaning);
    }

    [Fact]
    public async Task Profile_b_refunds_by_R001()
    {
        server.Says("R001", Answer("R001").With("tradeStatus", "A004"));

        (await RefundAsync()).ShouldBe(new RefundPending("A004"));

        var asked = server.Asked.Single();
        asked.Path.ShouldBe("/refund/refundOrder");
        asked.IsSigned("signType").ShouldBeTrue();
        asked["amount"].ShouldBe("200");
        asked["mhtOrderNo"].ShouldBe(An.Number.ToString());
        asked["mhtRefundNo"].ShouldBe(An.RefundNumber.ToString());
        asked["reason"].ShouldBe("test");
        asked.Names.ShouldBe(
        [
            "amount", "appId", "funcode", "mhtCharset", "mhtOrderNo", "mhtRefundNo", "reason",
            "signType", "mhtSignature",
        ]);
    }

    [Fact]
    public async Task A_refund_that_is_done_names_ipaynows_number()
    {
        server.Says("Q001", Answer("Q001")
            .With("amount", "").With("mhtOrderNo", "").With("reason", ""));

        (await QueryAsync()).ShouldBe(new RefundSucceeded(ItsNumber, null));

        var asked = server.Asked.Single();
        asked.Path.ShouldBe("/refund/refundQuery");
        asked.IsSigned("signType").ShouldBeTrue();
        asked.Names.ShouldBe(
            ["appId", "funcode", "mhtCharset", "mhtRefundNo", "signType", "mhtSignature"]);
    }

    [Theory]
    [InlineData(null, "refund")]
    [InlineData(" \t", "refund")]
    [InlineData("a&amount=1", "a＆amount＝1")]
    public async Task A_reason_is_always_given_and_says_nothing_of_the_wire(
        string? reason, string sent)
    {
        server.Says("R001", Answer("R001"));
        using var bench = new IPayNowBench(IPayNowProfile.B, server.Address);

        await bench.Channel.RefundAsync(An.RefundRequest(reason), CancellationToken.None);

        server.Asked.Single()["reason"].ShouldBe(sent);
    }

    [Fact]
    public async Task A_version_in_refunds_is_a_setting_and_signed()
    {
        server.Says("R001", Answer("R001").With("version", "1.0.0"));

        (await RefundAsync(IPayNowProfile.B, ("refund_version", "yes")))
            .ShouldBeOfType<RefundSucceeded>();

        server.Asked.Single()["version"].ShouldBe("1.0.0");
        server.Asked.Single().IsSigned("signType").ShouldBeTrue();
    }

    [Theory]
    [InlineData("mhtRefundNo", "RF20240103000001")]
    [InlineData("mhtRefundNo", "")]
    [InlineData("mhtOrderNo", "M20240102000001")]
    [InlineData("mhtOrderNo", "")]
    [InlineData("amount", "201")]
    public async Task An_answer_about_another_refund_is_unknown(string name, string value)
    {
        server.Says("R001", Answer("R001").With(name, value));

        (await RefundAsync()).ShouldBe(new RefundUnknown("the answer is not about this refund"));
    }

    [Theory]
    [InlineData("refundOrderNo", "RF20240103000001")]
    [InlineData("refundOrderNo", "")]
    [InlineData("mhtOrderNo", "M20240102000001")]
    [InlineData("mhtRefundAmt", "201")]
    [InlineData("mhtOrderAmt", "1235")]
    [InlineData("mhtCurrencyType", "840")]
    public async Task An_answer_about_another_old_refund_is_unknown(string name, string value)
    {
        server.Says("T001", OldAnswer().With(name, value));

        (await RefundAsync(IPayNowProfile.A))
            .ShouldBe(new RefundUnknown("the answer is not about this refund"));
    }

    [Theory]
    [InlineData("R001")]
    [InlineData("A002")]
    public async Task A_question_that_fails_means_that_there_is_no_such_refund(string code)
    {
        server.Says("Q001", Answer("Q001").With("responseCode", code).With("tradeStatus", ""));

        (await QueryAsync()).ShouldBeOfType<RefundAbsent>();
        (await QueryAsync(("refund_absent", "never"))).ShouldBeOfType<RefundUnknown>();
    }

    [Theory]
    [InlineData("A003")]
    [InlineData("E999")]
    [InlineData("")]
    public async Task A_question_without_a_clear_answer_means_nothing(string code)
    {
        server.Says("Q001", Answer("Q001").With("responseCode", code).With("tradeStatus", ""));

        (await QueryAsync()).ShouldBeOfType<RefundUnknown>();
    }

    [Fact]
    public async Task Profile_a_refunds_by_T001()
    {
        server.Says("T001", OldAnswer());

        (await RefundAsync(IPayNowProfile.A, ("page_channel_type", "12")))
            .ShouldBe(new RefundPending("R000"));

        var asked = server.Asked.Single();
        asked.Path.ShouldBe("/pay");
        asked.IsSigned("funcode", "deviceType", "mhtSignType").ShouldBeTrue();
        asked["mhtOrderType"].ShouldBe("04");
        asked["mhtOrderAmt"].ShouldBe("1234");
        asked["mhtRefundAmt"].ShouldBe("200");
        asked["mhtOrderStartTime"].ShouldBe("20240102101112");
        asked["deviceType"].ShouldBe("06");
        asked["payChannelType"].ShouldBe("12");
        asked["refundOrderNo"].ShouldBe(An.RefundNumber.ToString());
        asked["notifyUrl"].ShouldBe("https://pay.example.com/notify/ipaynow/main");
    }

    [Fact]
    public async Task Profile_a_cannot_be_asked_unless_refunds_may_be_sent_again()
    {
        using var usual = new IPayNowBench(IPayNowProfile.A, server.Address);
        using var repeats = new IPayNowBench(
            IPayNowProfile.A, server.Address, ("refund_repeat", "yes"));

        (await usual.Channel.QueryRefundAsync(An.RefundRequest(), CancellationToken.None))
            .ShouldBeOfType<RefundUnknown>();
        (await repeats.Channel.QueryRefundAsync(An.RefundRequest(), CancellationToken.None))
            .ShouldBeOfType<RefundAbsent>();
        server.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refund_that_fails_on_the_way_is_unknown_and_sent_once()
    {
        server.Does("R001", static context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });

        (await RefundAsync()).ShouldBe(new RefundUnknown("HTTP status 500"));
        server.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_account_that_is_not_there_refunds_nothing()
    {
        using var bench = new IPayNowBench(IPayNowProfile.B, server.Address);
        var request = An.RefundRequest() with
        {
            Trade = An.Trade with { Account = "other" },
        };

        (await bench.Channel.RefundAsync(request, CancellationToken.None))
            .ShouldBeOfType<RefundUnknown>();
        (await bench.Channel.QueryRefundAsync(request, CancellationToken.None))
            .ShouldBeOfType<RefundUnknown>();
        server.Asked.ShouldBeEmpty();
    }

    private static Said Answer(string funcode) => Said.Of(
        ("amount", "200"),
        ("appId", IPayNowVectors.AppId),
        ("funcode", funcode),
        ("mhtCharset", "UTF-8"),
        ("mhtOrderNo", An.Number.ToString()),
        ("mhtRefundNo", An.RefundNumber.ToString()),
        ("nowPayOrderNo", ItsNumber),
        ("reason", "test"),
        ("responseCode", "R000"),
        ("responseMsg", "成功"),
        ("responseTime", "20240103101112"),
        ("signType", "MD5"),
        ("tradeStatus", "A001"));

    private static Said OldAnswer() => Said.Of(
        ("appId", IPayNowVectors.AppId),
        ("deviceType", "06"),
        ("funcode", "T001"),
        ("mhtCharset", "UTF-8"),
        ("mhtCurrencyType", "156"),
        ("mhtOrderAmt", "1234"),
        ("mhtOrderType", "04"),
        ("mhtRefundAmt", "200"),
        ("refundOrderNo", An.RefundNumber.ToString()),
        ("responseCode", "A001"),
        ("responseTime", "20240103101112"),
        ("signType", "MD5"),
        ("transStatus", "R000"));

    private Task<RefundOutcome> RefundAsync() => RefundAsync(IPayNowProfile.B);

    private async Task<RefundOutcome> RefundAsync(
        IPayNowProfile profile, params (string Name, string Value)[] settings)
    {
        using var bench = new IPayNowBench(profile, server.Address, settings);
        return await bench.Channel.RefundAsync(An.RefundRequest(), CancellationToken.None);
    }

    private async Task<RefundOutcome> QueryAsync(
        params (string Name, string Value)[] settings)
    {
        using var bench = new IPayNowBench(IPayNowProfile.B, server.Address, settings);
        return await bench.Channel.QueryRefundAsync(An.RefundRequest(), CancellationToken.None);
    }
}
