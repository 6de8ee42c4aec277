using PayFunctions.Clearing;

namespace PayFunctions.Storage;

/// <summary>A closed day and the version of its row.</summary>
internal sealed record StoredClearing(DayClearing Clearing, string ETag);
