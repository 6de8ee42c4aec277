using System.Text;
using Microsoft.AspNetCore.Http;
using PayFunctions.Channels;
using PayFunctions.Channels.IPayNow;

namespace PayFunctions.Tests.Channels.IPayNow;

/// <summary>Whatever goes wrong with an answer: nothing was learned.</summary>
public sealed class IPayNowTroubleTests : IAsyncLifetime
{
    private static readonly Said Waits = Said.Of(
        ("appId", IPayNowVectors.AppId),
        ("funcode", "MQ002"),
        ("mhtOrderName", "测试商品"),
        ("mhtOrderNo", An.Number.ToString()),
        ("responseCode", "A001"),
        ("signType", "MD5"),
        ("transStatus", "A004"),
        ("version", "1.0.0"));

    private IPayNowServer server = null!;

    public static TheoryData<string, string> Bodies => new()
    {
        { "", "the answer is no form: PairMalformed" },
        { "<html>502</html>", "the answer is no form: PairMalformed" },
        { """{"responseCode":"A001"}""", "the answer is no form: PairMalformed" },
        { Waits.Body() + "&transStatus=A001", "the answer is no form: Duplicated" },
        { Waits.Body() + "&x=%4", "the answer is no form: EscapeMalformed" },
        { Waits.Body() + "&x=%FF", "the answer is no form: CharsetInvalid" },
        { Waits.Body() + "&x=测", "the answer is no form: ByteUnexpected" },
        { Waits.Body() + "&x[]=1", "the answer is no form: NameUnexpected" },
        { Waits.Body()[..^32], "the answer is not signed" },
        { Waits.Body()[..^1], "the answer's signature is wrong" },
        { Waits.Body() + "&transStatuS=A001", "the answer's signature is wrong" },
        { (Waits with { Key = "another key" }).Body(), "the answer's signature is wrong" },
        { (Waits with { SignsType = false }).Body(), "the answer's signature is wrong" },
        {
            (Waits.Without("version") with { SignsType = false }).Body(),
            "the answer is of another profile than the account"
        },
        {
            Waits.With("appId", "1400000000000002").Body(),
            "the answer is for another application"
        },
        { Waits.Without("appId").Body(), "the answer is for another application" },
        { Waits.With("funcode", "WP001").Body(), "the answer is to another question" },
        { Waits.With("funcode", "N001").Body(), "the answer is to another question" },
        { Waits.Without("funcode").Body(), "the answer is to another question" },
    };

    public async ValueTask InitializeAsync() => server = await IPayNowServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task An_answer_that_proves_nothing_is_unknown(string body, string reason)
    {
        server.Says("MQ002", body);

        (await QueryAsync()).ShouldBe(new Unknown(reason));
    }

    [Fact]
    public async Task An_answer_in_GBK_is_unknown()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
        server.Says("MQ002", Waits with { Encoding = gbk });

        (await QueryAsync()).ShouldBe(new Unknown("the answer is no form: CharsetInvalid"));
    }

    [Fact]
    public async Task Every_truncated_answer_is_unknown()
    {
        var body = Waits.Body();
        using var bench = new IPayNowBench(IPayNowProfile.B, server.Address);
        for (var length = 0; length < body.Length; length += 7)
        {
            server.Says("MQ002", body[..length]);

            (await bench.Channel.QueryAsync(An.Trade, CancellationToken.None))
                .ShouldBeOfType<Unknown>();
        }
    }

    [Fact]
    public async Task Blanks_around_an_answer_do_no_harm()
    {
        server.Says("MQ002", $"\r\n{Waits.Body()}\r\n");

        (await QueryAsync()).ShouldBeOfType<Waiting>();
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_question_is_repeated_after_trouble_of_the_server(int status)
    {
        var calls = 0;
        server.Does("MQ002", context =>
        {
            context.Response.StatusCode = ++calls == 1 ? status : 200;
            return context.Response.WriteAsync(Waits.Body());
        });

        (await QueryAsync()).ShouldBeOfType<Waiting>();
        server.Asked.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(404)]
    public async Task Any_other_status_is_unknown(int status)
    {
        server.Does("MQ002", context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return context.Response.WriteAsync(Waits.Body());
        });

        (await QueryAsync()).ShouldBe(new Unknown($"HTTP status {status}"));
        server.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_oversized_answer_is_unknown()
    {
        server.Says("MQ002", Waits.Body() + new string(' ', 256 * 1024));

        (await QueryAsync()).ShouldBe(new Unknown("the answer is too large"));
    }

    [Fact]
    public async Task A_charge_without_an_answer_in_time_is_unknown()
    {
        server.Does("WP001", IPayNowServer.Silence);

        using var bench = new IPayNowBench(IPayNowProfile.B, server.Address);

        (await PassAsync(bench, bench.Channel.ChargeAsync(
            An.ChargeRequest(), CancellationToken.None)))
            .ShouldBe(new Unknown("no answer in time"));
        server.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_question_without_an_answer_ends_in_time()
    {
        server.Does("MQ002", IPayNowServer.Silence);
        using var bench = new IPayNowBench(IPayNowProfile.B, server.Address);

        (await PassAsync(bench, bench.Channel.QueryAsync(An.Trade, CancellationToken.None)))
            .ShouldBe(new Unknown("no answer in time"));

        (bench.Time.GetUtcNow() - An.Now).ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_host_that_is_not_there_is_unknown()
    {
        using var bench = new IPayNowBench(IPayNowProfile.B, "http://127.0.0.1:1");

        (await bench.Channel.ChargeAsync(An.ChargeRequest(), CancellationToken.None))
            .ShouldBeOfType<Unknown>().Reason.ShouldStartWith("no answer: ");
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_heard()
    {
        server.Does("MQ002", IPayNowServer.Silence);
        using var bench = new IPayNowBench(IPayNowProfile.B, server.Address);
        using var gone = new CancellationTokenSource();

        var asked = bench.Channel.QueryAsync(An.Trade, gone.Token);
        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public async Task What_is_said_of_trouble_has_no_key_in_it()
    {
        server.Says("MQ002", Waits.With("responseCode", "A002")
            .With("responseMsg", new string('长', 500) + "\r\n"));

        var reason = (await QueryAsync()).ShouldBeOfType<Unknown>().Reason;

        reason.Length.ShouldBeLessThan(150);
        reason.ShouldNotContain('\n');
        reason.ShouldNotContain(IPayNowVectors.Key);
        reason.ShouldNotContain(IPayNowVectors.KeyDigest);
    }

    private async Task<ChannelOutcome> QueryAsync()
    {
        using var bench = new IPayNowBench(IPayNowProfile.B, server.Address);
        return await bench.Channel.QueryAsync(An.Trade, CancellationToken.None);
    }

    /// <summary>Lets the time pass that a call waits for in vain.</summary>
    private async Task<ChannelOutcome> PassAsync(
        IPayNowBench bench, Task<ChannelOutcome> call)
    {
        while (!call.IsCompleted)
        {
            if (server.Asked.Count > 0 && bench.Time.NextDue is { } due)
            {
                bench.Time.AdvanceTo(due);
            }

            await Task.Yield();
        }

        return await call;
    }
}
