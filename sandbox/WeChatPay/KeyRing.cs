namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>
/// WeChat Pay's keys: which certificates are handed out, which key signs what. Control may turn it.
/// </summary>
internal sealed class KeyRing : IDisposable
{
    private readonly PlatformKey[] certificates;
    private readonly PlatformKey? publicKey;
    private readonly TimeProvider time;

    /// <summary>Reads the keys.</summary>
    public KeyRing(WeChatPaySimulatorOptions options)
    {
        certificates = [.. options.Certificates.Select(PlatformKey.Of)];
        publicKey = options.PublicKey is { } key ? PlatformKey.Of(key) : null;
        time = options.Time;
        Turned = new(
            [.. certificates.Select(static c => c.Id)], certificates.FirstOrDefault()?.Id, null);
    }

    /// <summary>How it stands.</summary>
    public KeyOrder Turned { get; private set; }

    /// <summary>Turns it.</summary>
    /// <returns>Whether every key that is named is there.</returns>
    public bool TryTurn(KeyOrder order)
    {
        var isSound = order.Published is { } published
            && published.All(id => Array.Exists(certificates, c => Is(c, id)))
            && (order.Signing is null || Array.Exists(certificates, c => Is(c, order.Signing)))
            && (order.Notifications is null || Find(order.Notifications) is not null);
        Turned = isSound ? order : Turned;
        return isSound;
    }

    /// <summary>What a merchant is handed out, of what is in force.</summary>
    public IReadOnlyList<PlatformKey> PublishedTo(Merchant merchant)
        => merchant.Registered.HasCertificates
            ? [.. certificates.Where(c => Turned.Published.Contains(c.Id, StringComparer.Ordinal)
                && c.IsInForce(time.GetUtcNow()))]
            : [];

    /// <summary>The key that a merchant wants answers to be signed with.</summary>
    /// <param name="merchant">Who asks.</param>
    /// <param name="serial">What it named; empty for nothing.</param>
    /// <returns>Null where there is no such key.</returns>
    public PlatformKey? ForAnswer(Merchant merchant, string serial)
        => serial.Length == 0 ? Standing(merchant)
            : publicKey is not null && Is(publicKey, serial)
                ? merchant.Registered.HasPublicKey ? publicKey : null
            : PublishedTo(merchant).FirstOrDefault(c => Is(c, serial));

    /// <summary>The key that signs what a merchant is told.</summary>
    public PlatformKey ForNotice(Merchant merchant)
        => (Turned.Notifications is { } named ? Find(named) : null) ?? Standing(merchant)
            ?? throw new InvalidOperationException("The simulator has no key to sign with.");

    /// <inheritdoc/>
    public void Dispose()
    {
        publicKey?.Dispose();
        foreach (var certificate in certificates)
        {
            certificate.Dispose();
        }
    }

    private static bool Is(PlatformKey key, string id)
        => string.Equals(key.Id, id, StringComparison.Ordinal);

    private PlatformKey? Find(string id)
        => publicKey is not null && Is(publicKey, id) ? publicKey
            : Array.Find(certificates, c => Is(c, id));

    private PlatformKey? Standing(Merchant merchant)
        => merchant.Registered.HasCertificates && Turned.Signing is { } signing
            ? Find(signing)
            : publicKey;
}

/// <summary>How the keys stand.</summary>
/// <param name="Published">The certificates that are handed out, by serial number.</param>
/// <param name="Signing">The one that signs where nobody names another; null for none.</param>
/// <param name="Notifications">
/// The key that signs notifications; null for the one that signs where nobody names another.
/// </param>
internal sealed record KeyOrder(
    IReadOnlyList<string> Published, string? Signing = null, string? Notifications = null);
