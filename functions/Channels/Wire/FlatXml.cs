using System.Xml;

namespace PayFunctions.Channels.Wire;

/// <summary>
/// XML with one level of elements under its root, as some channels answer. Names and text only:
/// attributes, comments and processing instructions are passed over. A DTD is refused, so there are
/// no entities but XML's own.
/// </summary>
internal sealed class FlatXml
{
    /// <summary>The largest document.</summary>
    public const int BytesMax = 256 * 1024;

    /// <summary>The most elements under the root.</summary>
    public const int FieldsMax = 1_024;

    private static readonly char[] Blanks = [' ', '\t', '\r', '\n'];

    private readonly Dictionary<string, string> values;

    private FlatXml(string root, Dictionary<string, string> values)
    {
        Root = root;
        this.values = values;
    }

    /// <summary>The root's name.</summary>
    public string Root { get; }

    /// <summary>
    /// The elements in their order: what stands in them, CDATA included, without blanks at its
    /// ends. Empty ones are there too.
    /// </summary>
    public IReadOnlyCollection<KeyValuePair<string, string>> Fields => values;

    /// <summary>An element's text; null when it is empty or missing.</summary>
    public string? Find(string name)
        => values.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    /// <summary>Reads a document. Null when there is one, else why not.</summary>
    /// <param name="body">The bytes as they came.</param>
    /// <param name="usual">The charset of a document that declares none.</param>
    /// <param name="document">The document, where there is one.</param>
    public static FlatXmlFault? TryRead(
        ReadOnlySpan<byte> body, TextCharset usual, out FlatXml document)
    {
        document = new FlatXml("", []);
        if (body.Length > BytesMax)
        {
            return FlatXmlFault.TooLarge;
        }

        if (XmlDeclaration.CharsetOf(body, usual) is not { } charset)
        {
            return FlatXmlFault.CharsetUnknown;
        }

        if (charset.TryDecode(XmlDeclaration.SkipMark(body)) is not { } text)
        {
            return FlatXmlFault.NotText;
        }

        try
        {
            return Parse(text, ref document);
        }
        catch (XmlException)
        {
            return FlatXmlFault.Malformed;
        }
    }

    private static FlatXmlFault? Parse(string text, ref FlatXml document)
    {
        using var source = new StringReader(text);
        using var xml = XmlReader.Create(source, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = BytesMax,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });
        xml.MoveToContent();
        var root = xml.Name;
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        var fault = xml.IsEmptyElement ? null : ReadFields(xml, fields);
        if (fault is not null)
        {
            return fault;
        }

        while (xml.Read())
        {
            // To the end: what follows the root must be well-formed too.
        }

        document = new FlatXml(root, fields);
        return null;
    }

    private static FlatXmlFault? ReadFields(XmlReader xml, Dictionary<string, string> fields)
    {
        xml.Read();
        while (xml.MoveToContent() != XmlNodeType.EndElement)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                return FlatXmlFault.Malformed;  // text beside the elements
            }

            var name = xml.Name;
            if (TextOf(xml) is not { } value)
            {
                return FlatXmlFault.Nested;
            }

            if (fields.Count == FieldsMax)
            {
                return FlatXmlFault.TooMany;
            }

            if (!fields.TryAdd(name, value.Trim(Blanks)))
            {
                return FlatXmlFault.Doubled;
            }
        }

        return null;
    }

    /// <summary>The text of an element, left behind; null when an element stands in it.</summary>
    private static string? TextOf(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return "";
        }

        var text = "";
        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                return null;
            }

            text += xml.Value;
        }

        xml.Read();
        return text;
    }
}
