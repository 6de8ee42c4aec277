using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Hosting;
using PayFunctions.Tests.Compat.Worker.Fixtures;

namespace PayFunctions.Tests.Compat.Worker;

public sealed class HttpRunTests
{
    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json")]
    public async Task The_raw_bytes_of_a_body_arrive_untouched(string type)
    {
        await using var app = await WorkerApp.StartAsync(["Echo"]);
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "a=%20b&c=+"u8, 0, 255, 13, 10];
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);

        var answer = await app.Client.PostAsync(new Uri("/api/v1/echo", UriKind.Relative), content);

        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(bytes);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_as_too_large()
    {
        await using var app = await WorkerApp.StartAsync(["Echo"]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/echo");
        request.Content = new ByteArrayContent([1]);
        request.Content.Headers.ContentLength = (100L * 1024 * 1024) + 1;
        request.Headers.ExpectContinue = true;

        var answer = await app.Client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("throw")]
    [InlineData("result")]
    public async Task An_exception_is_an_empty_500_and_an_error_in_the_log(string how)
    {
        await using var app = await WorkerApp.StartAsync(["Failing"]);

        var answer = await app.Client.GetAsync(new Uri($"/api/failing/{how}", UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        app.Lines.All.ShouldContain(line =>
            line.StartsWith("Error:", StringComparison.Ordinal)
            && line.Contains("Failing", StringComparison.Ordinal)
            && line.Contains(nameof(InvalidOperationException), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failure_after_the_first_byte_cuts_the_connection()
    {
        await using var app = await WorkerApp.StartAsync(["Failing"]);

        var get = app.Client.GetStringAsync(new Uri("/api/failing/late", UriKind.Relative));

        await Should.ThrowAsync<HttpRequestException>(get);
    }

    [Fact]
    public async Task Each_invocation_has_its_scope_and_its_instance()
    {
        await using var app = await WorkerApp.StartAsync(["Scoped"]);

        var first = await app.Client.GetStringAsync(new Uri("/api/scoped", UriKind.Relative));
        string[] told = [await app.Probe.HearAsync<string>(), await app.Probe.HearAsync<string>()];
        var second = await app.Client.GetStringAsync(new Uri("/api/scoped", UriKind.Relative));

        first.ShouldEndWith(" True");
        told[0].ShouldBe("instance disposed");
        told[1].ShouldBe($"disposed {first.Split(' ')[0]}");
        second.ShouldNotStartWith(first.Split(' ')[0] + " ");
    }

    [Fact]
    public async Task Middleware_wraps_the_function_in_the_order_it_was_added()
    {
        await using var app = await WorkerApp.StartAsync(["Nothing"], null, static app => app
            .UseMiddleware<TellingMiddleware>()
            .UseMiddleware(static async (context, next) =>
            {
                var probe = (Probe)context.InstanceServices.GetService(typeof(Probe))!;
                probe.Tell($"in {context.GetHttpContext()!.Request.Path}");
                await next();
                context.GetInvocationResult().Value = Results.StatusCode(418);
            }));

        var answer = await app.Client.GetAsync(new Uri("/api/nothing", UriKind.Relative));
        string[] told =
        [
            await app.Probe.HearAsync<string>(), await app.Probe.HearAsync<string>(),
            (await app.Probe.HearAsync<string>())[..20], await app.Probe.HearAsync<string>(),
        ];

        told.ShouldBe(
            ["before Nothing", "in /api/nothing", "/api/nothing Nothing", "after Nothing"]);
        ((int)answer.StatusCode).ShouldBe(418);
    }

    [Fact]
    public async Task A_caller_who_leaves_cancels_the_function()
    {
        await using var app = await WorkerApp.StartAsync(["Waiting"]);
        app.Probe.Work = async cancellation =>
        {
            var gone = new TaskCompletionSource();
            await using var registration = cancellation.Register(gone.SetResult);
            await gone.Task;
            app.Probe.Tell("cancelled");
        };
        using var leave = new CancellationTokenSource();

        var call = app.Client.GetAsync(new Uri("/api/waiting", UriKind.Relative), leave.Token);
        await app.Probe.HearAsync<string>();
        await leave.CancelAsync();

        (await app.Probe.HearAsync<string>()).ShouldBe("cancelled");
        await Should.ThrowAsync<OperationCanceledException>(call);
    }

    private sealed class TellingMiddleware(Probe probe) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            probe.Tell($"before {context.FunctionDefinition.Name}");
            await next(context);
            probe.Tell($"after {context.FunctionDefinition.Name}");
        }
    }
}
