using System.Globalization;
using System.Text;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Channels.Wire;

public sealed class FlatXmlTests
{
    [Fact]
    public void Elements_under_the_root_are_read_in_their_order()
    {
        var document = Read(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<root><b>2</b><a>\t1 \n</a>"
            + "<!-- c --><c/><d></d><e><![CDATA[<&>]]></e><f>&lt;&#x4E2D;&gt;</f></root>\n");

        document.Root.ShouldBe("root");
        document.Fields.ShouldBe(
            [new("b", "2"), new("a", "1"), new("c", ""), new("d", ""), new("e", "<&>"),
                new("f", "<中>")]);
        document.Find("a").ShouldBe("1");
        document.Find("c").ShouldBeNull();
        document.Find("z").ShouldBeNull();
    }

    [Fact]
    public void An_empty_root_is_a_document()
    {
        Read("<root/>").Fields.ShouldBeEmpty();
        Read("<root></root>").Fields.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<root>")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("<root><a>1</root>")]
    [InlineData("<root><a>1</a></root><root/>")]
    [InlineData("<root>text</root>")]
    [InlineData("<root><a>1</a>text</root>")]
    [InlineData("<root><a>&x;</a></root>")]
    [InlineData("<!DOCTYPE root><root/>")]
    [InlineData("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><root><a>&x;</a></root>")]
    [InlineData("{}")]
    public void What_is_no_document_is_malformed(string text)
        => Fault(Encoding.UTF8.GetBytes(text)).ShouldBe(FlatXmlFault.Malformed);

    [Fact]
    public void A_second_level_and_a_second_element_are_refused_by_name()
    {
        Fault("<root><a><b>1</b></a></root>"u8).ShouldBe(FlatXmlFault.Nested);
        Fault("<root><a>1<b/></a></root>"u8).ShouldBe(FlatXmlFault.Nested);
        Fault("<root><a>1</a><a>1</a></root>"u8).ShouldBe(FlatXmlFault.Doubled);
        Fault("<root><a/><a/></root>"u8).ShouldBe(FlatXmlFault.Doubled);
    }

    [Fact]
    public void There_is_a_limit_to_bytes_and_to_elements()
    {
        Fault(new byte[FlatXml.BytesMax + 1]).ShouldBe(FlatXmlFault.TooLarge);
        Fault(Encoding.ASCII.GetBytes(Elements(FlatXml.FieldsMax + 1)))
            .ShouldBe(FlatXmlFault.TooMany);
        Read(Elements(FlatXml.FieldsMax)).Fields.Count.ShouldBe(FlatXml.FieldsMax);
    }

    [Theory]
    [InlineData("GBK")]
    [InlineData("gb2312")]
    public void The_declared_charset_holds_against_the_usual_one(string name)
    {
        var bytes = TextCharset.Gbk.Encoding.GetBytes(
            $"<?xml version='1.0' encoding='{name}'?><root><a>龙井</a></root>");

        FlatXml.TryRead(bytes, TextCharset.Utf8, out var document).ShouldBeNull();

        document.Find("a").ShouldBe("龙井");
    }

    [Fact]
    public void Without_a_declaration_the_usual_charset_holds()
    {
        const string text = "<root><a>龙井</a></root>";

        FlatXml.TryRead(
            TextCharset.Gbk.Encoding.GetBytes(text), TextCharset.Gbk, out var document)
            .ShouldBeNull();
        document.Find("a").ShouldBe("龙井");
        Fault(TextCharset.Gbk.Encoding.GetBytes(text)).ShouldBe(FlatXmlFault.NotText);
        Read("\uFEFF" + text).Find("a").ShouldBe("龙井");
    }

    [Fact]
    public void A_charset_that_is_not_ours_is_refused()
        => Fault("<?xml version=\"1.0\" encoding=\"Big5\"?><root/>"u8)
            .ShouldBe(FlatXmlFault.CharsetUnknown);

    [Fact]
    public void Any_bytes_are_a_document_or_a_fault()
    {
        var whole = Encoding.UTF8.GetBytes("<root><a>龙</a><b>&lt;</b></root>");
        for (var i = 0; i < whole.Length; i++)
        {
            foreach (var b in (byte[])[0, (byte)'<', (byte)'&', 0x80, 0xFF])
            {
                var damaged = whole.ToArray();
                damaged[i] = b;

                Should.NotThrow(() => FlatXml.TryRead(damaged, TextCharset.Utf8, out _));
                Should.NotThrow(() => FlatXml.TryRead(damaged, TextCharset.Gbk, out _));
            }
        }
    }

    private static string Elements(int count)
        => "<root>" + string.Concat(Enumerable.Range(0, count).Select(
            static n => string.Create(CultureInfo.InvariantCulture, $"<a{n}>1</a{n}>")))
            + "</root>";

    private static FlatXml Read(string text)
    {
        FlatXml.TryRead(Encoding.UTF8.GetBytes(text), TextCharset.Utf8, out var document)
            .ShouldBeNull();
        return document;
    }

    private static FlatXmlFault? Fault(ReadOnlySpan<byte> bytes)
        => FlatXml.TryRead(bytes, TextCharset.Utf8, out _);
}
