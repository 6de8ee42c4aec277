using System.Net;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>An account, ready for use. A class without a ToString: it carries keys.</summary>
internal sealed class WeChatPayAccount
{
    /// <summary>The name in routes and orders.</summary>
    public required string Name { get; init; }

    /// <summary>Whose trades.</summary>
    public required WeChatPayIdentity Identity { get; init; }

    /// <summary>Our signing key's name in the vault.</summary>
    public required string SigningKey { get; init; }

    /// <summary>The serial number of the merchant certificate of that key.</summary>
    public required string MerchantSerial { get; init; }

    /// <summary>The APIv3 key, which opens what WeChat Pay encrypts for the merchant.</summary>
    public required byte[] ApiV3Key { get; init; }

    /// <summary>The keys by which WeChat Pay is believed.</summary>
    public required WeChatPayKeys Keys { get; init; }

    /// <summary>Where requests go.</summary>
    public required Uri Base { get; init; }

    /// <summary>Where they go when there is no connection to that; null for nowhere.</summary>
    public required Uri? Backup { get; init; }

    /// <summary>What is said when a payer has no address of his own; null for nothing.</summary>
    public required IPAddress? PayerFallback { get; init; }

    /// <summary>The merchant that an application names to the wallet.</summary>
    public required string AppPartnerId { get; init; }

    /// <summary>The till, for codes that payers show; null when the account cannot.</summary>
    public required WeChatPayTill? Till { get; init; }

    /// <summary>An address at a host.</summary>
    public static Uri At(Uri host, string target)
        => new(host.AbsoluteUri.TrimEnd('/') + target);
}
