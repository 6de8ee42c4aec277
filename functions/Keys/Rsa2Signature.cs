namespace PayFunctions.Keys;

/// <summary>A signature in base64, and the key_id that verifies it.</summary>
internal sealed record Rsa2Signature(string Base64, string KeyId);
