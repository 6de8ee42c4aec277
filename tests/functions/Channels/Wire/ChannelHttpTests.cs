using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Channels.Wire;

public sealed class ChannelHttpTests : IAsyncLifetime
{
    private LoopbackChannel channel = null!;
    private WireBench bench = null!;

    private Uri Address => new(channel.Origin + "/gateway?a=%2f&b=1");

    public async ValueTask InitializeAsync()
    {
        channel = await LoopbackChannel.StartAsync();
        bench = Bench();
    }

    public async ValueTask DisposeAsync()
    {
        bench.Dispose();
        await channel.DisposeAsync();
    }

    [Fact]
    public async Task Bytes_go_and_come_untouched()
    {
        channel.Says("<a>é</a>", "text/xml; charset=GBK");

        var reply = await AskAsync();

        var answer = reply.Answer.ShouldNotBeNull();
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.ContentType.ShouldBe("text/xml; charset=GBK");
        answer.Body.ToArray().ShouldBe(Encoding.UTF8.GetBytes("<a>é</a>"));
        channel.Asked.ShouldHaveSingleItem()
            .ShouldBe(("/gateway?a=%2f&b=1", "text/xml;charset=gbk", "x=1"));
        channel.Callers.ShouldHaveSingleItem().Method.ShouldBe("POST");
    }

    [Fact]
    public async Task A_get_has_no_body_and_an_answer_may_have_no_type()
    {
        var reply = await bench.Http.AskAsync(WireRequest.Get(Address), CancellationToken.None);

        reply.Answer.ShouldNotBeNull().ContentType.ShouldBeNull();
        reply.Answer!.Body.IsEmpty.ShouldBeTrue();
        channel.Callers.ShouldHaveSingleItem().Method.ShouldBe("GET");
        channel.Asked.ShouldHaveSingleItem().ContentType.ShouldBe("");
    }

    [Fact]
    public async Task Cookies_are_forgotten()
    {
        channel.Answer = static context =>
        {
            context.Response.Headers.SetCookie = "session=1; path=/";
            return Task.CompletedTask;
        };

        await AskAsync();
        await AskAsync();

        channel.Callers.ShouldAllBe(static c => c.Cookie == "");
    }

    [Theory]
    [InlineData(500, 3)]
    [InlineData(503, 3)]
    [InlineData(404, 1)]
    [InlineData(302, 1)]
    [InlineData(204, 1)]
    public async Task Every_status_is_an_answer_and_trouble_of_the_server_is_asked_again(
        int status, int asked)
    {
        channel.Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = channel.Origin + "/followed";
            return Task.CompletedTask;
        };

        var reply = await AskAsync();

