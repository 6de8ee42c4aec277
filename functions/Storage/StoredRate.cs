using PayFunctions.Identity;

namespace PayFunctions.Storage;

/// <summary>What an application has left, as it is stored.</summary>
internal sealed record StoredRate(IdentityRate Rate, string ETag);
