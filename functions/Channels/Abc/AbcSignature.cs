using System.Security.Cryptography;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// The signature of both sides: SHA1withRSA (PKCS#1 v1.5) over the exact bytes of the message, as
/// base64 in one line. The bank knows no other.
/// </summary>
internal static class AbcSignature
{
    /// <summary>The digest.</summary>
    public static readonly HashAlgorithmName Hash = HashAlgorithmName.SHA1;

    /// <summary>Signs the bytes that are sent.</summary>
    public static string Of(ReadOnlySpan<byte> message, AbcAccount account)
        => Convert.ToBase64String(account.Key.Sign(message, Hash));
}
