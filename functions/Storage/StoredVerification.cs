using PayFunctions.Identity;

namespace PayFunctions.Storage;

/// <summary>A check as it is stored.</summary>
internal sealed record StoredVerification(Verification Verification, string ETag);
