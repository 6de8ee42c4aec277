using PayFunctions.Channels.Tenpay;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Tenpay;

public sealed class TenpayAmountTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("1234", 1234)]
    [InlineData("10000000000", 10_000_000_000)]
    public void Fen_are_read_and_written_alike(string text, long fen)
    {
        TenpayAmount.TryRead(text, out var money).ShouldBeTrue();

        money.ShouldBe(Money.OfFen(fen));
        TenpayAmount.Write(money).ShouldBe(text);
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
        => TenpayAmount.TryRead(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("1900009999202401020000000001", true)]
    [InlineData("a1", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("1-2", false)]
    [InlineData("12345678901234567890123456789", false)]
    public void A_number_of_Tenpay_s_is_up_to_28_letters_and_digits(string? text, bool isOne)
        => TenpayTradeNo.TryRead(text, out _).ShouldBe(isOne);
}
