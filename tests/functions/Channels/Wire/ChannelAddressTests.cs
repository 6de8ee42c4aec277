using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Channels.Wire;

public sealed class ChannelAddressTests
{
    [Theory]
    [InlineData("https://gw.tenpay.com", true)]
    [InlineData("https://gw.tenpay.com/a/b.xml", true)]
    [InlineData("http://127.0.0.1:7091", true)]
    [InlineData("http://localhost/a", true)]
    [InlineData("http://gw.tenpay.com", false)]
    [InlineData("https://gw.tenpay.com?a=1", false)]
    [InlineData("https://gw.tenpay.com#a", false)]
    [InlineData("https://me@gw.tenpay.com", false)]
    [InlineData("ftp://gw.tenpay.com", false)]
    [InlineData("/gateway", false)]
    [InlineData("gw.tenpay.com", false)]
    [InlineData("", false)]
    public void An_address_is_https_or_loopback_and_bare(string text, bool isUsable)
        => ChannelAddress.IsUsable(text).ShouldBe(isUsable);
}
