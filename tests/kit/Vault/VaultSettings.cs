namespace PayFunctions.Tests.Kit.Vault;

/// <summary>How a vault is started; every value has a default that suits most tests.</summary>
public sealed record VaultSettings
{
    /// <summary>The host in its addresses; it listens on 127.0.0.1 all the same.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The tenant whose tokens it takes.</summary>
    public string TenantId { get; init; } = "11111111-2222-3333-4444-555555555555";

    /// <summary>What its tokens are for.</summary>
    public Uri Resource { get; init; } = new("https://vault.azure.net");

    /// <summary>Versions on a page of a list: 25 in the service, which is also the most.</summary>
    public int PageSize { get; init; } = 25;

    /// <summary>Whose seconds stamp keys and decide whether one has expired.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
