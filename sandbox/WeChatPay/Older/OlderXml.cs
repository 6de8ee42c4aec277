using System.Text;
using System.Xml;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>
/// The flat XML of the older interface. Reading takes no document type, and resolves nothing.
/// </summary>
internal static class OlderXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreWhitespace = true,
        MaxCharactersFromEntities = 1024,
    };

    /// <summary>The fields; null where it is not such a document.</summary>
    public static IReadOnlyDictionary<string, string>? Read(byte[] body)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), Settings);
            reader.ReadStartElement("xml");
            while (reader.NodeType is XmlNodeType.Element)
            {
                if (!fields.TryAdd(reader.Name, reader.ReadElementContentAsString()))
                {
                    return null;
                }
            }

            return fields;
        }
        catch (Exception error) when (error is XmlException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The document of fields; what is empty stays out.</summary>
    public static byte[] Write(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var text = new StringBuilder("<xml>");
        foreach (var (name, value) in fields.Where(static f => f.Value.Length > 0))
        {
            text.Append('<').Append(name).Append("><![CDATA[")
                .Append(value.Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal))
                .Append("]]></").Append(name).Append('>');
        }

        return Encoding.UTF8.GetBytes(text.Append("</xml>").ToString());
    }
}
