using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PayFunctions.Tests.Compat.Worker.Fixtures;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Compat.Worker;

public sealed class HttpStopTests
{
    [Fact]
    public async Task A_request_under_way_is_answered_before_the_app_ends()
    {
        var finish = new TaskCompletionSource();
        await using var app = await WorkerApp.StartAsync(["Waiting"], null, builder =>
            builder.Services.AddSingleton(new Probe { Work = _ => finish.Task }));

        var call = app.Client.GetAsync(new Uri("/api/waiting", UriKind.Relative));
        await app.Probe.HearAsync<string>();
        var stop = app.StopAsync();
        await app.Stopping;
        finish.SetResult();
        await stop;

        (await call).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task After_the_grace_a_request_under_way_is_cancelled()
    {
        var clock = new ManualTimeProvider();
        await using var app = await WorkerApp.StartAsync(["Waiting"], null, builder => builder
            .Services.AddSingleton<TimeProvider>(clock)
            .AddSingleton(new Probe
            {
                Work = static cancellation => Task.Delay(
                    Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation),
            }));

        var call = app.Client.GetAsync(new Uri("/api/waiting", UriKind.Relative));
        await app.Probe.HearAsync<string>();
        var stop = app.StopAsync();
        await app.Stopping;
        clock.Advance(TimeSpan.FromSeconds(10));
        await stop;

        (await call).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }
}
