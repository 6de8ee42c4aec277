namespace PayFunctions.Platform;

/// <summary>A merchant's public key.</summary>
/// <param name="KeyId">Its name in signatures.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo in base64, without armour.</param>
/// <param name="AddedAt">When the operator uploaded it.</param>
internal sealed record ApplicationKey(string KeyId, string PublicKey, DateTimeOffset AddedAt);
