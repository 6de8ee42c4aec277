using System.Globalization;
using System.Security.Cryptography;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>The headers that prove a message of WeChat Pay's.</summary>
internal static class PlatformStamp
{
    /// <summary>What a signature begins with that must fail to verify.</summary>
    public const string Probe = "WECHATPAY/SIGNTEST/";

    private const int NonceLength = 32;
    private const int SerialLength = 40;

    /// <summary>The headers for a body.</summary>
    /// <param name="key">Who signs.</param>
    /// <param name="moment">The moment that is signed.</param>
    /// <param name="body">Its bytes.</param>
    /// <param name="harm">What is wrong with them.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(
        PlatformKey key, DateTimeOffset moment, byte[] body, StampHarm harm = StampHarm.None)
    {
        var timestamp = moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetHexString(NonceLength, lowercase: true);
        var text = SignedText.Of([timestamp, nonce], body);
        return
        [
            new("Wechatpay-Nonce", nonce),
            new("Wechatpay-Signature", harm switch
            {
                StampHarm.OtherText => key.Sign([.. text, (byte)' ']),
                StampHarm.Probe => Probe + key.Sign(text),
                StampHarm.Stranger => ByStranger(key, text),
                _ => key.Sign(text),
            }),
            new("Wechatpay-Timestamp", timestamp),
            new("Wechatpay-Serial", harm is StampHarm.UnknownSerial
                ? RandomNumberGenerator.GetHexString(SerialLength)
                : key.Id),
            new("Wechatpay-Signature-Type", SignedText.Algorithm),
        ];
    }

    private static string ByStranger(PlatformKey key, byte[] text)
    {
        using var stranger = key.Stranger();
        return stranger.Sign(text);
    }
}

/// <summary>What can be wrong with the headers.</summary>
internal enum StampHarm
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Another text was signed.</summary>
    OtherText,

    /// <summary>The signature is a probe.</summary>
    Probe,

    /// <summary>Somebody else signed, under the same name.</summary>
    Stranger,

    /// <summary>The name is nobody's.</summary>
    UnknownSerial,
}
