using PayFunctions.Platform;

namespace PayFunctions.Storage;

/// <summary>An application as it was read, with the ETag that guards its next write.</summary>
internal sealed record StoredApplication(Application Application, string ETag);
