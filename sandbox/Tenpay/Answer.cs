using System.Text;
using System.Xml.Linq;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>An answer before it is written: fields, or a refusal.</summary>
/// <param name="Fields">What is answered, without the protocol's own fields.</param>
/// <param name="Error">Why nothing is.</param>
internal sealed record Answer(
    IReadOnlyList<KeyValuePair<string, string>> Fields, Retcode? Error)
{
    private const string Undocumented = "x_undocumented";

    /// <summary>An answer.</summary>
    public static Answer Of(IReadOnlyList<KeyValuePair<string, string>> fields)
        => new(fields, null);

    /// <summary>A refusal.</summary>
    public static Answer Refused(Retcode error) => new([], error);

    /// <summary>The XML: signed where something is answered, and in alphabetical order.</summary>
    /// <param name="request">What it answers; null where that could not be read.</param>
    /// <param name="merchant">Who asked; null where that is not known.</param>
    /// <param name="spoilt">Whether the signature shall not fit.</param>
    public WireAnswer Write(Request? request, Merchant? merchant, bool spoilt)
    {
        var encoding = request?.Encoding ?? Charset.Gbk;
        var fields = Error is not null || merchant is null || request is null
            ? [
                new("retcode", (Error ?? Retcode.Other).Number),
                new("retmsg", (Error ?? Retcode.Other).Words),
            ]
            : Signed(request, merchant, encoding, spoilt);
        var name = ReferenceEquals(encoding, Charset.Gbk) ? "GBK" : "UTF-8";
        var text = $"<?xml version=\"1.0\" encoding=\"{name}\" ?>\n" + new XElement(
            "root", fields.Select(static f => new XElement(f.Key, f.Value)));
        return new WireAnswer(encoding.GetBytes(text), $"text/xml;charset={name}");
    }

    /// <summary>What a merchant is told beside what no document knows.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Extra(Merchant merchant)
        => merchant.Switches.ExtraField ? [new(Undocumented, "1")] : [];

    private KeyValuePair<string, string>[] Signed(
        Request request, Merchant merchant, Encoding encoding, bool spoilt)
    {
        KeyValuePair<string, string>[] all =
        [
            .. Fields,
            .. Extra(merchant),
            new("input_charset", request.Charset),
            new(merchant.IdentityName, merchant.Registered.Identity),
            new("retcode", "0"),
            new("retmsg", string.Empty),
            new("sign_key_index", merchant.Registered.KeyIndex),
            new("sign_type", "MD5"),
        ];
        var sign = Md5Text.Sign(
            all, merchant.Registered.Key + (spoilt ? "-" : string.Empty), encoding);
        return
        [
            .. all.Append(new("sign", sign)).OrderBy(static f => f.Key, StringComparer.Ordinal),
        ];
    }
}
