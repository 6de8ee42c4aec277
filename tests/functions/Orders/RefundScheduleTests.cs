using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

public sealed class RefundScheduleTests
{
    [Theory]
    [InlineData(0, 20)]
    [InlineData(1, 40)]
    [InlineData(2, 80)]
    [InlineData(7, 2560)]
    [InlineData(8, 3600)]
    [InlineData(1000, 3600)]
    public void Questions_about_a_refund_are_asked_at_growing_pauses(int asks, int seconds)
        => RefundSchedule.PauseAfter(asks).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void The_call_that_asked_for_it_has_longer_than_the_first_pause_to_send_it()
        => An.RefundingOrder().Refunds[0].AskAt.ShouldBe(An.Noon + RefundSchedule.First);
}
