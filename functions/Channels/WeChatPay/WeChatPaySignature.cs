using System.Globalization;
using System.Text;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// What is signed: lines, each ended by LF, the last one too. Both sides sign by RSA PKCS#1 v1.5
/// over SHA-256.
/// </summary>
internal static class WeChatPaySignature
{
    /// <summary>The scheme, and the only type of signature.</summary>
    public const string Scheme = "WECHATPAY2-SHA256-RSA2048";

    /// <summary>The header that names the key of a signature.</summary>
    public const string SerialHeader = "Wechatpay-Serial";

    /// <summary>How far the signer's clock may be from ours; exactly that far is near enough.
    /// </summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const string TimestampHeader = "Wechatpay-Timestamp";
    private const string NonceHeader = "Wechatpay-Nonce";
    private const string SignatureHeader = "Wechatpay-Signature";
    private const string TypeHeader = "Wechatpay-Signature-Type";
    private const int NonceMax = 256;

    /// <summary>What we sign of a request: the target exactly as it goes over the wire.</summary>
    public static byte[] ToSign(
        HttpMethod method, Uri address, string timestamp, string nonce, ReadOnlySpan<byte> body)
        => Join($"{method.Method}\n{address.PathAndQuery}\n{timestamp}\n{nonce}\n", body);

    /// <summary>The header that carries a request's signature.</summary>
    public static string Authorization(
        WeChatPayAccount account, string timestamp, string nonce, string signature)
        => $"{Scheme} mchid=\"{account.Identity.MchId}\",nonce_str=\"{nonce}\","
            + $"signature=\"{signature}\",timestamp=\"{timestamp}\","
            + $"serial_no=\"{account.MerchantSerial}\"";

    /// <summary>What we sign for the wallet.</summary>
    /// <param name="appId">The application under which the payer calls it up.</param>
    /// <param name="timestamp">Seconds.</param>
    /// <param name="nonce">Drawn for it.</param>
    /// <param name="subject">What is paid: <c>prepay_id=…</c>; in an application the bare
    /// prepay_id.</param>
    public static byte[] ToPay(string appId, string timestamp, string nonce, string subject)
        => Encoding.UTF8.GetBytes($"{appId}\n{timestamp}\n{nonce}\n{subject}\n");

    /// <summary>What WeChat Pay signs of an answer or a notification.</summary>
    public static byte[] ToVerify(string timestamp, string nonce, ReadOnlySpan<byte> body)
        => Join($"{timestamp}\n{nonce}\n", body);

    /// <summary>Whether there is a signature, or a part of one.</summary>
    public static bool IsThere(WireHeaders headers)
        => headers.Find(SignatureHeader) is not null
            || headers.Find(SerialHeader) is not null
            || headers.Find(TimestampHeader) is not null;

    /// <summary>
    /// Verifies raw bytes. Probes whose signature begins with <c>WECHATPAY/SIGNTEST/</c> need no
    /// care: they simply fail.
    /// </summary>
    public static WeChatPayVerdict Verify(
        WeChatPayKeys keys, WireHeaders headers, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (headers.Find(SerialHeader) is not { Length: > 0 } serial
            || headers.Find(NonceHeader) is not { Length: > 0 and <= NonceMax } nonce
            || headers.Find(SignatureHeader) is not { Length: > 0 } signature
            || headers.Find(TimestampHeader) is not { } timestamp
            || !long.TryParse(
                timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return WeChatPayVerdict.HeadersMissing;
        }

        return headers.Find(TypeHeader) is not (null or Scheme) ? WeChatPayVerdict.TypeUnknown
            : !IsNear(seconds, now) ? WeChatPayVerdict.NotInTime
            : keys.Find(serial, now) is not { } key ? WeChatPayVerdict.SerialUnknown
            : key.Verifies(ToVerify(timestamp, nonce, body), signature)
                ? WeChatPayVerdict.Verified
                : WeChatPayVerdict.Wrong;
    }

    private static bool IsNear(long seconds, DateTimeOffset now)
    {
        var ours = now.ToUnixTimeSeconds();
        return seconds >= ours - (long)Window.TotalSeconds
            && seconds <= ours + (long)Window.TotalSeconds;
    }

    private static byte[] Join(string head, ReadOnlySpan<byte> body)
    {
        var length = Encoding.UTF8.GetByteCount(head);
        var all = new byte[length + body.Length + 1];
        Encoding.UTF8.GetBytes(head, all);
        body.CopyTo(all.AsSpan(length));
        all[^1] = (byte)'\n';
        return all;
    }
}
