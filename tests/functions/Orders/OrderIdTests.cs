using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

public sealed class OrderIdTests
{
    [Fact]
    public void The_id_is_the_first_130_bits_of_the_digest()
    {
        // printf 'shop\nA-1' | sha256sum, its first 130 bits written in Crockford base32
        var id = OrderId.Of("shop", "A-1");

        id.Value.ShouldBe("ZRD2T8N368FKVX7GNX4M616D3G");
    }

    [Fact]
    public void Application_and_number_do_not_run_into_each_other()
        => OrderId.Of("a", "bc").ShouldNotBe(OrderId.Of("ab", "c"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789ABCDEFGHJKMNPQR")]
    [InlineData("0123456789ABCDEFGHJKMNPQRST")]
    [InlineData("0123456789ABCDEFGHJKMNPQRI")]
    [InlineData("0123456789abcdefghjkmnpqrs")]
    public void Other_texts_are_no_ids(string? text)
        => OrderId.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void A_channel_order_number_reads_back()
    {
        var number = new ChannelOrderNo(OrderId.Of("shop", "A-1"), 7);

        ChannelOrderNo.TryParse(number.ToString(), out var read).ShouldBeTrue();

        read.ShouldBe(number);
        number.ToString().Length.ShouldBe(28);
        ChannelOrderNo.TryParse(number.Id.Value + "00", out _).ShouldBeFalse();
        ChannelOrderNo.TryParse(number.Id.Value + "+1", out _).ShouldBeFalse();
    }
}
