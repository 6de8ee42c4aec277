using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace PayFunctions.Tests.Sandbox.Simulation;

/// <summary>
/// A merchant that keeps what is posted to /notify and answers what the test says.
/// </summary>
internal sealed class MerchantEndpoint : IAsyncDisposable
{
    private readonly WebApplication web;
    private readonly Channel<ReceivedNotification> received =
        Channel.CreateUnbounded<ReceivedNotification>();

    private MerchantEndpoint(WebApplication web) => this.web = web;

    public string NotifyUrl => web.Urls.First() + "/notify";

    public string ReturnUrl => web.Urls.First() + "/return";

    public string Answer { get; set; } = "success";

    public int Status { get; set; } = StatusCodes.Status200OK;

    public static async Task<MerchantEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var endpoint = new MerchantEndpoint(builder.Build());
        foreach (var path in (string[])["/notify", "/elsewhere"])
        {
            endpoint.web.MapMethods(path, ["GET", "POST"], endpoint.ReceiveAsync);
        }

        await endpoint.web.StartAsync();
        return endpoint;
    }

    /// <summary>The next notification, waiting for it where need be.</summary>
    public async Task<ReceivedNotification> NextAsync()
        => await received.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Whether nothing more has arrived.</summary>
    public bool IsQuiet => received.Reader.Count == 0;

    public async ValueTask DisposeAsync() => await web.DisposeAsync();

    private async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, System.Text.Encoding.Latin1);
        received.Writer.TryWrite(new(
            request.Method, request.GetDisplayUrl(), request.ContentType ?? "",
            await reader.ReadToEndAsync()));
        return Status is StatusCodes.Status302Found
            ? Results.Redirect("/elsewhere")
            : Results.Text(Answer, statusCode: Status);
    }
}
