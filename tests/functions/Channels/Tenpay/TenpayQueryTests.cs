using System.Text;
using Microsoft.AspNetCore.Http;
using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Tenpay;

/// <summary>What an answer about a trade means. Unknown is not failed.</summary>
public sealed class TenpayQueryTests : IAsyncLifetime
{
    private static readonly List<KeyValuePair<string, string>> Paid =
        [.. Notice.Paid.Proof(), new("is_refund", "false"), new("is_split", "false")];

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
    public async Task A_paid_trade_has_succeeded_by_what_was_asked_for()
    {
        Says(Said.Answer(Paid, TenpayVectors.GatewayKey));

        (await QueryAsync()).ShouldBe(new Succeeded(
            Money.OfFen(1234), A.TradeNo,
            new DateTimeOffset(2024, 1, 2, 10, 12, 12, TimeSpan.FromHours(8))));
    }

    [Fact]
    public async Task The_gateway_is_asked_by_post_and_the_open_platform_by_get()
    {
        Says(Said.Refusal("88221009"));

        await QueryAsync();
        await QueryAsync(TenpayBench.Open);

        host.All.Select(static a => (a.Method, a.Path)).ShouldBe(
            [
                ("POST", "/gateway/normalorderquery.xml"),
                ("GET", "/gateway/normalorderquery.xml"),
            ]);
        var open = Said.Pairs(host.All[1].Form);
        open["sign"].ShouldBe(Said.Sign(open, TenpayVectors.OpenKey));
        open.Keys.ShouldBe(
            ["appid", "input_charset", "out_trade_no", "sign_type", "sign"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_trade_that_Tenpay_does_not_know_has_not_begun()
    {
        Says(Said.Refusal("88221009"));

        (await QueryAsync()).ShouldBe(new Waiting("the trade has not begun"));
    }

    [Theory]
    [InlineData("1", "Waiting")]
    [InlineData("2", "Unknown")]
    [InlineData("3", "Unknown")]
    [InlineData("4", "Unknown")]
    [InlineData("5", "Unknown")]
    [InlineData("6", "Unknown")]
    [InlineData("7", "Unknown")]
    [InlineData("8", "Unknown")]
    [InlineData("9", "Unknown")]
    [InlineData("10", "Unknown")]
    [InlineData("11", "Unknown")]
    [InlineData("", "Unknown")]
    [InlineData("x", "Unknown")]
    public async Task Every_trade_state_has_one_meaning(string state, string meaning)
    {
        Says(Said.Answer(With("trade_state", state), TenpayVectors.GatewayKey));

        (await QueryAsync()).GetType().Name.ShouldBe(meaning);
    }

    [Theory]
    [InlineData("88219998")]
    [InlineData("88229999")]
    [InlineData("88222001")]
    [InlineData("88222002")]
    [InlineData("88222003")]
    [InlineData("88222005")]
    [InlineData("88222012")]
    [InlineData("88229101")]
    [InlineData("88229119")]
    [InlineData("1")]
    [InlineData("00")]
    public async Task Every_other_refusal_is_unknown(string retcode)
    {
        Says(Said.Refusal(retcode));

        (await QueryAsync()).ShouldBeOfType<Unknown>().Reason.ShouldStartWith(retcode);
    }

    [Theory]
    [InlineData("partner", "1900009998")]
    [InlineData("partner", "")]
    [InlineData("out_trade_no", "T1")]
    [InlineData("out_trade_no", "")]
    [InlineData("trade_mode", "2")]
    [InlineData("fee_type", "2")]
    [InlineData("fee_type", "")]
    [InlineData("total_fee", "12.34")]
    [InlineData("total_fee", "")]
    [InlineData("discount", "-1")]
    [InlineData("transaction_id", "")]
    [InlineData("time_end", "2024")]
    [InlineData("sign_type", "RSA")]
    [InlineData("input_charset", "BIG5")]
    [InlineData("retcode", "")]
    [InlineData("retcode", "zero")]
    public async Task A_paid_answer_with_another_field_is_unknown(string field, string value)
    {
        Says(Said.Answer(With(field, value), TenpayVectors.GatewayKey));

        (await QueryAsync()).ShouldBeOfType<Unknown>();
    }

    [Fact]
    public async Task What_is_not_signed_by_Tenpay_is_unknown()
    {
        foreach (var answer in (string[])
        [
            Said.Xml(Paid),
            Said.Xml([.. Paid, new("sign", "")]),
            Said.Xml([.. Paid, new("sign", new string('0', 32))]),
            Said.Answer(Paid, TenpayVectors.OpenKey),
            Said.Answer(Paid, TenpayVectors.GatewayKey).Replace(
                "1200", "1300", StringComparison.Ordinal),
            Said.Xml([new("retcode", "88221009"), new("sign", new string('0', 32))]),
        ])
        {
            Says(answer);
            (await QueryAsync()).ShouldBeOfType<Unknown>(answer);
        }
    }

    [Fact]
    public async Task A_signed_refusal_is_verified_too()
    {
        Says(Said.Answer(
            [new("retcode", "88221009"), new("partner", TenpayBench.Partner)],
            TenpayVectors.GatewayKey));

        (await QueryAsync()).ShouldBeOfType<Waiting>();
    }

    [Fact]
    public async Task Unknown_fields_and_another_order_are_verified_as_they_are()
    {
        List<KeyValuePair<string, string>> fields = [.. Paid, new("rmb_total_fee", "7")];
        fields.Reverse();
        Says(Said.Answer(fields, TenpayVectors.GatewayKey));

        (await QueryAsync()).ShouldBeOfType<Succeeded>();
    }

    [Fact]
    public async Task A_GBK_account_reads_GBK_answers()
    {
        bench.Change(TenpayBench.Gateway, ("input_charset", null));
        var fields = With("input_charset", "GBK");
        fields.Add(new("buyer_alias", "龙井"));
        var answer = Said.Answer(fields, TenpayVectors.GatewayKey, Said.Gbk)
            .Replace("UTF-8", "gb2312", StringComparison.Ordinal);
        host.Says("normalorderquery", answer, Said.Gbk);
        (await QueryAsync()).ShouldBeOfType<Succeeded>();

        host.Says("normalorderquery", answer, Encoding.UTF8);
        (await QueryAsync()).ShouldBe(new Unknown("the answer's signature is wrong"));
        host.Says(
            "normalorderquery", answer.Replace("gb2312", "UTF-8", StringComparison.Ordinal),
            Said.Gbk);
        (await QueryAsync()).ShouldBe(new Unknown("the answer cannot be read: NotText"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<root><retcode>0</retcode>")]
    [InlineData("<!DOCTYPE root [<!ENTITY x \"0\">]><root><retcode>&x;</retcode></root>")]
    [InlineData("<root><retcode>0</retcode><retcode>0</retcode></root>")]
    [InlineData("<root><a><retcode>88221009</retcode></a></root>")]
    [InlineData("<html><retcode>88221009</retcode></html>")]
    [InlineData("{\"retcode\":\"0\"}")]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-16\"?><root/>")]
    public async Task What_is_no_answer_is_unknown(string body)
    {
        Says(body);

        (await QueryAsync()).ShouldBeOfType<Unknown>();
    }

    [Fact]
    public async Task A_cut_or_oversized_answer_is_unknown()
    {
        var whole = Said.Answer(Paid, TenpayVectors.GatewayKey);
        for (var length = 0; length < whole.Length; length += 50)
        {
            Says(whole[..length]);
            (await QueryAsync()).ShouldBeOfType<Unknown>();
        }

        Says(whole + new string(' ', 256 * 1024));
        (await QueryAsync()).ShouldBe(new Unknown("the answer is too large"));
    }

    [Fact]
    public async Task Trouble_on_the_way_is_unknown_and_a_question_is_repeated()
    {
        host.Answers["normalorderquery"] = static http =>
        {
            http.Response.StatusCode = StatusCodes.Status502BadGateway;
            return Task.CompletedTask;
        };

        (await QueryAsync()).ShouldBe(new Unknown("HTTP status 502"));
        host.All.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Silence_is_unknown()
    {
        var stays = new TaskCompletionSource();
        var asked = new TaskCompletionSource();
        host.Answers["normalorderquery"] = async _ =>
        {
            asked.TrySetResult();
            await stays.Task;
        };
        using var once = new TenpayBench(
            host.Address, trusted: null, ("Channels:QuestionRetries", "0"));

        var query = once.Channel.QueryAsync(
            A.Trade(TenpayBench.Gateway), CancellationToken.None);
        await asked.Task;
        once.Time.Advance(TimeSpan.FromSeconds(5));

        (await query).ShouldBe(new Unknown("no answer in time"));
        stays.SetResult();
    }

    [Fact]
    public async Task An_account_that_is_gone_is_unknown()
        => (await QueryAsync("gone")).ShouldBe(new Unknown("the account cannot be used"));

    [Fact]
    public async Task The_key_index_is_said_where_it_is_registered()
    {
        bench.Change(TenpayBench.Gateway, ("sign_key_index", "2"));
        Says(Said.Refusal("88221009"));

        await QueryAsync();

        Said.Pairs(host.All[0].Form)["sign_key_index"].ShouldBe("2");
    }

    private static List<KeyValuePair<string, string>> With(string name, string value)
        => [.. Paid.Where(f => f.Key != name), new(name, value)];

    private void Says(string body) => host.Says("normalorderquery", body);

    private Task<ChannelOutcome> QueryAsync(string account = TenpayBench.Gateway)
        => bench.Channel.QueryAsync(A.Trade(account), CancellationToken.None);
}
