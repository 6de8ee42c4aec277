using System.Text;
using System.Xml.Linq;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Tests.Sandbox.Tenpay;

/// <summary>An answer as a client reads it, with the verdict on its signature.</summary>
internal sealed record TenpayAnswer(
    string Text, IReadOnlyDictionary<string, string> Values, bool? Genuine)
{
    public string this[string name] => Values.GetValueOrDefault(name, "");

    public string Retcode => this["retcode"];

    public IEnumerable<string> Names => Values.Keys;

    public static TenpayAnswer Read(byte[] body, string key)
    {
        var encoding = Encoding.ASCII.GetString(body)
            .Contains("encoding=\"GBK\"", StringComparison.Ordinal)
                ? Charset.Gbk
                : Encoding.UTF8;
        var text = encoding.GetString(body);
        var values = XElement.Parse(text[(text.IndexOf("?>", StringComparison.Ordinal) + 2)..])
            .Elements().ToDictionary(
                static e => e.Name.LocalName, static e => e.Value, StringComparer.Ordinal);
        return new(text, values, values.GetValueOrDefault("sign") is { Length: > 0 } sign
            ? sign == TenpayCaller.Sign(values, key, encoding)
            : null);
    }
}
