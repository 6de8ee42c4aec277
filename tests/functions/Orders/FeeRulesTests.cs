using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

public sealed class FeeRulesTests
{
    [Theory]
    [InlineData(38, 10_000, 38)]
    [InlineData(38, 131, 0)]
    [InlineData(38, 132, 1)]
    [InlineData(50, 100, 1)]
    [InlineData(50, 99, 0)]
    [InlineData(10_000, 77, 77)]
    [InlineData(0, 10_000, 0)]
    public void The_share_is_rounded_half_up_to_the_fen(int points, long total, long fee)
        => FeeRules.Of(new FeeTerms(points), total).ShouldBe(fee);

    [Fact]
    public void The_fixed_part_is_added_before_the_least_and_the_most_are_looked_at()
    {
        var terms = new FeeTerms(100, FixedFen: 5, MinFen: 10, MaxFen: 50);

        FeeRules.Of(terms, 100).ShouldBe(10);
        FeeRules.Of(terms, 1_000).ShouldBe(15);
        FeeRules.Of(terms, 10_000).ShouldBe(50);
    }

    [Fact]
    public void A_fee_is_never_more_than_its_payment()
        => FeeRules.Of(new FeeTerms(0, MinFen: 10), 3).ShouldBe(3);

    [Fact]
    public void Without_terms_nothing_is_charged() => FeeRules.Of(null, 100).ShouldBe(0);

    [Fact]
    public void The_largest_amount_does_not_overflow()
        => FeeRules.Of(new FeeTerms(10_000), long.MaxValue).ShouldBe(long.MaxValue);

    [Fact]
    public void A_kept_fee_stays_whatever_goes_back()
        => FeeRules.ReturnedOf(new FeeTerms(100), 1_000, 1_000).ShouldBe(0);

    [Fact]
    public void Many_small_refunds_return_as_much_as_one()
    {
        var terms = new FeeTerms(60, OnRefund: FeeOnRefund.Return);
        const long total = 9_999;
        var returned = 0L;
        for (var refunded = 0L; refunded < total; refunded++)
        {
            var step = FeeRules.ReturnedOf(terms, total, refunded + 1)
                - FeeRules.ReturnedOf(terms, total, refunded);
            step.ShouldBeInRange(0, 1);
            returned += step;
        }

        returned.ShouldBe(FeeRules.Of(terms, total));
    }
}
