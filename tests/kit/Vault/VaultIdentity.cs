namespace PayFunctions.Tests.Kit.Vault;

/// <summary>Whose tokens a vault takes, and how it says so to a caller without one.</summary>
internal sealed record VaultIdentity(string TenantId, Uri Resource)
{
    public string Challenge
        => $"Bearer authorization=\"https://login.windows.net/{TenantId}\", "
            + $"resource=\"{Resource.AbsoluteUri.TrimEnd('/')}\"";
}
