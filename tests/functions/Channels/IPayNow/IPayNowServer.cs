using System.Collections.Specialized;
using System.Text;
using System.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace PayFunctions.Tests.Channels.IPayNow;

/// <summary>
/// A server on loopback in ipaynow's place: it answers each function as told, and keeps what it
/// was asked.
/// </summary>
internal sealed class IPayNowServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Dictionary<string, Func<HttpContext, Task>> answers =
        new(StringComparer.Ordinal);

    private IPayNowServer(WebApplication app) => this.app = app;

    public List<Question> Asked { get; } = [];

    public string Address => app.Urls.Single();

    /// <summary>No answer, until the caller gives up.</summary>
    public static Task Silence(HttpContext context)
        => new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);

    public static async Task<IPayNowServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var server = new IPayNowServer(builder.Build());
        server.app.Run(server.TakeAsync);
        await server.app.StartAsync();
        return server;
    }

    public IPayNowServer Says(string funcode, Said said) => Says(funcode, said.Body());

    public IPayNowServer Says(string funcode, string body)
        => Does(funcode, context => context.Response.WriteAsync(body));

    public IPayNowServer Does(string funcode, Func<HttpContext, Task> answer)
    {
        answers[funcode] = answer;
        return this;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var question = new Question(
            context.Request.Path.Value!, context.Request.ContentType ?? "",
            await reader.ReadToEndAsync());
        lock (Asked)
        {
            Asked.Add(question);
        }

        await answers[question["funcode"]!](context);
    }
}

/// <summary>One request.</summary>
internal sealed record Question(string Path, string ContentType, string Body)
{
    private NameValueCollection Fields { get; }
        = HttpUtility.ParseQueryString(Body, Encoding.UTF8);

    public string? this[string name] => Fields[name];

    public IEnumerable<string> Names => Fields.AllKeys.Select(static key => key!);

    /// <summary>Whether its signature is right, by the rule of what is left out.</summary>
    public bool IsSigned(params string[] leftOut)
        => Fields["mhtSignature"] == Said.Signature(
            Names.Select(n => KeyValuePair.Create(n, Fields[n]!)), IPayNowVectors.Key,
            Encoding.UTF8, signsType: !leftOut.Contains("signType"),
            [.. leftOut, "mhtSignature"]);
}
