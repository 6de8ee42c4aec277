using PayFunctions.Console;
using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Storage;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Console;

public sealed class DayRulesTests
{
    private static readonly DateOnly Day = BeijingDay.Of(An.Noon);

    [Fact]
    public void Payments_are_counted_in_the_hour_of_Beijing()
    {
        var figures = DayRules.Of(Day, [An.PaidOrder(), An.PaidOrder(), An.OpenOrder()], []);

        figures.Hours.Length.ShouldBe(24);
        figures.Hours[20].ShouldBe(2);
        figures.Hours.Sum().ShouldBe(2);
        (figures.Orders, figures.Paid, figures.PaidFen).ShouldBe((3, 2, 200L));
    }

    [Fact]
    public void A_channel_is_judged_by_the_orders_that_were_tried_with_it()
    {
        var switched = An.Moved(An.TwiceOpenOrder(), An.Success(attempt: 2), An.Noon);

        var figures = DayRules.Of(Day, [An.PaidOrder(), switched, An.FailedOrder()], []);

        figures.Channels.ShouldBe(
            [new("alipay_page", 3, 1, 100), new("alipay_wap", 1, 1, 100)]);
    }

    [Fact]
    public void The_middle_and_the_slowest_delay_are_told()
    {
        var figures = DayRules.Of(
            Day, [],
            [
                TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2),
                TimeSpan.FromSeconds(3),
            ]);

        figures.MedianDelay.ShouldBe(TimeSpan.FromSeconds(2));
        figures.SlowestDelay.ShouldBe(TimeSpan.FromSeconds(9));
        DayRules.Of(Day, [], []).MedianDelay.ShouldBeNull();
    }

    [Theory]
    [InlineData("Delivered", 61.5)]
    [InlineData("Pending", null)]
    [InlineData("Exhausted", null)]
    public void A_delay_ends_when_the_merchant_said_success(string state, double? seconds)
    {
        var order = An.PaidOrder();
        var notice = new Notice
        {
            Id = new NotifyId(order.Id, order.Version),
            TradeState = OrderState.Success,
            State = Enum.Parse<NoticeState>(state),
            Attempts =
            [
                new NoticeAttempt(An.Noon, "not_accepted", 500, "", 10),
                new NoticeAttempt(An.Noon.AddSeconds(61), "accepted", 200, "success", 500),
            ],
        };

        var delay = DayRules.DelayOf(new OrderFile(
            new StoredOrder(order, "e"), [new StoredNotice(notice, "e")], []));

        delay?.TotalSeconds.ShouldBe(seconds!.Value);
        delay.HasValue.ShouldBe(seconds.HasValue);
    }

    [Fact]
    public void The_tallest_bar_is_the_busiest_hour()
    {
        var view = new HomeView(null!, [0, 4, 2], [], null!, IsCut: false);

        ((int[])[view.BarOf(0), view.BarOf(1), view.BarOf(2)]).ShouldBe([0, 80, 40]);
        (view with { Hours = [0, 0] }).BarOf(0).ShouldBe(0);
    }
}
