using PayFunctions.Channels.Tenpay;

namespace PayFunctions.Tests.Channels.Tenpay;

public sealed class TenpayTradeNoTests
{
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
