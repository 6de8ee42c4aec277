using System.Globalization;
using System.Text;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Channels.Wire;

public sealed class TextCharsetTests
{
    [Theory]
    [InlineData("utf-8", "UTF-8")]
    [InlineData("UTF-8", "UTF-8")]
    [InlineData("utf8", "UTF-8")]
    [InlineData("GBK", "GBK")]
    [InlineData("gbk", "GBK")]
    [InlineData("GB2312", "GBK")]
    [InlineData("gb18030", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_charset_is_found_by_its_names_in_any_case(string? name, string? found)
        => TextCharset.Of(name)?.Name.ShouldBe(found);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("zh-CN")]
    public void No_culture_changes_a_name(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            TextCharset.Of("gb2312").ShouldBe(TextCharset.Gbk);
            TextCharset.Utf8.Is("utf-8").ShouldBeTrue();
            TextCharset.Utf8.Is("utf8").ShouldBeFalse();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        TextCharset.Utf8.TryDecode([0xB2, 0xE2]).ShouldBeNull();
        TextCharset.Gbk.TryDecode([0xB2, 0xE2]).ShouldBe("测");
        TextCharset.Gbk.TryDecode([0xB2]).ShouldBeNull();
        TextCharset.Gbk.TryDecode([]).ShouldBe("");
    }

    [Fact]
    public void What_cannot_be_said_is_a_question_mark()
    {
        TextCharset.Gbk.Sayable("龙😀井").ShouldBe("龙?井");
        TextCharset.Gbk.Sayable("龙井").ShouldBe("龙井");
        TextCharset.Utf8.Sayable("龙😀井").ShouldBe("龙😀井");
        TextCharset.Utf8.Sayable("a\uD83D").ShouldBe("a\uFFFD");
        Should.Throw<EncoderFallbackException>(() => TextCharset.Gbk.Encoding.GetBytes("😀"));
    }
}
