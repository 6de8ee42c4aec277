using Microsoft.AspNetCore.Http;
using PayFunctions.Movements;
using PayFunctions.Notifications;
using PayFunctions.Platform;
using PayFunctions.Storage;
using PayFunctions.Tests.Movements;
using PayFunctions.Tests.Net;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Notifications;

/// <summary>A paid order whose merchant answers as told.</summary>
internal sealed class NoticeBench : IAsyncDisposable
{
    private readonly LoopbackServer server;

    private NoticeBench(LoopbackServer server, Bench bench)
    {
        this.server = server;
        Bench = bench;
    }

    public Bench Bench { get; }

    /// <summary>How often the merchant was told.</summary>
    public int Posts => server.Hits;

    /// <summary>A merchant that answers so, and an order that was just paid.</summary>
    public static async Task<NoticeBench> WithAsync(
        Func<HttpContext, Bench, Task> answer, Application? application = null)
    {
        Bench? bench = null;
        var merchant = await LoopbackServer.StartAsync(context => answer(context, bench!));
        bench = new Bench(merchant.Url().OriginalString, application);
        await bench.OpenAsync();
        await bench.ApplyAsync(An.Success());
        bench.Effects.Done.Clear();
        bench.Effects.Delays.Clear();
        return new NoticeBench(merchant, bench);
    }

    /// <summary>A merchant that always answers so.</summary>
    public static Task<NoticeBench> WithAsync(int status, string body)
        => WithAsync((context, _) =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        });

    /// <summary>The announcement of the payment is handed out.</summary>
    public Task FollowAsync()
        => Bench.Get<MovementConsumer>().RunAsync(
            new MovementMessage(Bench.Id, Bench.OrderNow.Version, An.Noon), default);

    /// <summary>A planned attempt is handed out.</summary>
    public async Task RepeatAsync(int attempt)
        => await Bench.Get<NoticeConsumer>().RunAsync(
            new NoticeMessage((await NoticeAsync()).Id, attempt), default);

    /// <summary>Every planned attempt is handed out at its time.</summary>
    public async Task RepeatToTheEndAsync()
    {
        while (Bench.Notices.Queue.NextVisibleAt is { } next)
        {
            Bench.Clock.AdvanceTo(next);
            var message = Bench.Notices.Queue.Receive(TimeSpan.FromMinutes(10)).ShouldNotBeNull();
            await Bench.Get<NoticeConsumer>().RunAsync(message.Body, default);
            Bench.Notices.Queue.Delete(message.MessageId, message.PopReceipt);
        }
    }

    /// <summary>The merchant wants it again.</summary>
    public async Task<NoticeView?> ResendAsync()
        => await Bench.Get<ResendNotification>().RunAsync(
            Bench.Shop, (await NoticeAsync()).Id, default);

    /// <summary>The notice as it is now.</summary>
    public async Task<Notice> NoticeAsync() => (await Bench.NoticeAsync()).Notice;

    /// <summary>Puts the notice into a state by hand.</summary>
    public async Task SetAsync(NoticeState state, int attempts)
    {
        var stored = await Bench.NoticeAsync();
        var attempt = new NoticeAttempt(An.Noon, NoticeRules.NotAccepted, 500, "", 1);
        await Bench.Orders.SaveAsync(
            stored.Notice with
            {
                State = state,
                Attempts = [.. Enumerable.Repeat(attempt, attempts)],
            },
            stored.ETag, [], default);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Bench.Dispose();
        await server.DisposeAsync();
    }
}
