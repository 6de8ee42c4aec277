using PayFunctions.MerchantApi;
using PayFunctions.Orders;

namespace PayFunctions.Batches;

/// <summary>Why a row cannot be done, in the words of the interface.</summary>
internal static class BatchCode
{
    /// <summary>Its channel cannot do it.</summary>
    public static string Unsupported => Of(ApiErrorCode.CapabilityUnsupported);

    /// <summary>The word for a refusal of the rules.</summary>
    public static string Of(OrderRefusal why) => Of(ApiError.Of(why).Code);

    /// <summary>The word of a code.</summary>
    public static string Of(ApiErrorCode code) => ApiErrorMap.Of(code).Code;
}
