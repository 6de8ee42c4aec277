using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PayFunctions.Net;

namespace PayFunctions.Tests.Net;

/// <summary>What the tests of the guarded client begin with.</summary>
internal static class A
{
    /// <summary>A form to post.</summary>
    public static readonly ReadOnlyMemory<byte> Form = "notify_id=1&total_fee=100"u8.ToArray();

    /// <summary>A client that may call 127.0.0.1 and, on this machine, nothing else.</summary>
    public static GuardedClient Client(
        IResolveNames? names = null,
        NetOptions? options = null,
        TimeProvider? time = null,
        X509Certificate2Collection? roots = null)
    {
        var chosen = Options.Create(options ?? new NetOptions());
        var clock = time ?? TimeProvider.System;
        return new GuardedClient(
            chosen,
            NetworkList.Parse(["127.0.0.1/32"])!,
            names ?? new NoNames(),
            new HostCircuits(chosen, clock),
            clock,
            roots);
    }

    /// <summary>Posts the form where http is allowed.</summary>
    public static Task<DeliveryResult> PostAsync(this GuardedClient client, Uri url)
        => client.PostFormAsync(
            url, Form, UrlSchemes.HttpToo, TestContext.Current.CancellationToken);

    /// <summary>A server's answer of a text.</summary>
    public static RequestDelegate Answer(string text)
        => context => context.Response.WriteAsync(text);

    /// <summary>The answer's body as text.</summary>
    public static string Text(this DeliveryResult result)
        => Encoding.UTF8.GetString(result.Body.Span);

    /// <summary>A server that says no more until the client has gone.</summary>
    public static async Task SilenceAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }
}
