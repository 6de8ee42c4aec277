using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace PayFunctions.Tests.Compat.Worker.Fixtures;

internal sealed class HttpFunctions(Probe probe)
{
    [Function("Echo")]
    public static async Task<IResult> EchoAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/echo")] HttpRequest request,
        CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        return Results.Bytes(body.ToArray(), request.ContentType);
    }

    [Function("Unrouted")]
    public static string Unrouted(
        [HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => request.Method;

    [Function("Typed")]
    public static string Typed(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "typed/{text}/{number}/{big}/{id?}")]
        HttpRequest request,
        string text, int number, long big, Guid? id)
        => string.Create(
            CultureInfo.InvariantCulture, $"{request.Path.Value![..1]}{text} {number} {big} {id}");

    [Function("Catching")]
    public static string Catching(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*rest}")] HttpRequest request,
        string rest) => $"{request.Method} {rest}";

    [Function("Guarded")]
    public static ValueTask<string> GuardedAsync(
        [HttpTrigger("get", Route = "guarded")] HttpRequest request)
        => ValueTask.FromResult(request.Method);

    [Function("Master")]
    public static IActionResult Master(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "master")] HttpRequest request)
        => new ContentResult { StatusCode = 202, Content = request.Method };

    [Function("Failing")]
    public static Task<IResult> FailingAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "failing/{how}")]
        HttpRequest request, string how)
        => how switch
        {
            "throw" => throw new InvalidOperationException("secret detail"),
            "result" => Task.FromResult<IResult>(new BrokenResult()),
            "late" => WriteThenFailAsync(request.HttpContext.Response),
            _ => Task.FromResult(Results.Ok()),
        };

    [Function("Nothing")]
    public Task NothingAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "nothing")] HttpRequest request,
        FunctionContext context)
    {
        probe.Tell($"{request.Path} {context.FunctionDefinition.Name} {context.InvocationId}");
        return Task.CompletedTask;
    }

    [Function("Waiting")]
    public async Task WaitingAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "waiting")] HttpRequest request,
        CancellationToken cancellation)
    {
        probe.Tell(request.Method);
        await probe.Work(cancellation);
    }

    [Function("Hidden")]
    internal static string Hidden(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hidden")] HttpRequest request)
        => request.Method;

    private static async Task<IResult> WriteThenFailAsync(HttpResponse response)
    {
        await response.WriteAsync("half of it");
        await response.Body.FlushAsync();
        throw new InvalidOperationException("too late");
    }

    private sealed class BrokenResult : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
            => throw new InvalidOperationException("a broken result");
    }
}
