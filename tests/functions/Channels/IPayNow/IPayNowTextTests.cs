using System.Globalization;
using System.Text;
using PayFunctions.Channels.IPayNow;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.IPayNow;

/// <summary>Words, amounts and numbers.</summary>
public sealed class IPayNowTextTests
{
    [Theory]
    [InlineData("龙井茶", "龙井茶")]
    [InlineData("a&b=c", "a＆b＝c")]
    [InlineData("a\r\nb\tc\u0085d", "a  b c d")]
    [InlineData("%26+ ", "%26+ ")]
    public void Words_lose_what_the_wire_says(string text, string plain)
        => IPayNowText.Plain(text, 40).ShouldBe(plain);

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc")]
    [InlineData("ab🍵", 3, "ab")]
    [InlineData("ab🍵", 4, "ab🍵")]
    public void Words_are_cut_between_characters(string text, int most, string cut)
        => IPayNowText.Shorten(text, most).ShouldBe(cut);

    [Theory]
    [InlineData("1", 1)]
    [InlineData("1234", 1234)]
    [InlineData("10000000000", 10_000_000_000)]
    public void Fen_are_read_and_written(string text, long fen)
    {
        IPayNowAmount.TryRead(Encoding.UTF8.GetBytes(text), out var money).ShouldBeTrue();
        money.ShouldBe(Money.OfFen(fen));
        foreach (var culture in (string[])["tr-TR", "zh-CN", "ar-SA"])
        {
            var before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            IPayNowAmount.Write(money).ShouldBe(text);
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("01")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.00")]
    [InlineData("1 ")]
    [InlineData("１")]
    [InlineData("10000000001")]
    [InlineData("99999999999")]
    [InlineData("100000000000")]
    [InlineData("1e3")]
    public void Anything_else_is_no_amount(string text)
        => IPayNowAmount.TryRead(Encoding.UTF8.GetBytes(text), out _).ShouldBeFalse();

    [Theory]
    [InlineData("200301201710201127400839408", true)]
    [InlineData("M1", true)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("a&b", false)]
    [InlineData("测", false)]
    [InlineData("00000000000000000000000000000000000000000000000000000000000000001", false)]
    public void A_number_of_ipaynow_is_letters_and_digits(string text, bool isNumber)
        => (IPayNowNumber.Read(Encoding.UTF8.GetBytes(text)) is not null).ShouldBe(isNumber);
}
