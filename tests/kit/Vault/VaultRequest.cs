namespace PayFunctions.Tests.Kit.Vault;

/// <summary>A request as it arrived, before anything was decided about it.</summary>
/// <param name="Operation">What it wants.</param>
/// <param name="Method">GET or POST.</param>
/// <param name="PathAndQuery">As sent.</param>
/// <param name="HasToken">An Authorization header came along.</param>
/// <param name="Body">The whole body; empty when there was none.</param>
/// <param name="At">When, by the vault's clock.</param>
public sealed record VaultRequest(
    VaultOperation Operation,
    string Method,
    string PathAndQuery,
    bool HasToken,
    ReadOnlyMemory<byte> Body,
    DateTimeOffset At);
