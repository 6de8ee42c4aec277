using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using PayFunctions.Net;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Net;

public sealed class GuardedClientAnswerTests
{
    private const int Limit = 64 * 1024;

    [Theory]
    [InlineData(200, "success")]
    [InlineData(404, "no such page")]
    [InlineData(500, "")]
    public async Task An_answer_is_given_with_its_status_and_body(int status, string text)
    {
        await using var shop = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(text);
        });
        using var client = A.Client();

        var result = await client.PostAsync(shop.Url());

        result.Outcome.ShouldBe(DeliveryOutcome.Answered);
        result.Status.ShouldBe(status);
        result.Text().ShouldBe(text);
        result.RetryAfter.ShouldBeNull();
        result.Sentence.ShouldBe($"The host answered with status {status}.");
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Sun, 01 Mar 2026 12:05:00 GMT", 300)]
    [InlineData("Sunday, 01-Mar-26 12:05:00 GMT", 300)]
    [InlineData("soon", null)]
    public async Task A_retry_after_is_read_in_both_forms(string header, int? seconds)
    {
        await using var shop = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = header;
            return Task.CompletedTask;
        });
        using var client = A.Client(time: new ManualTimeProvider());

        var result = await client.PostAsync(shop.Url());

        result.Status.ShouldBe(503);
        result.RetryAfter.ShouldBe(
            seconds is { } count ? TimeSpan.FromSeconds(count) : null);
    }

    [Theory]
    [InlineData(Limit, DeliveryOutcome.Answered)]
    [InlineData(Limit + 1, DeliveryOutcome.TooLarge)]
    public async Task An_answer_is_read_up_to_the_limit(int length, object expected)
    {
        await using var shop = await LoopbackServer.StartAsync(
            context => context.Response.Body.WriteAsync(new byte[length]).AsTask());
        using var client = A.Client();

        var result = await client.PostAsync(shop.Url());

        result.Outcome.ShouldBe(expected);
        result.Status.ShouldBe(200);
        result.Body.Length.ShouldBe(Limit);
    }

    [Fact]
    public async Task An_endless_answer_ends_at_the_limit()
    {
        await using var shop = await LoopbackServer.StartAsync(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[Limit]);
            }
        });
        using var client = A.Client();

        var result = await client.PostAsync(shop.Url());

        result.Outcome.ShouldBe(DeliveryOutcome.TooLarge);
        result.Body.Length.ShouldBe(Limit);
    }

    [Fact]
    public async Task Headers_have_a_limit_too()
    {
        await using var shop = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers["X-Long"] = new string('a', 17 * 1024);
            return Task.CompletedTask;
        });
        using var client = A.Client();

        var result = await client.PostAsync(shop.Url());

        result.Outcome.ShouldBe(DeliveryOutcome.TooLarge);
    }

    [Fact]
    public async Task A_compressed_answer_is_not_unpacked()
    {
        byte[] packed = [0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0];
        await using var shop = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync(packed).AsTask();
        });
        using var client = A.Client();

        var result = await client.PostAsync(shop.Url());

        result.Body.ToArray().ShouldBe(packed);
    }

    [Fact]
    public async Task A_host_that_does_not_answer_is_left_after_ten_seconds()
    {
        var clock = new ManualTimeProvider();
        await using var shop = await LoopbackServer.StartAsync(context =>
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            return A.SilenceAsync(context);
        });
        using var client = A.Client(time: clock);

        var result = await client.PostAsync(shop.Url());

        result.Outcome.ShouldBe(DeliveryOutcome.TimedOut);
        result.Duration.ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task An_answer_that_trickles_is_left_after_ten_seconds_too()
    {
        var clock = new ManualTimeProvider();
        await using var shop = await LoopbackServer.StartAsync(async context =>
        {
            for (var second = 0; second < 10; second++)
            {
                await context.Response.WriteAsync("s");
                await context.Response.Body.FlushAsync();
                clock.Advance(TimeSpan.FromSeconds(1));
            }

            await A.SilenceAsync(context);
        });
        using var client = A.Client(time: clock);

        var result = await client.PostAsync(shop.Url());

        result.Outcome.ShouldBe(DeliveryOutcome.TimedOut);
        result.Duration.ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_look_up_that_does_not_end_is_left_after_ten_seconds_too()
    {
        var clock = new ManualTimeProvider();
        var names = new SilentNames(() => clock.Advance(TimeSpan.FromSeconds(10)));
        using var client = A.Client(names, time: clock);

        var result = await client.PostAsync(new Uri("https://shop.example.com/"));

        result.Outcome.ShouldBe(DeliveryOutcome.TimedOut);
    }

    [Fact]
    public async Task A_connection_cut_before_the_answer_is_named()
    {
        await using var shop = await LoopbackServer.StartAsync(static context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        using var client = A.Client();

        var result = await client.PostAsync(shop.Url());

        result.Outcome.ShouldBe(DeliveryOutcome.Cut);
        result.Status.ShouldBeNull();
    }

    [Fact]
    public async Task A_connection_cut_within_the_answer_is_named_and_its_bytes_are_kept()
    {
        var served = RawServer.AnswerOnceAsync(
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nsuccess"u8.ToArray(), out var port);
        using var client = A.Client();

        var result = await client.PostAsync(new Uri($"http://127.0.0.1:{port}/"));

        await served;
        result.Outcome.ShouldBe(DeliveryOutcome.Cut);
        result.Status.ShouldBe(200);
        result.Text().ShouldBe("success");
    }

    [Fact]
    public async Task An_answer_that_is_not_http_is_a_cut()
    {
        var served = RawServer.AnswerOnceAsync(
            "220 mail.example.com ESMTP\r\n\r\n"u8.ToArray(), out var port);
        using var client = A.Client();

        var result = await client.PostAsync(new Uri($"http://127.0.0.1:{port}/"));

        await served;
        result.Outcome.ShouldBe(DeliveryOutcome.Cut);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_takes_no_connection()
    {
        // Bound and never listening: nobody else can take the port meanwhile.
        using var socket = new Socket(
            AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)socket.LocalEndPoint!).Port;
        using var client = A.Client();

        var result = await client.PostAsync(new Uri($"http://127.0.0.1:{port}/"));

        result.Outcome.ShouldBe(DeliveryOutcome.ConnectFailed);
    }
}
