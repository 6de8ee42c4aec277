using System.Net;
using System.Text;
using PayFunctions.Channels.Wire;
using PayFunctions.Keys;

namespace PayFunctions.Channels.Alipay;

/// <summary>Signs and posts requests, and gives verified answers.</summary>
internal sealed class AlipayGateway(ChannelHttp http, SignRsa2 sign, TimeProvider time)
{
    /// <summary>The longest call, with a certificate that has to be learned on the way.</summary>
    public static readonly TimeSpan CallMax = TimeSpan.FromSeconds(14);

    /// <summary>
    /// Calls a method. Every trouble on the way is a reason in the reply; only the caller's own
    /// cancellation and the signer throw.
    /// </summary>
    public async Task<AlipayReply> CallAsync(
        AlipayAccount account,
        string method,
        IReadOnlyList<KeyValuePair<string, string>> parameters,
        CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        var wire = await PostAsync(account, method, parameters, cancellation);
        var reply = Read();
        if (reply.UnknownCertificate is not { } number)
        {
            return reply;
        }

        var fault = await LearnAsync(
            account, number, CallMax - time.GetElapsedTime(started), cancellation);
        return fault is null ? Read() : AlipayReply.Trouble(fault);

        AlipayReply Read() => Heard(wire, body => AlipayAnswer.Read(
            body, AlipayMethod.RootOf(method), account));
    }

    /// <summary>Signs a request for a browser.</summary>
    public async Task<PageHandover> HandOverAsync(
        AlipayAccount account,
        IReadOnlyList<KeyValuePair<string, string>> parameters,
        CancellationToken cancellation)
        => AlipayWire.Handover(
            account, await AlipaySignature.SignAsync(sign, account, parameters, cancellation));

    private static AlipayReply Heard(
        WireReply wire, Func<ReadOnlySpan<byte>, AlipayReply> read)
        => wire.Answer switch
        {
            null => AlipayReply.Trouble(wire.Reason),
            { Status: HttpStatusCode.OK } answer => read(answer.Body.Span),
            var answer => AlipayReply.Trouble(
                FormattableString.Invariant($"HTTP status {(int)answer.Status}")),
        };

    private async Task<WireReply> PostAsync(
        AlipayAccount account,
        string method,
        IReadOnlyList<KeyValuePair<string, string>> parameters,
        CancellationToken cancellation)
    {
        var signed = await AlipaySignature.SignAsync(sign, account, parameters, cancellation);
        var request = WireRequest.Post(
            AlipayWire.Query(account, signed),
            AlipayWire.Body(account, signed),
            $"application/x-www-form-urlencoded;charset={account.Charset.Name}");
        return AlipayMethod.IsRepeatable(method)
            ? await http.AskAsync(request, cancellation)
            : await http.SendAsync(request, cancellation);
    }

    /// <summary>Fetches and learns a certificate; null when that is done, else why not.</summary>
    private async Task<string?> LearnAsync(
        AlipayAccount account, string number, TimeSpan left, CancellationToken cancellation)
    {
        if (left <= TimeSpan.Zero)
        {
            return "no time left to learn Alipay's certificate";
        }

        using var limit = new CancellationTokenSource(left, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(
            cancellation, limit.Token);
        try
        {
            var wire = await PostAsync(
                account, AlipayMethod.CertificateDownload,
                AlipayMessages.DownloadCertificate(account, number, time.GetUtcNow()),
                both.Token);
            var reply = Heard(wire, body => AlipayAnswer.ReadUnverified(
                body, AlipayMethod.RootOf(AlipayMethod.CertificateDownload), account));
            return reply.Answer is null
                ? $"Alipay's certificate could not be fetched: {reply.Reason}"
                : PemOf(reply.Answer) is { } pem
                    && account.Certificates!.TryLearn(number, pem, time.GetUtcNow())
                    ? null
                    : "Alipay's certificate is not one that can be trusted";
        }
        catch (VaultBusyException)
        {
            // What was called has happened already: its answer is not to be lost for this.
            return "Alipay's certificate could not be fetched: the vault is busy";
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "no time left to learn Alipay's certificate";
        }
    }

    // What comes in base64 is a PEM text.
    private static string? PemOf(AlipayAnswer answer)
    {
        var content = answer.Text("alipay_cert_content") ?? "";
        var pem = new byte[content.Length];
        return Convert.TryFromBase64String(content, pem, out var length)
            ? Encoding.ASCII.GetString(pem, 0, length)
            : null;
    }
}
