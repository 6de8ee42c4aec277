namespace PayFunctions.Channels;

/// <summary>Why a channel's notification was refused. Each is logged under its name.</summary>
internal enum NotificationRefusal
{
    /// <summary>The route names a channel that does not exist or sends no notifications.</summary>
    ChannelUnknown,

    /// <summary>The route names an account that is not configured.</summary>
    AccountUnknown,

    /// <summary>It is larger than the limit.</summary>
    BodyTooLarge,

    /// <summary>It is not the content type that the channel sends.</summary>
    ContentTypeUnexpected,

    /// <summary>It cannot be decoded.</summary>
    Malformed,

    /// <summary>A field comes twice.</summary>
    FieldDuplicated,

    /// <summary>It names another charset than the account's.</summary>
    CharsetUnexpected,

    /// <summary>It names another algorithm than the account's.</summary>
    SignTypeUnexpected,

    /// <summary>It carries no signature.</summary>
    SignatureMissing,

    /// <summary>The signature does not match.</summary>
    SignatureWrong,

    /// <summary>It is signed by a key that the account does not know.</summary>
    SignerUnknown,

    /// <summary>It was signed too long ago, or too far in the future.</summary>
    TimestampDiffers,

    /// <summary>Its content cannot be decrypted with the account's secret.</summary>
    Undecipherable,

    /// <summary>It is of an older interface of the channel, which the account does not speak.
    /// </summary>
    InterfaceUnsupported,

    /// <summary>It is for another application at the channel.</summary>
    AppIdDiffers,

    /// <summary>It is for another seller at the channel.</summary>
    SellerDiffers,

    /// <summary>A field that we need is missing or cannot be read.</summary>
    FieldInvalid,

    /// <summary>The order number is not one of ours.</summary>
    OrderNumberUnknown,

    /// <summary>The trade status is not in the channel's list.</summary>
    StatusUnknown,

    /// <summary>The channel's second proof contradicts it.</summary>
    ProofDiffers,
}
