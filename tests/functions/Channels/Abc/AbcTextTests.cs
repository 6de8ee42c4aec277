using System.Globalization;
using System.Text.Json;
using PayFunctions.Channels.Abc;

namespace PayFunctions.Tests.Channels.Abc;

public sealed class AbcTextTests
{
    [Theory]
    [InlineData("测试商品", "测试商品")]
    [InlineData("a\"b\\c", "a＂b＼c")]
    [InlineData("<b>&amp;</b>", "＜b＞＆amp;＜/b＞")]
    [InlineData("a\r\nb\tc\0d\u007fe", "a  b c d e")]
    [InlineData("  a  ", "a")]
    [InlineData("tea 🍵 tea", "tea ? tea")]
    [InlineData("\u0001", "")]
    [InlineData("it's 100% | ^^", "it's 100% | ^^")]
    public void Words_keep_their_look_and_lose_what_could_break_the_wire(string text, string plain)
        => AbcText.Clean(text, bytesMax: 100).ShouldBe(plain);

    [Fact]
    public void Half_a_character_is_a_question_mark()
        => AbcText.Clean("a\ud800b", bytesMax: 100).ShouldBe("a?b");

    [Fact]
    public void Words_are_cut_to_bytes_of_GBK_and_never_within_a_character()
    {
        AbcText.Clean(new string('中', 60), bytesMax: 100).ShouldBe(new string('中', 50));
        AbcText.Clean("x" + new string('中', 60), bytesMax: 100)
            .ShouldBe("x" + new string('中', 49));
        AbcText.Clean(new string('x', 101), bytesMax: 100).ShouldBe(new string('x', 100));
        AbcText.Clean(new string('x', 99) + " y", bytesMax: 100).ShouldBe(new string('x', 99));
    }

    [Theory]
    [InlineData("x\",\"OrderAmount\":\"0.01")]
    [InlineData("x\\")]
    [InlineData("x\\\"y")]
    [InlineData("\n\u0000\u001f")]
    public void No_value_can_leave_its_quotes(string value)
    {
        var json = new AbcJson().Text("a", value).Text("b", "c").ToString();

        var read = JsonElement.Parse(json);

        read.EnumerateObject().Select(static p => p.Name).ShouldBe(["a", "b"]);
        json.ShouldNotContain('\\');
        read.Text("a").Length.ShouldBe(value.Length);
    }

    [Fact]
    public void Members_stay_in_their_order_without_blanks()
    {
        var json = new AbcJson()
            .Text("z", "1")
            .Object("o", static o => o.Text("b", "2").ListOfOne("l", static i => i.Text("p", "3")))
            .Text("a", "")
            .Object("e", static _ => { })
            .ToString();

        json.ShouldBe("""{"z":"1","o":{"b":"2","l":[{"p":"3"}]},"a":"","e":{}}""");
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("zh-CN")]
    [InlineData("ar-SA")]
    public void No_culture_changes_a_message(string culture)
    {
        using var bench = new AbcBench();
        var usual = AbcMessages.OpenPage(bench.Account, An.PageRequest())
            + AbcMessages.Refund(bench.Account, An.RefundRequest());
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);

            var there = AbcMessages.OpenPage(bench.Account, An.PageRequest())
                + AbcMessages.Refund(bench.Account, An.RefundRequest());

            there.ShouldBe(usual);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
