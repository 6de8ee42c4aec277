namespace PayFunctions.MerchantApi;

/// <summary>Whether a body was within its limit.</summary>
internal enum BodyVerdict
{
    /// <summary>It is here whole.</summary>
    Read,

    /// <summary>It is larger than the limit.</summary>
    TooLarge,
}
