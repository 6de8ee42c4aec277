using PayFunctions.Identity;
using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>Checks of persons, and how many each application may still ask for.</summary>
internal interface IVerificationStore
{
    /// <summary>The check, or null.</summary>
    Task<StoredVerification?> FindAsync(OrderId id, CancellationToken cancellation);

    /// <summary>Replaces the one of that ETag, or adds it where there was none.</summary>
    Task<CommitVerdict> SaveAsync(
        Verification verification, string? replacesETag, CancellationToken cancellation);

    /// <summary>What an application has left, or null where it never took any.</summary>
    Task<StoredRate?> FindRateAsync(string appId, CancellationToken cancellation);

    /// <summary>Replaces what it has left.</summary>
    Task<CommitVerdict> SaveRateAsync(
        string appId, IdentityRate rate, string? replacesETag, CancellationToken cancellation);
}
