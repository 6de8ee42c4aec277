using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Wire;

public sealed class FenTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("1234", 1234)]
    [InlineData("10000000000", 10_000_000_000)]
    public void Fen_are_read_and_written_alike(string text, long fen)
    {
        FenText.TryRead(text, out var money).ShouldBeTrue();

        money.ShouldBe(Money.OfFen(fen));
        FenText.Write(money).ShouldBe(text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("01")]
    [InlineData("1.0")]
    [InlineData("1,000")]
    [InlineData("1e3")]
    [InlineData("１２")]
    [InlineData("10000000001")]
    [InlineData("99999999999999999999")]
    public void Everything_else_is_no_amount(string? text)
        => FenText.TryRead(text, out _).ShouldBeFalse();
}
