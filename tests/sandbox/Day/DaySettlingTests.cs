using System.Text.Json;
using PayFunctions.Sandbox.Day;

namespace PayFunctions.Tests.Sandbox.Day;

public sealed class DaySettlingTests
{
    [Theory]
    [InlineData("""{"trade_state":"SUCCESS","notifications":[{"state":"DELIVERED"}]}""", true)]
    [InlineData("""{"trade_state":"SUCCESS","notifications":[{"state":"PENDING"}]}""", false)]
    [InlineData("""{"trade_state":"CLOSED","notifications":[]}""", true)]
    [InlineData("""{"trade_state":"NOTPAY","notifications":[]}""", false)]
    [InlineData("""{"trade_state":"USERPAYING"}""", false)]
    [InlineData("""{"trade_state":"PAYERROR"}""", false)]
    [InlineData(
        """{"trade_state":"REFUND","refunds":[{"refund_state":"PROCESSING"}]}""", false)]
    [InlineData(
        """{"trade_state":"REFUND","refunds":[{"refund_state":"SUCCESS"}]}""", true)]
    public void An_order_is_over_when_nothing_is_under_way_and_the_merchant_knows(
        string order, bool over)
        => DaySettling.IsSettled(JsonDocument.Parse(order).RootElement).ShouldBe(over);
}
