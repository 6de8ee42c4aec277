namespace PayFunctions.Sdk;

/// <summary>What became of a capture.</summary>
public enum CaptureState
{
    /// <summary>A word that this version of the SDK does not know; not a success.</summary>
    Unrecognised = 0,

    /// <summary><c>PROCESSING</c>: not known yet; the gateway keeps asking.</summary>
    Processing = 1,

    /// <summary><c>SUCCESS</c>: taken; it is a payment.</summary>
    Success = 2,

    /// <summary><c>FAILED</c>: not taken; the amount is still held.</summary>
    Failed = 3,
}
