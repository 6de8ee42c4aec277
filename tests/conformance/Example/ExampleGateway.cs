using System.Net;
using System.Text;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Conformance.Example;

/// <summary>Posts signed forms and gives verified answers, or the reason why there is none.
/// </summary>
internal sealed class ExampleGateway(ChannelHttp http)
{
    private const string ContentType = "application/x-www-form-urlencoded";

    /// <summary>Asks; repeated after trouble.</summary>
    public Task<(FormPairs? Answer, string Reason)> AskAsync(
        ExampleAccount account, string path, List<KeyValuePair<string, string>> signed,
        CancellationToken cancellation)
        => ReadAsync(account, http.AskAsync(Request(account, path, signed), cancellation));

    /// <summary>Sends, once.</summary>
    public Task<(FormPairs? Answer, string Reason)> SendAsync(
        ExampleAccount account, string path, List<KeyValuePair<string, string>> signed,
        CancellationToken cancellation)
        => ReadAsync(account, http.SendAsync(Request(account, path, signed), cancellation));

    /// <summary>A form whose signature was verified before it was read, or null.</summary>
    public static FormPairs? Verified(ExampleAccount account, ReadOnlySpan<byte> body)
        => FormPairs.TryRead(body, TextCharset.Utf8.Encoding, out var form) is null
            && ExampleSignature.Verifies(account.Key, Pairs(form))
                ? form
                : null;

    private static WireRequest Request(
        ExampleAccount account, string path, List<KeyValuePair<string, string>> signed)
        => WireRequest.Post(
            new Uri(account.Base, path),
            Encoding.ASCII.GetBytes(FormPairs.Write(signed, TextCharset.Utf8.Encoding)),
            ContentType);

    private static async Task<(FormPairs? Answer, string Reason)> ReadAsync(
        ExampleAccount account, Task<WireReply> call)
        => await call switch
        {
            { Answer: null } trouble => (null, trouble.Reason),
            { Answer: { Status: HttpStatusCode.OK } answer }
                => Verified(account, answer.Body.Span) is { } form
                    ? (form, "")
                    : (null, "the answer is not signed by the channel"),
            { Answer.Status: var status } => (null, $"HTTP status {(int)status}"),
        };

    private static List<KeyValuePair<string, string>> Pairs(FormPairs form)
        =>
        [
            .. Enumerable.Range(0, form.Count).Select(i => KeyValuePair.Create(
                Encoding.UTF8.GetString(form.NameAt(i)),
                Encoding.UTF8.GetString(form.ValueAt(i)))),
        ];
}
