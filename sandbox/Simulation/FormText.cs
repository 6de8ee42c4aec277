using System.Globalization;
using System.Text;

namespace PayFunctions.Sandbox.Simulation;

/// <summary>Writes form text in a charset.</summary>
internal static class FormText
{
    private const string Plain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.*";

    /// <summary>Fields joined for a query or a body.</summary>
    public static string Write(
        IEnumerable<KeyValuePair<string, string>> fields, Encoding encoding)
        => string.Join('&', fields.Select(f =>
            $"{Encode(f.Key, encoding)}={Encode(f.Value, encoding)}"));

    /// <summary>One value, percent-escaped; a blank is <c>+</c>.</summary>
    public static string Encode(string value, Encoding encoding)
    {
        var text = new StringBuilder();
        foreach (var unit in encoding.GetBytes(value))
        {
            var character = (char)unit;
            if (Plain.Contains(character, StringComparison.Ordinal))
            {
                text.Append(character);
            }
            else if (character == ' ')
            {
                text.Append('+');
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"%{unit:X2}");
            }
        }

        return text.ToString();
    }
}
