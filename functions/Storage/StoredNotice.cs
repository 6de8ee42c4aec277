using PayFunctions.Notifications;

namespace PayFunctions.Storage;

/// <summary>A notice as it was read, with the ETag that guards its next write.</summary>
internal sealed record StoredNotice(Notice Notice, string ETag);
