using PayFunctions.Channels;

namespace PayFunctions.Tests.Channels.Tenpay;

/// <summary>What an answer about a refund means: rows that count from 0.</summary>
public sealed class TenpayRefundQueryTests : IAsyncLifetime
{
    private TenpayHost host = null!;
    private TenpayBench bench = null!;

    public async ValueTask InitializeAsync()
    {
        host = await TenpayHost.StartAsync();
        bench = new TenpayBench(host.Address);
    }

    public async ValueTask DisposeAsync()
    {
        bench.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_refund_is_asked_about_by_its_own_number()
    {
        Says(Said.Refusal("88222014"));

        await QueryAsync();

        var asked = host.All.ShouldHaveSingleItem();
        asked.Method.ShouldBe("POST");
        asked.Path.ShouldBe("/gateway/normalrefundquery.xml");
        var said = Said.Pairs(asked.Form);
        said.Where(static p => p.Key != "sign").OrderBy(static p => p.Key, StringComparer.Ordinal)
            .ShouldBe(
            [
                new("input_charset", "UTF-8"),
                new("out_refund_no", A.RefundNumber.ToString()),
                new("partner", TenpayBench.Partner),
                new("service_version", "1.1"),
                new("sign_type", "MD5"),
            ]);
        said["sign"].ShouldBe(Said.Sign(said, TenpayVectors.GatewayKey));
    }

    [Theory]
    [InlineData("1", "RefundAbsent")]
    [InlineData("2", "RefundAbsent")]
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
    public async Task Every_refund_state_has_one_meaning(string state, string meaning)
    {
        Says(Signed(Rows((A.RefundNumber.ToString(), "200", state))));

        (await QueryAsync()).GetType().Name.ShouldBe(meaning);
    }

    [Fact]
    public async Task A_row_is_found_by_its_number_wherever_it_stands()
    {
        Says(Signed(
        [
            .. Rows(("R1", "300", "7"), (A.RefundNumber.ToString(), "200", "10")),
            new("refund_time_1", "20240103101112"),
        ]));

        (await QueryAsync()).ShouldBe(new RefundSucceeded(
            "1111900009999202401030000001",
            new DateTimeOffset(2024, 1, 3, 10, 11, 12, TimeSpan.FromHours(8))));
    }

    [Fact]
    public async Task No_refund_at_all_is_absent_and_every_other_refusal_unknown()
    {
        Says(Said.Refusal("88222014"));
        (await QueryAsync()).ShouldBeOfType<RefundAbsent>();

        foreach (var retcode in (string[])
            ["88221009", "88219998", "88222003", "88222013", "88229118", "1"])
        {
            Says(Said.Refusal(retcode));
            (await QueryAsync()).ShouldBeOfType<RefundUnknown>().Reason.ShouldStartWith(retcode);
        }
    }

    [Theory]
    [InlineData("partner", "1900009998")]
    [InlineData("out_trade_no", "T1")]
    [InlineData("transaction_id", "1900009999202401020000000002")]
    [InlineData("out_refund_no_0", "R1")]
    [InlineData("refund_fee_0", "201")]
    [InlineData("refund_fee_0", "")]
    [InlineData("refund_count", "")]
    [InlineData("refund_count", "0")]
    [InlineData("refund_count", "101")]
    [InlineData("refund_count", "-1")]
    public async Task An_answer_about_something_else_is_unknown(string field, string value)
    {
        var rows = Rows((A.RefundNumber.ToString(), "200", "4"));

        Says(Signed([.. rows.Where(f => f.Key != field), new(field, value)]));

        (await QueryAsync()).ShouldBeOfType<RefundUnknown>();
    }

    [Fact]
    public async Task Two_rows_under_one_number_are_unknown()
    {
        var number = A.RefundNumber.ToString();
        Says(Signed(Rows((number, "200", "4"), (number, "200", "4"))));

        (await QueryAsync()).ShouldBeOfType<RefundUnknown>().Reason.ShouldStartWith("88229113");
    }

    [Fact]
    public async Task What_is_not_signed_by_Tenpay_is_unknown()
    {
        var rows = Rows((A.RefundNumber.ToString(), "200", "4"));

        Says(Said.Xml(rows));
        (await QueryAsync()).ShouldBe(new RefundUnknown("the answer is not signed"));
        Says(Said.Answer(rows, TenpayVectors.OpenKey));
        (await QueryAsync()).ShouldBe(new RefundUnknown("the answer's signature is wrong"));
    }

    [Fact]
    public async Task An_account_without_a_certificate_can_ask_and_one_that_is_gone_cannot()
    {
        Says(Signed(Rows((A.RefundNumber.ToString(), "200", "4"))));

        (await QueryAsync()).ShouldBeOfType<RefundSucceeded>();
        (await bench.Channel.QueryRefundAsync(A.Refund("gone"), default))
            .ShouldBe(new RefundUnknown("the account cannot be used"));
    }

    [Fact]
    public async Task Another_address_can_be_registered()
    {
        bench.Change(
            TenpayBench.Gateway,
            ("refund_query_uri", host.Address + "/refundapi/gateway/normalrefundquery.xml"));
        Says(Said.Refusal("88222014"));

        await QueryAsync();

        host.All[0].Path.ShouldBe("/refundapi/gateway/normalrefundquery.xml");
    }

    private static List<KeyValuePair<string, string>> Rows(
        params (string Number, string Fen, string State)[] rows)
        =>
        [
            new("input_charset", "UTF-8"),
            new("out_trade_no", A.Number.ToString()),
            new("partner", TenpayBench.Partner),
            new("refund_count", $"{rows.Length}"),
            new("retcode", "0"),
            new("sign_type", "MD5"),
            new("transaction_id", A.TradeNo),
            .. rows.SelectMany(static (r, n) => new KeyValuePair<string, string>[]
            {
                new($"out_refund_no_{n}", r.Number),
                new($"refund_channel_{n}", "0"),
                new($"refund_fee_{n}", r.Fen),
                new($"refund_id_{n}", A.RefundId),
                new($"refund_state_{n}", r.State),
            }),
        ];

    private static string Signed(IEnumerable<KeyValuePair<string, string>> fields)
        => Said.Answer(fields, TenpayVectors.GatewayKey);

    private void Says(string body) => host.Says("normalrefundquery", body);

    private Task<RefundOutcome> QueryAsync()
        => bench.Channel.QueryRefundAsync(
            A.Refund(TenpayBench.Gateway), CancellationToken.None);
}
