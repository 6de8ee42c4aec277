using PayFunctions.Platform;

namespace PayFunctions.MerchantApi;

/// <summary>A URL that an application signed, or why it is none.</summary>
/// <param name="Fields">Its parameters, decoded once.</param>
/// <param name="Application">Who signed it.</param>
/// <param name="Error">Why not.</param>
internal sealed record SignedUrl(
    Dictionary<string, string>? Fields, Application? Application, ApiError? Error)
{
    /// <summary>It is none.</summary>
    public static SignedUrl Refused(ApiError error) => new(null, null, error);
}
