using System.Net;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// Posts signed messages and gives verified answers. Every trouble on the way is a reason in the
/// reply; only the caller's own cancellation throws.
/// </summary>
internal sealed class AbcGateway(ChannelHttp http)
{
    /// <summary>The largest statement as it comes: packed, in base64, in JSON.</summary>
    public const int StatementBytesMax = 64 * 1024 * 1024;

    // What the Java SDK sends with its JSON, and so what every firewall before the bank knows.
    private const string ContentType = "application/x-www-form-urlencoded";

    /// <summary>Asks what changes nothing at the bank: repeated after trouble.</summary>
    public Task<AbcReply> AskAsync(
        AbcAccount account, string message, CancellationToken cancellation)
        => RunAsync(account, message, http.AskAsync, cancellation);

    /// <summary>Asks for something large.</summary>
    public Task<AbcReply> FetchAsync(
        AbcAccount account, string message, CancellationToken cancellation)
        => RunAsync(account, message, http.AskAsync, cancellation, StatementBytesMax);

    /// <summary>Says once what does something at the bank.</summary>
    public Task<AbcReply> SendAsync(
        AbcAccount account, string message, CancellationToken cancellation)
        => RunAsync(account, message, http.SendAsync, cancellation);

    private static async Task<AbcReply> RunAsync(
        AbcAccount account,
        string message,
        Func<WireRequest, CancellationToken, Task<WireReply>> send,
        CancellationToken cancellation,
        int answerBytesMax = ChannelHttp.AnswerBytesMax)
    {
        if (AbcEnvelope.Write(message, account) is not { } body)
        {
            return AbcReply.Trouble(FormattableString.Invariant(
                $"not sent: more than the bank's {AbcEnvelope.RequestBytesMax} bytes"));
        }

        var reply = await send(
            new WireRequest
            {
                Address = account.Gateway,
                Body = body,
                ContentType = ContentType,
                AnswerBytesMax = answerBytesMax,
            },
            cancellation);
        return reply.Answer switch
        {
            null => AbcReply.Trouble(reply.Reason),
            { Status: HttpStatusCode.OK } answer => AbcAnswer.Read(answer.Body, account),
            var answer => AbcReply.Trouble(
                FormattableString.Invariant($"HTTP status {(int)answer.Status}")),
        };
    }
}
