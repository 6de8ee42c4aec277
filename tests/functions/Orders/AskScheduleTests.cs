using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

public sealed class AskScheduleTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 20)]
    [InlineData(2, 40)]
    [InlineData(3, 60)]
    [InlineData(1000, 60)]
    public void Questions_are_asked_at_growing_pauses(int asks, int minutes)
        => AskSchedule.PauseAfter(asks).ShouldBe(TimeSpan.FromMinutes(minutes));

    [Fact]
    public void A_question_is_never_planned_beyond_the_expiry_that_is_still_to_come()
    {
        var late = An.Noon + TimeSpan.FromMinutes(115);
        var order = An.Moved(An.Order(), new OpenAttempt(An.Product, An.Account), late);

        order.Attempts.Single().AskAt.ShouldBe(order.ExpiresAt);
        WakeUpSchedule.NextAt(order).ShouldBe(order.ExpiresAt);
    }

    [Fact]
    public void A_payer_at_the_till_is_asked_about_every_five_seconds_then_ever_less()
    {
        var order = An.ChargedOrder();
        List<double> seconds = [];
        for (var i = 0; i < 16; i++)
        {
            var at = order.Attempts[0].AskAt.ShouldNotBeNull();
            seconds.Add((at - An.Noon).TotalSeconds);
            order = An.Moved(order, new Undecided(1), at);
        }

        seconds.ShouldBe(
            [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 65, 85, 125, 205, 365]);
    }

    [Fact]
    public void The_pause_between_two_cancels_has_an_end()
    {
        AskSchedule.RepeatAfter(TimeSpan.Zero).ShouldBe(AskSchedule.PollEvery);
        AskSchedule.RepeatAfter(TimeSpan.FromDays(3)).ShouldBe(AskSchedule.Longest);
    }

    [Fact]
    public void A_late_question_at_the_till_does_not_sleep_over_the_end_of_the_payers_time()
    {
        var order = An.ChargedOrder();

        An.Moved(order, new Undecided(1), An.Noon.AddSeconds(43)).Attempts[0].AskAt
            .ShouldBe(An.Noon.AddSeconds(45));
    }

    [Fact]
    public void A_cancel_that_nobody_answers_does_not_sleep_over_the_orders_end()
    {
        var order = An.ChargedOrder();

        An.Moved(order, new Undecided(1), order.ExpiresAt.AddMinutes(-1)).Attempts[0].AskAt
            .ShouldBe(order.ExpiresAt);
    }
}