        ((int)reply.Answer.ShouldNotBeNull().Status).ShouldBe(status);
        channel.Asked.Count.ShouldBe(asked);
    }

    [Fact]
    public async Task Only_questions_are_repeated()
    {
        channel.Answer = static context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        var sent = await SendAsync();

        sent.Reason.ShouldStartWith("no answer: ");
        sent.NeverLeft.ShouldBeFalse();
        channel.Asked.Count.ShouldBe(1);
        (await AskAsync()).Reason.ShouldStartWith("no answer: ");
        channel.Asked.Count.ShouldBe(4);
    }

    [Fact]
    public async Task An_answer_cut_in_the_middle_is_no_answer()
    {
        channel.Answer = static async context =>
        {
            context.Response.ContentLength = 5000;
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            context.Abort();
        };

        (await SendAsync()).Reason.ShouldStartWith("no answer: ");
    }

    [Fact]
    public async Task An_answer_may_fill_its_limit_and_not_pass_it()
    {
        channel.Says(new string('x', 1000));

        (await AskAsync(1000)).Answer.ShouldNotBeNull().Body.Length.ShouldBe(1000);
        (await AskAsync(999)).Reason.ShouldBe("the answer is too large");
        channel.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_usual_limit_holds_for_an_answer_of_unknown_length()
    {
        channel.Answer = static async context =>
        {
            for (var i = 0; i <= ChannelHttp.AnswerBytesMax / 1024; i++)
            {
                await context.Response.WriteAsync(new string('x', 1024));
            }
        };

        (await SendAsync()).Reason.ShouldBe("the answer is too large");
    }

    [Fact]
    public async Task Nobody_there_is_no_answer()
    {
        await channel.DisposeAsync();

        var reply = await SendAsync();

        reply.Reason.ShouldBe("no answer: ConnectionError");
        reply.NeverLeft.ShouldBeTrue();
    }

    [Fact]
    public async Task Headers_go_and_come_and_one_that_comes_twice_is_none()
    {
        channel.Answer = static context =>
        {
            context.Response.Headers["Request-ID"] = "08A5BC-0";
            context.Response.Headers["X-Twice"] = new(["one", "two"]);
            return Task.CompletedTask;
        };

        var reply = await bench.Http.SendAsync(
            new WireRequest
            {
                Address = Address,
                Method = HttpMethod.Get,
                Headers =
                [
                    new("Authorization", "SCHEME a=\"1\",b=\"2\""),
                    new("User-Agent", "PayFunctions"),
                ],
            },
            CancellationToken.None);

        channel.Headers.ShouldHaveSingleItem()["Authorization"]
            .ShouldBe("SCHEME a=\"1\",b=\"2\"");
        channel.Headers.Single()["User-Agent"].ShouldBe("PayFunctions");
        var headers = reply.Answer.ShouldNotBeNull().Headers;
        headers.Find("request-id").ShouldBe("08A5BC-0");
        headers.Find("X-Twice").ShouldBeNull();
        headers.Find("X-Never").ShouldBeNull();
        reply.NeverLeft.ShouldBeFalse();
    }

    [Fact]
    public async Task A_handshake_that_never_ends_is_no_answer()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var hasty = Bench(("ConnectTimeout", "00:00:00.1"));
        var address = new Uri($"https://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/");

        var reply = await hasty.Http.SendAsync(WireRequest.Get(address), CancellationToken.None);

        reply.Reason.ShouldBe("no answer: ConnectionError");
    }

    [Fact]
    public async Task Silence_ends_when_the_time_is_up()
    {
        var arrived = new SemaphoreSlim(0);
        channel.Answer = context =>
        {
            arrived.Release();
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted)
                .ContinueWith(static _ => { }, TaskScheduler.Default);
        };

        var reply = AskAsync();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await arrived.WaitAsync();
            bench.Time.Advance(TimeSpan.FromSeconds(5));
        }

        (await reply).Reason.ShouldBe("no answer in time");
    }

    [Fact]
    public async Task The_caller_s_own_cancellation_is_thrown()
    {
        using var cancelled = new CancellationTokenSource();
        channel.Answer = async _ => await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(
            bench.Http.AskAsync(Request(), cancelled.Token));
    }

    [Fact]
    public async Task A_host_that_keeps_failing_is_left_alone_for_a_while_and_others_are_not()
    {
        await using var other = await LoopbackChannel.StartAsync();
        using var careful = Bench(("BreakerCalls", "4"), ("QuestionRetries", "0"));
        channel.Answer = static context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        for (var call = 0; call < 4; call++)
        {
            await careful.Http.AskAsync(Request(), CancellationToken.None);
        }

        channel.Says("well again");
        var asked = await careful.Http.AskAsync(Request(), CancellationToken.None);
        var sent = await careful.Http.SendAsync(Request(), CancellationToken.None);
        var neighbour = await careful.Http.SendAsync(
            WireRequest.Get(new Uri(other.Origin)), CancellationToken.None);
        careful.Time.Advance(TimeSpan.FromSeconds(31));
        var later = await careful.Http.AskAsync(Request(), CancellationToken.None);

        asked.Reason.ShouldBe("not asked: the channel's host fails too often");
        sent.ShouldBe(asked);
        sent.NeverLeft.ShouldBeTrue();
        neighbour.Answer.ShouldNotBeNull();
        later.Answer.ShouldNotBeNull();
        channel.Asked.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_host_that_was_forgotten_begins_anew()
    {
        await using var other = await LoopbackChannel.StartAsync();
        using var forgetful = Bench(
            ("BreakerCalls", "2"), ("BreakerHosts", "1"), ("QuestionRetries", "0"));
        channel.Answer = static context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        await forgetful.Http.AskAsync(Request(), CancellationToken.None);
        await forgetful.Http.AskAsync(Request(), CancellationToken.None);

        await forgetful.Http.AskAsync(
            WireRequest.Get(new Uri(other.Origin)), CancellationToken.None);
        var again = await forgetful.Http.AskAsync(Request(), CancellationToken.None);

        again.Answer.ShouldNotBeNull();
    }

    private WireRequest Request(int most = ChannelHttp.AnswerBytesMax)
        => new()
        {
            Address = Address,
            Body = "x=1"u8.ToArray(),
            ContentType = "text/xml;charset=gbk",
            AnswerBytesMax = most,
        };

    private Task<WireReply> AskAsync(int most = ChannelHttp.AnswerBytesMax)
        => bench.Http.AskAsync(Request(most), CancellationToken.None);

    private Task<WireReply> SendAsync()
        => bench.Http.SendAsync(
            WireRequest.Post(Address, "x=1"u8.ToArray(), "text/plain"), CancellationToken.None);

    private static WireBench Bench(params (string Key, string Value)[] settings)
        => new([("RetryDelay", "00:00:00"), .. settings]);
}
