using System.Text;
using System.Web;

namespace PayFunctions.Tests.Sandbox.IPayNow;

/// <summary>A form that ipaynow sent, as a receiver reads it.</summary>
/// <param name="Text">As it came.</param>
/// <param name="Fields">Decoded, in the order they came.</param>
internal sealed record Heard(string Text, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public string this[string name]
        => Fields.FirstOrDefault(f => f.Key == name).Value ?? "";

    public IEnumerable<string> Names => Fields.Select(static f => f.Key);

    /// <summary>Whether it is signed by the vectors' key; null where it is not signed.</summary>
    public bool? IsGenuine
        => this["signature"].Length == 0
            ? null
            : this["signature"] == Call.Signature(
                Fields,
                this["version"].Length > 0 && this["funcode"] is not ['R' or 'Q', ..]
                    ? ["signature"]
                    : ["signature", "signType"]);

    public static Heard Of(string text)
    {
        var fields = HttpUtility.ParseQueryString(text, Encoding.UTF8);
        return new(text, [.. fields.AllKeys.Where(static key => key is not null)
            .Select(key => KeyValuePair.Create(key!, fields[key]!))]);
    }
}
