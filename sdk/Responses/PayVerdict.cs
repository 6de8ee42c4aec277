namespace PayFunctions.Sdk;

/// <summary>What is to be thought of a message that says it comes from the gateway.</summary>
/// <remarks>In the order of the checks: the first that fails is the verdict.</remarks>
public enum PayVerdict
{
    /// <summary>Not a form, not UTF-8, or a field is missing or unreadable.</summary>
    Malformed = 0,

    /// <summary>Over 64 KiB or over 64 parameters.</summary>
    TooLarge = 1,

    /// <summary>A parameter appears twice, so it means two things.</summary>
    DuplicateParameter = 2,

    /// <summary>There is no <c>sign</c> or no <c>key_id</c>.</summary>
    SignatureMissing = 3,

    /// <summary><c>sign_type</c> is not <c>RSA2</c>. It never chooses the algorithm.</summary>
    AlgorithmNotAllowed = 4,

    /// <summary><c>charset</c> is not <c>utf-8</c>.</summary>
    CharsetNotAllowed = 5,

    /// <summary>No public key of that <c>key_id</c> is known, or none at all.</summary>
    KeyUnknown = 6,

    /// <summary>The signature does not belong to these bytes and that key.</summary>
    SignatureInvalid = 7,

    /// <summary>Signed by the gateway, in a version that this SDK does not read.</summary>
    VersionUnsupported = 8,

    /// <summary>Signed by the gateway, for another application.</summary>
    WrongApplication = 9,

    /// <summary>Signed by the gateway, more than 300 s away from now: perhaps a replay.</summary>
    Stale = 10,

    /// <summary>Signed by the gateway, for this application, now.</summary>
    Genuine = 11,

    /// <summary>
    /// Signed by the gateway, for this application, now, and taken before, or the memory for that
    /// is full. Only a wallet's login is taken once.
    /// </summary>
    Used = 12,
}
