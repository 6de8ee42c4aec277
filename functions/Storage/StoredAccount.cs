using PayFunctions.Platform;

namespace PayFunctions.Storage;

/// <summary>A channel account and the version of its row.</summary>
internal sealed record StoredAccount(ChannelAccount Account, string ETag);
