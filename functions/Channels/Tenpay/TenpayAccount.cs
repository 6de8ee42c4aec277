using System.Net;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Tenpay;

/// <summary>An account, ready for use. A class without a ToString: it carries a key.</summary>
internal sealed class TenpayAccount
{
    /// <summary>The name in routes and orders.</summary>
    public required string Name { get; init; }

    /// <summary>Which interface it speaks.</summary>
    public required TenpayProfile Profile { get; init; }

    /// <summary>The merchant: the <c>appid</c>, or the <c>partner</c>.</summary>
    public required string Identity { get; init; }

    /// <summary>
    /// For the open platform: the partner that Tenpay may name in place of the appid; else null.
    /// </summary>
    public required string? NamedPartner { get; init; }

    /// <summary>The end of everything that is signed: <c>&amp;key=</c> and the shared key.
    /// </summary>
    public required byte[] SignTail { get; init; }

    /// <summary>Which of our keys it is; null when it is not said (Tenpay takes it for 1).
    /// </summary>
    public required string? SignKeyIndex { get; init; }

    /// <summary>The charset of requests and their answers.</summary>
    public required TextCharset Charset { get; init; }

    /// <summary>Where pages and questions go: the paths are added to it.</summary>
    public required Uri Base { get; init; }

    /// <summary>The bank the payer is sent to; DEFAULT is Tenpay's own page.</summary>
    public required string BankType { get; init; }

    /// <summary>What is said when the payer has no IPv4 address; null for nothing.</summary>
    public required IPAddress? PayerFallback { get; init; }

    /// <summary>Whether a body's 32 are bytes; else they are characters.</summary>
    public required bool CountsBytes { get; init; }

    /// <summary>Whether a notification may bring nothing but its notify_id.</summary>
    public required bool TakesIdOnly { get; init; }

    /// <summary>
    /// Whether a login may come without a token. It is then the same message each time, and
    /// whoever has seen it once can send it for ever.
    /// </summary>
    public bool TakesLoginWithoutToken { get; init; }

    /// <summary>Where refunds are asked about; null for the open platform, which has none.
    /// </summary>
    public required Uri? RefundQuery { get; init; }

    /// <summary>What it takes to refund; null when the account cannot.</summary>
    public required TenpayRefundAccess? Refunds { get; init; }

    /// <summary>The partner, by which bills are kept; null where none is registered.</summary>
    public required string? Partner { get; init; }

    /// <summary>Where bills are fetched; null where nowhere.</summary>
    public required Uri? Bill { get; init; }

    /// <summary>What the identity is called on the wire.</summary>
    public string IdentityName => Profile == TenpayProfile.Open ? "appid" : "partner";

    /// <summary>The address of a path.</summary>
    public Uri At(string path) => new(Base.AbsoluteUri.TrimEnd('/') + path);
}
