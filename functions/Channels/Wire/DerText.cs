using System.Security.Cryptography;

namespace PayFunctions.Channels.Wire;

/// <summary>DER as an operator writes it: PEM, or its bare base64.</summary>
internal static class DerText
{
    /// <summary>Whether the text is that of one document of the label.</summary>
    /// <param name="text">What was written; null is none.</param>
    /// <param name="label">What PEM has to call it, such as <c>CERTIFICATE</c>.</param>
    /// <param name="der">The bytes; what they are is not looked at.</param>
    public static bool TryRead(string? text, string label, out byte[] der)
    {
        der = [];
        var body = text.AsSpan();
        if (PemEncoding.TryFind(body, out var pem))
        {
            if (!body[pem.Label].SequenceEqual(label))
            {
                return false;
            }

            body = body[pem.Base64Data];
        }

        var buffer = new byte[body.Length];
        if (body.IsEmpty || !Convert.TryFromBase64Chars(body, buffer, out var written))
        {
            return false;
        }

        der = buffer[..written];
        return true;
    }
}
