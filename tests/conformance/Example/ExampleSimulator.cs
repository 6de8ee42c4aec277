using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Tests.Conformance.Example;

/// <summary>
/// The channel's own side, written from the description in docs/adding-a-channel.md. It shares no
/// code with the adapter.
/// </summary>
internal sealed class ExampleSimulator : IAsyncDisposable
{
    private const string Form = "application/x-www-form-urlencoded";

    private readonly SimulatorHost host;

    private ExampleSimulator(SimulatorHost host) => this.host = host;

    /// <summary>The root.</summary>
    public Uri Address => host.Address;

    /// <summary>Starts it.</summary>
    public static async Task<ExampleSimulator> StartAsync(
        string merchant, string key, TimeProvider time)
    {
        var work = new Background();
        var (faults, log) = (new FaultPlan(), new NotificationLog());
        var sender = new NotificationSender(
            new NotificationOptions
            {
                Gaps = [TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)],
                IsAccepted = static (status, body) => status == 200 && body == "ok",
                Time = time,
            },
            log, faults, work);
        var desk = new AnswerDesk(faults, time);
        var book = new ExampleBook(merchant, key, sender, time);
        var web = SimulatorHost.Build(0);
        web.MapMethods("/pay", ["GET", "POST"], http => PayAsync(http, book));
        foreach (var operation in (string[])["query", "refund", "refund-query"])
        {
            web.MapPost($"/{operation}", http => AnswerAsync(http, operation, desk, book));
        }

        new Control(book, sender, log, faults).Map(web);
        return new(await SimulatorHost.StartAsync(web, work, CancellationToken.None, sender));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => host.DisposeAsync();

    /// <summary>HMAC-SHA256 in lower hexadecimal digits.</summary>
    public static string SignatureOf(
        string key, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in fields.OrderBy(static f => f.Key, StringComparer.Ordinal))
        {
            text.Append(text.Length > 0 ? "&" : "")
                .Append(CultureInfo.InvariantCulture, $"{name}={value}");
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static async Task PayAsync(HttpContext http, ExampleBook book)
    {
        var text = HttpMethods.IsGet(http.Request.Method)
            ? http.Request.QueryString.Value!.TrimStart('?')
            : await RawBody.TextAsync(http.Request, http.RequestAborted);
        var fields = FormFields.Parse(text, Encoding.UTF8);
        http.Response.StatusCode = book.Open(fields) ? 200 : 400;
        await http.Response.WriteAsync("Pay here.", http.RequestAborted);
    }

    private static async Task AnswerAsync(
        HttpContext http, string operation, AnswerDesk desk, ExampleBook book)
    {
        if (await desk.OpenAsync(http, operation) is not { } met)
        {
            return;
        }

        var fields = FormFields.Parse(
            await RawBody.TextAsync(http.Request, http.RequestAborted), Encoding.UTF8);
        var answer = met.WorkOrBusy(() => book.Answer(operation, fields), book.Busy);
        var text = met.Meets(Fault.UnsignedError) ? "state=error"
            : book.Write(answer, spoilt: met.Meets(Fault.WrongAnswerSignature));
        await AnswerDesk.SendAsync(
            http, met, new WireAnswer(Encoding.ASCII.GetBytes(text), Form));
    }
}
