namespace PayFunctions.Sandbox.Tenpay;

/// <summary>A merchant, and what can be switched while the simulator runs.</summary>
internal sealed class Merchant(TenpayMerchant registered)
{
    /// <summary>As it was registered.</summary>
    public TenpayMerchant Registered { get; } = registered;

    /// <summary>The switches as they stand.</summary>
    public MerchantSwitches Switches { get; set; } = new()
    {
        NotifyIdOnly = registered.Profile is TenpayProfile.Open,
    };

    /// <summary>What the identity is called on the wire.</summary>
    public string IdentityName => Registered.Profile is TenpayProfile.Open ? "appid" : "partner";

    /// <summary>Whether both are the same merchant.</summary>
    public bool Is(Merchant other) => ReferenceEquals(this, other);
}

/// <summary>What can be switched for a merchant.</summary>
internal sealed record MerchantSwitches
{
    /// <summary>
    /// Whether notification and return bring nothing but the notify_id; on for the open platform.
    /// </summary>
    public bool NotifyIdOnly { get; init; }

    /// <summary>Whether notifications come by GET.</summary>
    public bool NotifyByGet { get; init; }

    /// <summary>Whether everything said carries a signed field that no document knows.</summary>
    public bool ExtraField { get; init; }

    /// <summary>What a coupon pays of each payment that is larger, in fen.</summary>
    public long Discount { get; init; }
}
