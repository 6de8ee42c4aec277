namespace PayFunctions.Sandbox.Shop;

/// <summary>What the demo shop knows before it opens.</summary>
internal sealed record ShopOptions
{
    /// <summary>The shop's application unless another is given.</summary>
    public const string DefaultAppId = "demo-shop";

    /// <summary>The loopback port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The gateway's root.</summary>
    public required Uri Gateway { get; init; }

    /// <summary>The shop's application at the gateway.</summary>
    public string AppId { get; init; } = DefaultAppId;

    /// <summary>The name of the shop's key at the gateway.</summary>
    public string KeyId { get; init; } = "demo-shop-1";

    /// <summary>The shop's private key, PEM.</summary>
    public required string PrivateKey { get; init; }

    /// <summary>
    /// The ways to pay that are offered beside the gateway's own page; none unless given.
    /// </summary>
    public IReadOnlyList<ShopChannel> Channels { get; init; } = [];

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
