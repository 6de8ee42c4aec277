using System.Security.Cryptography.X509Certificates;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>What it takes to speak the older interface. A class without a ToString: it carries
/// secrets.</summary>
internal sealed class WeChatPayV2Access
{
    /// <summary>The APIv2 key, 32 characters.</summary>
    public required byte[] Key { get; init; }

    /// <summary>Whether we sign with HMAC-SHA256; else with MD5.</summary>
    public required bool IsHmac { get; init; }

    /// <summary>
    /// The merchant certificate with its key, for the reverse. The connections that show it live as
    /// long as this instance.
    /// </summary>
    public required X509Certificate2 Certificate { get; init; }
}
