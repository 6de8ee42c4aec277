using System.Text;

namespace PayFunctions.MerchantApi;

/// <summary>
/// What is signed in a set of parameters: drop <c>sign</c>, <c>sign_type</c> and empty values, sort
/// by name ordinally, join <c>name=value</c> with <c>&amp;</c>. The same rule as Alipay's trade
/// notifications, so any library that verifies those verifies ours.
/// </summary>
internal static class ParameterSignature
{
    /// <summary>The only algorithm: RSA PKCS#1 v1.5 with SHA-256.</summary>
    public const string SignType = "RSA2";

    /// <summary>The bytes under the signature, of values that were decoded once.</summary>
    public static byte[] BytesOf(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in parameters
            .Where(static p => p.Value.Length > 0 && p.Key is not ("sign" or "sign_type"))
            .OrderBy(static p => p.Key, StringComparer.Ordinal))
        {
            text.Append(text.Length > 0 ? "&" : "").Append(name).Append('=').Append(value);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
