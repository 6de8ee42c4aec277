using System.Globalization;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Alipay;

public sealed class AlipayAmountTests
{
    [Theory]
    [InlineData(1, "0.01")]
    [InlineData(10, "0.10")]
    [InlineData(100, "1.00")]
    [InlineData(8888, "88.88")]
    [InlineData(123456789, "1234567.89")]
    [InlineData(Money.MaxFen, "100000000.00")]
    public void Fen_become_yuan_and_come_back_in_every_culture(long fen, string text)
    {
        foreach (var culture in (string[])["", "tr-TR", "zh-CN", "ar-SA", "fa-IR", "de-DE"])
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            YuanText.Write(Money.OfFen(fen)).ShouldBe(text);
            YuanText.TryRead(text, out var read).ShouldBeTrue();
            read.ShouldBe(Money.OfFen(fen));
        }
    }

    [Theory]
    [InlineData("88", 8800)]
    [InlineData("88.8", 8880)]
    [InlineData("0", 0)]
    [InlineData("0.00", 0)]
    [InlineData("0.1", 10)]
    public void Fewer_decimals_are_understood(string text, long fen)
    {
        YuanText.TryRead(text, out var read).ShouldBeTrue();

        read.ShouldBe(Money.OfFen(fen));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1.234")]
    [InlineData("1.2.3")]
    [InlineData("01.00")]
    [InlineData("00.01")]
    [InlineData("-1.00")]
    [InlineData("+1.00")]
    [InlineData(" 1.00")]
    [InlineData("1.00 ")]
    [InlineData("1 000.00")]
    [InlineData("1,000.00")]
    [InlineData("1,00")]
    [InlineData("1e2")]
    [InlineData("1.e1")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("１.00")]
    [InlineData("١.00")]
    [InlineData("1.0\0")]
    [InlineData("100000000.01")]
    [InlineData("184467440737095516.17")]
    [InlineData("99999999999999999999999999999999999999")]
    public void Hostile_amounts_are_refused(string text)
    {
        YuanText.TryRead(text, out _).ShouldBeFalse();
    }
}
