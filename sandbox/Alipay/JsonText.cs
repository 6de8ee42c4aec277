using System.Globalization;
using System.Text;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>Escapes as this gateway does: slashes too, other scripts not.</summary>
internal static class JsonText
{
    /// <summary>A JSON string.</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' or '\\' or '/' => text.Append('\\').Append(character),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        }

        return text.Append('"').ToString();
    }
}
