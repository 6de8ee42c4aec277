using System.Globalization;
using System.Security.Cryptography;
using PayFunctions.Channels.Wire;
using PayFunctions.Keys;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// Signs requests and sends them. The backup host is tried only where there was no connection to
/// the first: then nothing can have happened there.
/// </summary>
internal sealed class WeChatPayCall(ChannelHttp http, SignRsa2 sign, TimeProvider time)
{
    private const string MediaType = "application/json";
    private const int NonceLength = 32;

    /// <summary>Sends, or asks.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="request">What.</param>
    /// <param name="serial">The key that the answer shall be signed with; null leaves it to
    /// WeChat Pay.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<WireReply> RunAsync(
        WeChatPayAccount account, WeChatPayRequest request, string? serial,
        CancellationToken cancellation)
    {
        var reply = await SendAsync(account, account.Base, request, serial, cancellation);
        return reply.NeverLeft && account.Backup is { } backup
            ? await SendAsync(account, backup, request, serial, cancellation)
            : reply;
    }

    /// <summary>Fetches a file from an address that WeChat Pay gave: signed like any question,
    /// while its answer is not.</summary>
    public async Task<WireStream> OpenAsync(
        WeChatPayAccount account, Uri address, CancellationToken cancellation)
    {
        var stamp = await SignAsync(
            account,
            (timestamp, nonce) => WeChatPaySignature.ToSign(
                HttpMethod.Get, address, timestamp, nonce, []),
            cancellation);
        return await http.OpenAsync(
            new WireRequest
            {
                Address = address,
                Method = HttpMethod.Get,
                Headers = [.. Headers(account, stamp, serial: null)],
            },
            cancellation);
    }

    /// <summary>Signs what opens the wallet.</summary>
    public async ValueTask<WeChatPayStamp> SignAsync(
        WeChatPayAccount account, Func<string, string, byte[]> data,
        CancellationToken cancellation)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(
            CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetHexString(NonceLength);
        var signature = await sign(account.SigningKey, data(timestamp, nonce), cancellation);
        return new WeChatPayStamp(timestamp, nonce, signature.Base64);
    }

    private async Task<WireReply> SendAsync(
        WeChatPayAccount account, Uri host, WeChatPayRequest request, string? serial,
        CancellationToken cancellation)
    {
        var address = WeChatPayAccount.At(host, request.Target);
        var stamp = await SignAsync(
            account,
            (timestamp, nonce) => WeChatPaySignature.ToSign(
                request.Method, address, timestamp, nonce, request.Body.Span),
            cancellation);
        var wire = new WireRequest
        {
            Address = address,
            Method = request.Method,
            Body = request.Body,
            ContentType = request.Method == HttpMethod.Get ? null : MediaType,
            Headers = [.. Headers(account, stamp, serial)],
        };
        return request.IsQuestion
            ? await http.AskAsync(wire, cancellation)
            : await http.SendAsync(wire, cancellation);
    }

    private static IEnumerable<KeyValuePair<string, string>> Headers(
        WeChatPayAccount account, WeChatPayStamp stamp, string? serial)
    {
        yield return new("Accept", MediaType);
        yield return new("User-Agent", "PayFunctions");
        yield return new("Authorization", WeChatPaySignature.Authorization(
            account, stamp.Timestamp, stamp.Nonce, stamp.Signature));
        if (serial is not null)
        {
            yield return new(WeChatPaySignature.SerialHeader, serial);
        }
    }
}
