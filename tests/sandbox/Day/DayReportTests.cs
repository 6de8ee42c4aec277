using PayFunctions.Sandbox.Day;

namespace PayFunctions.Tests.Sandbox.Day;

public sealed class DayReportTests
{
    private static readonly ChannelDay Alipay = new(
        "alipay", 3, 2, 17_600, "DONE", 3, 2, 0, ["ONLY_AT_CHANNEL"]);

    private static readonly DayReport Good = new(
        new DateOnly(2026, 1, 2), [Alipay, new ChannelDay("ipaynow", 1, 1, 1, null, 0, 0, 0, [])],
        [], 17_600, 100, 105, 17_395, 17_395, 0, 0);

    [Fact]
    public void A_day_that_closes_is_told_in_a_few_lines()
    {
        Good.Trouble.ShouldBeNull();
        Good.ToString().ShouldContain(
            "alipay        2 of    3 orders paid, ¥176.00; 2 of 3 rows of its bill match, 0 open; "
            + "differences: ONLY_AT_CHANNEL 1");
        Good.ToString().ShouldContain("the channel has no bill");
        Good.ToString().ShouldContain("owed       ¥173.95");
    }

    [Fact]
    public void What_keeps_a_day_from_closing_is_said()
    {
        (Good with { Unsettled = ["S-1", "S-2"] }).Trouble
            .ShouldBe("Orders are not over: S-1, S-2.");
        (Good with { Channels = [Alipay with { State = "BILL_BROKEN" }] }).Trouble
            .ShouldBe("alipay is not reconciled: BILL_BROKEN.");
        (Good with { MovedSum = 1 }).Trouble.ShouldBe("The trial balance is not zero.");
        (Good with { BalancesSum = -1 }).Trouble.ShouldBe("The trial balance is not zero.");
        (Good with { LedgerFen = 1 }).Trouble
            .ShouldBe("The clearing is not what the books say.");
    }
}
