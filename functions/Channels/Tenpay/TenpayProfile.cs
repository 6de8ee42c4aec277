namespace PayFunctions.Channels.Tenpay;

/// <summary>
/// Which of Tenpay's interfaces an account speaks. Both have the same paths, signature and XML; the
/// tables of the second are taken to hold for the first.
/// </summary>
internal enum TenpayProfile
{
    /// <summary>The open platform: an <c>appid</c>. It documents no refund.</summary>
    Open,

    /// <summary>The B2C payment gateway: a <c>partner</c> of 10 digits.</summary>
    Gateway,
}
