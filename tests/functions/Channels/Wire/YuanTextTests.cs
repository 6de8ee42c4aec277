using FsCheck;
using FsCheck.Fluent;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Wire;

public sealed class YuanTextTests
{
    [Theory]
    [InlineData(0L, "0.00")]
    [InlineData(1L, "0.01")]
    [InlineData(8888L, "88.88")]
    [InlineData(Money.MaxFen, "100000000.00")]
    public void Fen_are_written_as_yuan_with_two_decimals(long fen, string text)
        => YuanText.Write(Money.OfFen(fen)).ShouldBe(text);

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("0.00", 0L)]
    [InlineData("1.5", 150L)]
    [InlineData("88.88", 8888L)]
    [InlineData("100000000.00", Money.MaxFen)]
    public void Yuan_are_read_to_the_fen(string text, long fen)
    {
        YuanText.TryRead(text, out var money).ShouldBeTrue();

        money.ShouldBe(Money.OfFen(fen));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("01.00")]
    [InlineData("00")]
    [InlineData("1.000")]
    [InlineData("-1.00")]
    [InlineData("+1.00")]
    [InlineData(" 1.00")]
    [InlineData("1,00")]
    [InlineData("1e2")]
    [InlineData("１.00")]
    [InlineData("100000000.01")]
    [InlineData("99999999999999999999")]
    public void Anything_else_is_no_amount(string text)
        => YuanText.TryRead(text, out _).ShouldBeFalse();

    [Fact]
    public void What_is_written_is_read_again()
        => Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Choose(0, 99_999_999).Zip(Gen.Choose(0, 99)).ToArbitrary(),
            static amount =>
            {
                var money = Money.OfFen((amount.Item1 * 100L) + amount.Item2);
                return YuanText.TryRead(YuanText.Write(money), out var read) && read == money;
            }));
}
