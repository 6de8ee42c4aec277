using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace PayFunctions.Tests.Channels.Tenpay;

/// <summary>What Tenpay would say, made without any code of the channel.</summary>
internal static class Said
{
    public static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    [SuppressMessage(
        "Security", "CA5351:Do Not Use Broken Cryptographic Algorithms",
        Justification = "The channel knows no other.")]
    public static string Md5(byte[] data) => Convert.ToHexString(MD5.HashData(data));

    /// <summary>The signature of fields in any order.</summary>
    public static string Sign(
        IEnumerable<KeyValuePair<string, string>> fields, string key, Encoding? encoding = null)
        => Md5((encoding ?? Encoding.UTF8).GetBytes(
            string.Join('&', fields
                .Where(static f => f.Value.Length > 0 && f.Key != "sign")
                .OrderBy(static f => f.Key, StringComparer.Ordinal)
                .Select(static f => $"{f.Key}={f.Value}")) + "&key=" + key));

    /// <summary>A signed answer.</summary>
    public static string Answer(
        IEnumerable<KeyValuePair<string, string>> fields, string key, Encoding? encoding = null)
    {
        KeyValuePair<string, string>[] all = [.. fields];
        return Xml([.. all, new("sign", Sign(all, key, encoding))]);
    }

    /// <summary>An answer as it stands.</summary>
    public static string Xml(IEnumerable<KeyValuePair<string, string>> fields)
        => "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n"
            + new XElement("root", fields.Select(static f => new XElement(f.Key, f.Value)));

    /// <summary>An unsigned refusal.</summary>
    public static string Refusal(string retcode)
        => Xml([new("retcode", retcode), new("retmsg", "refused")]);

    /// <summary>A form or a query.</summary>
    public static string Form(
        IEnumerable<KeyValuePair<string, string>> fields, Encoding? encoding = null)
        => string.Join('&', fields.Select(
            f => $"{f.Key}={Escape(f.Value, encoding ?? Encoding.UTF8)}"));

    /// <summary>The pairs of a form or a query, decoded.</summary>
    public static Dictionary<string, string> Pairs(string form, Encoding? encoding = null)
        => form.Split('&').Select(static p => p.Split('=', 2)).ToDictionary(
            static p => p[0],
            p => (encoding ?? Encoding.UTF8).GetString(WebUtility.UrlDecodeToBytes(
                Encoding.ASCII.GetBytes(p[1]), 0, p[1].Length)),
            StringComparer.Ordinal);

    private static string Escape(string text, Encoding encoding)
        => string.Concat(encoding.GetBytes(text).Select(static b => (char)b switch
        {
            ' ' => "+",
            '*' or '-' or '.' or '_' or (>= '0' and <= '9') or (>= 'a' and <= 'z')
                or (>= 'A' and <= 'Z') => ((char)b).ToString(),
            _ => $"%{b:X2}",
        }));
}
