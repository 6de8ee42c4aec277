using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace PayFunctions.Tests.Channels.Abc;

/// <summary>A bank on loopback: it answers as told, and keeps what it was asked.</summary>
internal sealed class LoopbackBank : IAsyncDisposable
{
    private readonly WebApplication app;

    private LoopbackBank(WebApplication app) => this.app = app;

    public List<(string Path, string ContentType, byte[] Body)> Asked { get; } = [];

    public Func<HttpContext, Task> Answer { get; set; } = static _ => Task.CompletedTask;

    public string Address => $"{app.Urls.Single()}/ebus/ReceiveMerchantTrxReqServlet";

    public static async Task<LoopbackBank> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var bank = new LoopbackBank(builder.Build());
        bank.app.Run(bank.TakeAsync);
        await bank.app.StartAsync();
        return bank;
    }

    /// <summary>The same bytes to every request.</summary>
    public void Says(byte[] body) => Answer = context => WriteAsync(context, body);

    /// <summary>One after another; the last one again and again.</summary>
    public void SaysInTurn(params byte[][] bodies)
        => Answer = context => WriteAsync(
            context, bodies[Math.Min(Asked.Count, bodies.Length) - 1]);

    /// <summary>The text of a request's message.</summary>
    public string Message(int index)
    {
        var text = Encoding.UTF8.GetString(Asked[index].Body);
        return text["{\"Message\":".Length..text.IndexOf(
            ",\"Signature-Algorithm\"", StringComparison.Ordinal)];
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task WriteAsync(HttpContext context, byte[] body)
    {
        context.Response.ContentType = "text/html;charset=GBK";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        lock (Asked)
        {
            Asked.Add((
                context.Request.Path.ToString(), context.Request.ContentType ?? "",
                body.ToArray()));
        }

        await Answer(context);
    }
}
