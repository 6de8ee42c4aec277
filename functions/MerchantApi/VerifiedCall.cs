using PayFunctions.Platform;

namespace PayFunctions.MerchantApi;

/// <summary>A call whose signature was verified over its raw bytes.</summary>
/// <param name="Application">Who calls.</param>
/// <param name="Body">The bytes, not parsed yet.</param>
/// <param name="RequestId">The id in every answer and log line.</param>
internal sealed record VerifiedCall(
    Application Application, ReadOnlyMemory<byte> Body, string RequestId);
