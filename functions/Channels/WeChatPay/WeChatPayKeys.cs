using System.Collections.Immutable;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// The keys by which an account believes WeChat Pay: a public key that was registered, platform
/// certificates that were fetched, or both while a merchant moves from these to that. Which one
/// counts is said by each message alone.
/// </summary>
/// <param name="publicKey">The registered one, or null.</param>
/// <param name="hasCertificates">Whether platform certificates are fetched and believed.</param>
internal sealed class WeChatPayKeys(WeChatPayKey? publicKey, bool hasCertificates)
{
    /// <summary>The most certificates in one answer; there are two while they change.</summary>
    public const int CertificatesMax = 8;

    /// <summary>Whether platform certificates are fetched and believed.</summary>
    public bool HasCertificates => hasCertificates;

    /// <summary>Who holds it fetches; nobody else writes <see cref="State"/>.</summary>
    public SemaphoreSlim Fetching { get; } = new(1);

    /// <summary>The certificates, and when to fetch them again.</summary>
    public WeChatPayKeyState State
    {
        get => Volatile.Read(ref field);
        set => Volatile.Write(ref field, value);
    } = WeChatPayKeyState.Initial;

    /// <summary>
    /// The key that answers are asked to be signed with, and that secrets are encrypted for: the
    /// public key, else the newest certificate in force; null when there is none.
    /// </summary>
    public WeChatPayKey? Preferred(DateTimeOffset now)
        => publicKey ?? State.Certificates
            .Where(c => c.IsInForce(now))
            .OrderByDescending(static c => c.From)
            .FirstOrDefault();

    /// <summary>The key of that name, if it is in force.</summary>
    public WeChatPayKey? Find(string serial, DateTimeOffset now)
        => publicKey is not null
            && string.Equals(publicKey.Serial, serial, StringComparison.Ordinal)
                ? publicKey
                : State.Certificates.FirstOrDefault(
                    c => c.IsInForce(now)
                        && string.Equals(c.Serial, serial, StringComparison.OrdinalIgnoreCase));

    /// <summary>The same public key beside other certificates, which are not believed yet.
    /// </summary>
    public WeChatPayKeys Beside(ImmutableArray<WeChatPayKey> certificates)
        => new(publicKey, hasCertificates)
        {
            State = WeChatPayKeyState.Initial with { Certificates = certificates },
        };
}
