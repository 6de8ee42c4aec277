using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using PayFunctions.Channels;
using PayFunctions.Keys;

namespace PayFunctions.Tests.Channels.WeChatPay;

/// <summary>How requests travel, and which answers are answers.</summary>
public sealed class WeChatPayGatewayTests : IAsyncLifetime
{
    private const string Trade = """{"trade_state":"NOTPAY"}""";
    private const string Query = "?mchid=1999000101";

    private WeChatPayTalk talk = null!;

    public async ValueTask InitializeAsync() => talk = await WeChatPayTalk.StartAsync();

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public async Task A_request_carries_what_WeChat_Pay_asks_for()
    {
        talk.Says("/native", """{"code_url":"weixin://x"}""");

        await talk.Channel.OpenCodeAsync(
            A.PageRequest("wechatpay_native"), CancellationToken.None);

        var headers = talk.Host.Headers.ShouldHaveSingleItem();
        headers["Accept"].ShouldBe("application/json");
        headers["Content-Type"].ShouldBe("application/json");
        headers["User-Agent"].ShouldNotBeEmpty();
        headers["Wechatpay-Serial"].ShouldBe(WeChatPayVectors.PublicKeyId);
        var parts = headers["Authorization"].Split('"');
        parts[0].ShouldBe("WECHATPAY2-SHA256-RSA2048 mchid=");
        parts[1].ShouldBe("1999000101");
        parts[9].ShouldBe(WeChatPayVectors.MerchantSerial);
        WeChatPayVectors.Merchant.VerifyData(
            Encoding.UTF8.GetBytes(
                $"POST\n/v3/pay/transactions/native\n{parts[7]}\n{parts[3]}\n"
                + $"{talk.Host.Asked[0].Body}\n"),
            Convert.FromBase64String(parts[5]), HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1).ShouldBeTrue();
        parts[7].ShouldBe("1767294245");
        parts[3].Length.ShouldBe(32);
    }

    [Fact]
    public async Task A_question_has_no_body_and_no_type()
    {
        talk.Says(Query, Trade);

        await QueryAsync();

        talk.Host.Asked.ShouldHaveSingleItem().ContentType.ShouldBeEmpty();
        talk.Host.Callers.ShouldHaveSingleItem().Method.ShouldBe("GET");
    }

    [Fact]
    public async Task The_backup_host_is_tried_when_there_is_no_connection_to_the_first()
    {
        using var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var port = ((IPEndPoint)nobody.LocalEndpoint).Port;
        nobody.Stop();
        using var bench = new WeChatPayBench(
            ("base_uri", $"http://127.0.0.1:{port}"), ("backup_uri", talk.Host.Origin),
            ("Channels:RetryDelay", "00:00:00"), ("Channels:BreakerCalls", "1000"));
        talk.Says(Query, Trade);
        talk.Refuses("/refunds", 500, "SYSTEM_ERROR");

        var asked = await bench.Channel.QueryAsync(A.Trade, CancellationToken.None);
        var sent = await bench.Channel.RefundAsync(A.RefundRequest(), CancellationToken.None);

        asked.ShouldBe(new Waiting("NOTPAY"));
        sent.ShouldBe(new RefundUnknown("500 SYSTEM_ERROR"));
        talk.Targets.Count().ShouldBe(2);
    }

    [Fact]
    public async Task The_backup_host_is_not_tried_when_the_first_may_have_heard()
    {
        await using var backup = await WeChatPayTalk.StartAsync();
        await using var first = await WeChatPayTalk.StartAsync(("backup_uri", backup.Host.Origin));
        first.Answers("/refunds", static context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        var aborted = await first.Channel.RefundAsync(A.RefundRequest(), CancellationToken.None);
        first.Refuses("/refunds", 503, null);
        var busy = await first.Channel.RefundAsync(A.RefundRequest(), CancellationToken.None);

        aborted.ShouldBeOfType<RefundUnknown>().Reason.ShouldStartWith("no answer: ");
        busy.ShouldBe(new RefundUnknown("503"));
        backup.Host.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_success_that_is_not_signed_is_no_answer()
    {
        talk.Answers(Query, static context =>
            context.Response.Body.WriteAsync("{}"u8.ToArray()).AsTask());

        (await QueryAsync()).ShouldBe(new Unknown("the answer's signature: HeadersMissing"));
    }

    [Fact]
    public async Task A_probe_simply_fails()
    {
        talk.Answers(Query, context =>
        {
            foreach (var (name, value) in Signed.Headers(Trade, A.Now))
            {
                context.Response.Headers[name] = name is "Wechatpay-Signature"
                    ? "WECHATPAY/SIGNTEST/" + value[..^20]
                    : value;
            }

            return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Trade)).AsTask();
        });

        (await QueryAsync()).ShouldBe(new Unknown("the answer's signature: Wrong"));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{\"trade_state\":\"NOTPAY\",\"trade_state\":\"SUCCESS\"}")]
    public async Task A_signed_answer_that_cannot_be_read_teaches_nothing(string body)
    {
        talk.Says(Query, body);

        (await QueryAsync()).ShouldBe(new Unknown("the answer cannot be read"));
    }

    [Fact]
    public async Task An_account_that_is_refused_as_it_stands_rings()
    {
        talk.Refuses(Query, 401, "SIGN_ERROR");

        (await QueryAsync()).ShouldBe(new Unknown("401 SIGN_ERROR"));

        talk.Bench.Log.Lines.ShouldContain(
            "ALARM channel_account: wechatpay/main was refused as it stands: 401 SIGN_ERROR "
            + "(Request-ID 08A5BC00000000000001-0).");
    }

    [Fact]
    public async Task What_is_no_code_stays_out_of_logs_and_reasons()
    {
        talk.Refuses(Query, 400, "<script>");

        (await QueryAsync()).ShouldBe(new Unknown("400"));

        talk.Bench.Log.Lines.ShouldAllBe(static l => !l.Contains("script"));
    }

    [Fact]
    public async Task Silence_ends_when_the_time_is_up()
    {
        await using var slow = await WeChatPayTalk.StartAsync(
            ("Channels:TotalTimeout", "00:00:14"), ("Channels:AttemptTimeout", "00:00:14"));
        using var arrived = new SemaphoreSlim(0);
        slow.Answers("/refunds", context =>
        {
            arrived.Release();
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted)
                .ContinueWith(static _ => { }, TaskScheduler.Default);
        });

        var refund = slow.Channel.RefundAsync(A.RefundRequest(), CancellationToken.None);
        await arrived.WaitAsync(TestContext.Current.CancellationToken);
        slow.Bench.Time.Advance(TimeSpan.FromSeconds(14));

        (await refund).ShouldBe(new RefundUnknown("no answer in time"));
    }

    [Fact]
    public async Task A_busy_vault_is_said_before_anything_is_sent()
    {
        talk.Bench.SignaturesLeft = 0;

        await Should.ThrowAsync<VaultBusyException>(QueryAsync());
        talk.Host.Asked.ShouldBeEmpty();
    }

    private Task<ChannelOutcome> QueryAsync()
        => talk.Channel.QueryAsync(A.Trade, CancellationToken.None);
}
