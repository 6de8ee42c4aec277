using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Web;

namespace PayFunctions.Tests.Channels.IPayNow;

/// <summary>
/// What ipaynow says, signed and encoded without the channel's code. A message with
/// <c>version</c> signs its signType; refunds' answers and profile A's never do.
/// </summary>
internal sealed record Said
{
    public required IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; }

    public string Key { get; init; } = IPayNowVectors.Key;

    public Encoding Encoding { get; init; } = Encoding.UTF8;

    public bool SignsType { get; init; }

    public static Said Of(params (string Name, string Value)[] fields)
        => new()
        {
            Fields = [.. fields.Select(static f => KeyValuePair.Create(f.Name, f.Value))],
            SignsType = fields.Any(static f => f.Name == "version")
                && !fields.Any(static f => f is ("funcode", ['R' or 'Q', ..])),
        };

    public Said With(string name, string value)
        => this with { Fields = [.. Without(name).Fields, new(name, value)] };

    public Said Without(string name)
        => this with { Fields = [.. Fields.Where(f => f.Key != name)] };

    /// <summary>All fields with their signature.</summary>
    public List<KeyValuePair<string, string>> Signed()
        => [.. Fields, new("signature", Signature(Fields, Key, Encoding, SignsType))];

    /// <summary>The body.</summary>
    public string Body() => Encode(Signed(), Encoding);

    public static string Signature(
        IEnumerable<KeyValuePair<string, string>> fields, string key, Encoding encoding,
        bool signsType, params string[] leftOut)
    {
        var text = string.Join('&', fields
            .Where(f => f.Value.Length > 0 && !leftOut.Contains(f.Key)
                && (signsType || f.Key != "signType"))
            .OrderBy(static f => f.Key, StringComparer.Ordinal)
            .Select(static f => $"{f.Key}={f.Value}"));
        return Md5(encoding.GetBytes($"{text}&{Md5(encoding.GetBytes(key))}"));
    }

    public static string Encode(
        IEnumerable<KeyValuePair<string, string>> fields, Encoding encoding)
        => string.Join('&', fields.Select(
            f => $"{f.Key}={HttpUtility.UrlEncode(f.Value, encoding)}"));

    [SuppressMessage(
        "Security", "CA5351:Do Not Use Broken Cryptographic Algorithms",
        Justification = "The channel knows no other algorithm.")]
    private static string Md5(byte[] data) => Convert.ToHexStringLower(MD5.HashData(data));
}
