using PayFunctions.Storage;

namespace PayFunctions.MerchantApi;

/// <summary>What a signed URL came to: an order to go on with, or an error.</summary>
internal sealed record PayUrlAnswer(StoredOrder? Stored, ApiError? Error);
