using System.Text;

namespace PayFunctions.MerchantApi;

/// <summary>Parameters as <c>application/x-www-form-urlencoded</c> text in UTF-8.</summary>
internal static class FormText
{
    /// <summary>Writes <c>name=value&amp;…</c>, everything percent-encoded.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in parameters)
        {
            text.Append(text.Length > 0 ? "&" : "")
                .Append(Uri.EscapeDataString(name))
                .Append('=')
                .Append(Uri.EscapeDataString(value));
        }

        return text.ToString();
    }
}
