using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Tests.Sdk;

/// <summary>A notification in the making, signed by this test's own code.</summary>
internal sealed class Notice
{
    private readonly Dictionary<string, string> _fields;
    private string _key = Vectors.GatewayKey;

    private Notice(string name)
        => _fields = Vectors.Fields(Vectors.Case("notifications.json", name)["fields"]!);

    public static Notice Genuine => Of("everything");

    /// <summary>One of the vectors, to be changed.</summary>
    public static Notice Of(string name) => new(name);

    public Notice With(string name, string value)
    {
        _fields[name] = value;
        return this;
    }

    public Notice Without(string name)
    {
        _fields.Remove(name);
        return this;
    }

    public Notice SignedBy(string privateKey)
    {
        _key = privateKey;
        return this;
    }

    /// <summary>The form; what is added after signing spoils it on purpose.</summary>
    public byte[] Form(string addedAfterSigning = "")
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(_key);
        var content = string.Join('&', _fields
            .Where(field => field.Key is not ("sign" or "sign_type") && field.Value.Length > 0)
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => $"{field.Key}={field.Value}"));
        var sign = Convert.ToBase64String(rsa.SignData(
            Encoding.UTF8.GetBytes(content),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1));
        var pairs = _fields.Append(KeyValuePair.Create("sign", sign))
            .Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}");
        return Encoding.UTF8.GetBytes(string.Join('&', pairs) + addedAfterSigning);
    }
}
