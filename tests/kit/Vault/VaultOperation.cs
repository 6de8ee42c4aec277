namespace PayFunctions.Tests.Kit.Vault;

/// <summary>What a request wants of the vault.</summary>
public enum VaultOperation
{
    /// <summary>Nothing the vault knows.</summary>
    Unknown,

    /// <summary>Any request without a token: it can only be told where tokens come from.</summary>
    Challenge,

    /// <summary>Read a key.</summary>
    Get,

    /// <summary>List a key's versions.</summary>
    ListVersions,

    /// <summary>Sign a digest.</summary>
    Sign,

    /// <summary>Check a signature.</summary>
    Verify,

    /// <summary>Read a secret.</summary>
    GetSecret,
}
