using PayFunctions.Orders;

namespace PayFunctions.MerchantApi;

/// <summary>What a signed URL came to: an order to show, or an error.</summary>
internal sealed record PayUrlAnswer(Order? Order, ApiError? Error);
