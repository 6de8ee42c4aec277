namespace PayFunctions.Channels.WeChatPay;

/// <summary>What became of a signature.</summary>
internal enum WeChatPayVerdict
{
    /// <summary>WeChat Pay signed these bytes, now.</summary>
    Verified,

    /// <summary>A header is missing, comes twice, or cannot be read.</summary>
    HeadersMissing,

    /// <summary>Another type of signature.</summary>
    TypeUnknown,

    /// <summary>Signed more than five minutes ago, or ahead.</summary>
    NotInTime,

    /// <summary>By a key that is not known: it may be a new one.</summary>
    SerialUnknown,

    /// <summary>The signature does not fit.</summary>
    Wrong,
}
