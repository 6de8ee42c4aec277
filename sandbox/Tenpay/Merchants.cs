namespace PayFunctions.Sandbox.Tenpay;

/// <summary>The merchants that may call.</summary>
internal sealed class Merchants(IEnumerable<TenpayMerchant> registered)
{
    private readonly Merchant[] all = [.. registered.Select(static m => new Merchant(m))];

    /// <summary>The merchant of an appid; null where there is none.</summary>
    public Merchant? FindApp(string appId) => Find(TenpayProfile.Open, appId);

    /// <summary>The merchant of a partner; null where there is none.</summary>
    public Merchant? FindPartner(string partner) => Find(TenpayProfile.Gateway, partner);

    /// <summary>The merchant of either; null where there is none.</summary>
    public Merchant? Find(string identity) => FindPartner(identity) ?? FindApp(identity);

    private Merchant? Find(TenpayProfile profile, string identity)
        => Array.Find(all, m => m.Registered.Profile == profile
            && string.Equals(m.Registered.Identity, identity, StringComparison.Ordinal));
}
