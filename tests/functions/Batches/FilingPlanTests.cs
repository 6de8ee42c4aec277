using PayFunctions.Batches;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Batches;

public sealed class FilingPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly FilingPlan plan = new(A("B-1"), Now);

    [Fact]
    public void Rows_of_an_account_fill_one_batch_after_another()
    {
        var first = plan.FilingOf(("abc", 2), "main", Row(1)).ShouldNotBeNull();
        var second = plan.FilingOf(("abc", 2), "main", Row(2));
        var third = plan.FilingOf(("abc", 2), "main", Row(3)).ShouldNotBeNull();

        second.ShouldBe(first);
        third.BatchNo.ShouldNotBe(first.BatchNo);
        (first.At, first.Serial, first.BatchNo.Length).ShouldBe(
            (Now, null, FilingPlan.NumberLength));
    }

    [Fact]
    public void Accounts_and_channels_that_have_one_name_do_not_mix()
    {
        var filings = new[]
        {
            plan.FilingOf(("abc", 9), "main", Row(1)), plan.FilingOf(("abc", 9), "other", Row(1)),
            plan.FilingOf(("xyz", 9), "main", Row(1)),
            new FilingPlan(A("B-2"), Now).FilingOf(("abc", 9), "main", Row(1)),
        };

        filings.Select(static f => f!.BatchNo).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void A_batch_comes_to_no_more_than_the_largest_payment()
    {
        var room = ("abc", 9);

        var first = plan.FilingOf(room, "main", Row(1, Money.MaxFen - 1));

        plan.FilingOf(room, "main", Row(2)).ShouldBe(first);
        plan.FilingOf(room, "main", Row(3)).ShouldNotBe(first);
    }

    [Fact]
    public void Nothing_goes_together_where_there_is_no_room()
        => plan.FilingOf(("", 0), "main", Row(1)).ShouldBeNull();

    private static Batch A(string number) => new()
    {
        AppId = "shop",
        BatchNo = number,
        Digest = "d",
        CreatedAt = Now,
        Rows = 3,
        TotalFen = 3,
    };

    private static BatchRow Row(int number, long fen = 1)
        => new(number, "order", $"R-{number}", fen);
}
