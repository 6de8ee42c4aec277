using PayFunctions.Clearing;
using PayFunctions.Ledger;
using PayFunctions.Orders;
using PayFunctions.Tests.Movements;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Clearing;

public sealed class CloseDayTests
{
    private static readonly DateOnly Day = ClearingWorld.Day;

    private readonly ClearingWorld world = new();

    [Fact]
    public async Task A_day_comes_to_its_payments_without_refunds_and_fees()
    {
        await world.PayAsync("A", 10_000, An.Noon, new FeeTerms(38));
        await world.PayAsync("B", 500, An.Noon);
        await world.RefundAsync("C", 300, An.Noon);

        var day = await world.CloseAsync(Day);

        (day.Sums.Payments, day.Sums.PaymentFen, day.Sums.Refunds, day.Sums.RefundFen,
            day.Sums.FeeFen, day.PayoutFen, day.CarriedOutFen)
            .ShouldBe((2, 10_500, 1, 300, 38, 10_162, 0));
        day.DueOn.ShouldBe(new DateOnly(2026, 1, 5), "a Friday's next working day is Monday");
        day.Balances["merchant_payable:shop"].ShouldBe(-10_162);
    }

    [Fact]
    public async Task A_day_is_calculated_once_and_what_comes_late_is_counted_on_the_next_one()
    {
        await world.PayAsync("A", 100, An.Noon);
        var first = await world.CloseAsync(Day);
        await world.PayAsync("B", 40, An.Noon);

        var again = await world.CloseAsync(Day);
        var next = await world.CloseAsync(Day.AddDays(1));
        var third = await world.CloseAsync(Day.AddDays(2));

        again.ShouldBe(first);
        (next.Sums.NetFen, next.LateFen, next.PayoutFen).ShouldBe((0, 40, 40));
        (third.LateFen, third.PayoutFen).ShouldBe((0, 0));
        third.Balances["merchant_payable:shop"].ShouldBe(-140);
    }

    [Fact]
    public async Task A_debt_is_carried_until_it_is_earned_back()
    {
        await world.RefundAsync("A", 300, An.Noon);
        await world.PayAsync("B", 200, An.Noon.AddDays(1));
        await world.PayAsync("C", 250, An.Noon.AddDays(2));

        var days = new[]
        {
            await world.CloseAsync(Day), await world.CloseAsync(Day.AddDays(1)),
            await world.CloseAsync(Day.AddDays(2)),
        };

        days.Select(static d => (d.CarriedInFen, d.PayoutFen, d.CarriedOutFen))
            .ShouldBe([(0, 0, -300), (-300, 0, -100), (-100, 150, 0)]);
    }

    [Fact]
    public async Task Less_than_the_threshold_waits()
    {
        var thrifty = new ClearingWorld
        {
            Shop = Bench.Shop with { ClearingThresholdFen = 1_000, ClearingDays = 3 },
        };
        await thrifty.PayAsync("A", 999, An.Noon);
        await thrifty.PayAsync("B", 1, An.Noon.AddDays(1));

        var first = await thrifty.CloseAsync(Day);
        var second = await thrifty.CloseAsync(Day.AddDays(1));

        (first.PayoutFen, first.CarriedOutFen).ShouldBe((0, 999));
        (second.PayoutFen, second.CarriedOutFen).ShouldBe((1_000, 0));
        first.DueOn.ShouldBe(new DateOnly(2026, 1, 7));
    }

    [Fact]
    public async Task A_payout_is_booked_once_and_is_no_late_money()
    {
        await world.PayAsync("A", 100, An.Noon);
        await world.CloseAsync(Day);
        var clock = new Tests.Kit.ManualTimeProvider(An.Noon.AddDays(1));
        var pay = new PayClearing(world.Clearings, world.Journal, clock);
        var confirm = new ConfirmClearing(world.Clearings);

        var early = await pay.RunAsync("shop", Day, "P-1", default);
        await confirm.RunAsync("shop", Day, default);
        var paid = await pay.RunAsync("shop", Day, "P-1", default);
        clock.Advance(TimeSpan.FromHours(1));
        var again = await pay.RunAsync("shop", Day, "P-1", default);
        var other = await pay.RunAsync("shop", Day, "P-2", default);
        var late = await confirm.RunAsync("shop", Day, default);
        var next = await world.CloseAsync(Day.AddDays(1));
        var third = await world.CloseAsync(Day.AddDays(2));

        (early.Verdict, paid.Verdict, again.Verdict, other.Verdict, late.Verdict).ShouldBe(
            (ClearingVerdict.NotConfirmed, ClearingVerdict.Done, ClearingVerdict.Done,
                ClearingVerdict.ContentDiffers, ClearingVerdict.Done));
        world.Journal.Of(JournalScope.OfApplication("shop"))
            .Count(static e => e.Event is "PaidOut").ShouldBe(1);
        (next.LateFen, next.PayoutFen, third.LateFen).ShouldBe((0, 0, 0));
        third.Balances.ContainsKey("merchant_payable:shop").ShouldBeFalse();
        third.Balances["payout:shop"].ShouldBe(-100);
    }

    [Fact]
    public async Task A_payout_file_is_the_same_whenever_it_is_written()
    {
        await world.PayAsync("A", 12_345, An.Noon);
        var before = PayoutFile.Write([await world.CloseAsync(Day)]);
        await new ConfirmClearing(world.Clearings).RunAsync("shop", Day, default);
        await world.PayAsync("B", 1, An.Noon);
        await world.CloseAsync(Day.AddDays(1));

        var after = PayoutFile.Write([await world.CloseAsync(Day)]);

        after.ShouldBe(before);
        System.Text.Encoding.UTF8.GetString(after).ShouldBe(
            "date,app_id,payments,payment_amount,refunds,refund_amount,fees,net,late,carried_in,"
            + "payout,carried_out,due_on\r\n"
            + "2026-01-02,shop,1,123.45,0,0.00,0.00,123.45,0.00,0.00,123.45,0.00,2026-01-05\r\n");
    }
}
