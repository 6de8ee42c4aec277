using PayFunctions.Orders;
using PayFunctions.Tests.Simulation.Channel;

namespace PayFunctions.Tests.Simulation.Crashes;

/// <summary>The roads of money that goes back.</summary>
internal static class RefundRoads
{
    private const string Back = "Success; Merchant 40 Succeeded";

    /// <summary>Every road.</summary>
    public static IReadOnlyDictionary<string, Road> All { get; } =
        new Dictionary<string, Road>(StringComparer.Ordinal)
        {
            ["refunded"] = Road.To(Back, static s => RefundAsync(s, RefundFate.Done)),
            ["refunded in parts"] = Road.To(
                "Success; Merchant 40 Succeeded; Merchant 60 Succeeded", static async s =>
                {
                    await s.BePaidAsync();
                    await s.RefundAsync(40);
                    await s.RefuseRefundAsync(61, "R-2", OrderRefusal.RefundExceedsPayment);
                    await s.RefundAsync(60, "R-2");
                    await s.RefundAsync(40);
                    await s.RefuseRefundAsync(1, "R-3", OrderRefusal.RefundExceedsPayment);
                }),
            ["two refunds at once"] = Road.To("Success; Merchant 60 Succeeded", static async s =>
            {
                await s.BePaidAsync();
                s.Meanwhile("numbers.claim", () => s.RefundOnceAsync(60, "R-2"));
                await s.TryRefundAsync(60, "R-1");
            }),
            ["the refund's answer is lost"] = Road.To(Back, static async s =>
            {
                await s.BePaidAsync();
                s.Lose("channel.refund");
                await s.RefundAsync(40);
            }),
            ["the refund's answer is lost, and numbers cannot be repeated"] = Road.To(
                Back, static async s =>
                {
                    await s.BePaidAsync("bare_page");
                    s.Bare.Habits = s.Bare.Habits with { RefundLag = TimeSpan.FromMinutes(1) };
                    s.Lose("channel.refund");
                    await s.RefundAsync(40);
                }),
            ["the refund takes its time"] = Road.To(
                Back, static s => RefundAsync(s, RefundFate.DoneLater)),
            ["the refund takes its time, and nobody says when"] = Road.To(
                Back, static s => RefundAsync(s, RefundFate.DoneLater, "bare_page")),
            ["the refund is refused"] = Road.To(
                "Success; Merchant 40 Failed", static s => RefundAsync(s, RefundFate.Declined)),
            ["the refund is refused later, and made again"] = Road.To(
                "Success; Merchant 40 Failed; Merchant 40 Succeeded", static async s =>
                {
                    await RefundAsync(s, RefundFate.DeclinedLater);
                    await s.WaitAsync(TimeSpan.FromHours(9));
                    s.Full.RefundDesk.NextFate = static () => RefundFate.Done;
                    await s.RefundAsync(40, "R-2");
                }),
            ["the refund is stuck"] = Road.To(
                "Success; Merchant 40 Abnormal", static s => RefundAsync(s, RefundFate.Stuck)),
            ["the refund is stuck until a human comes"] = Road.To(
                Back, static s => RefundAsync(s, RefundFate.StuckThenDone)),
            ["paid twice, and refused twice"] = Road.To(
                "Success; SecondSuccess 100 Failed; SecondSuccess 100 Failed; "
                    + "SecondSuccess 100 Succeeded",
                static s => PaidTwiceAsync(
                    s, RefundFate.Declined, RefundFate.DeclinedLater, RefundFate.Done)),
            ["paid twice, and refused for ever"] = Road.To(
                "Success; SecondSuccess 100 Failed; SecondSuccess 100 Failed; "
                    + "SecondSuccess 100 Failed",
                static s => PaidTwiceAsync(
                    s, RefundFate.Declined, RefundFate.Declined, RefundFate.Declined)),
        };

    private static async Task RefundAsync(
        Scenario scenario, RefundFate fate, string product = "sim_page")
    {
        await scenario.BePaidAsync(product);
        scenario.Full.RefundDesk.NextFate = () => fate;
        scenario.Bare.RefundDesk.NextFate = () => fate;
        await scenario.RefundAsync(40);
    }

    private static async Task PaidTwiceAsync(Scenario scenario, params RefundFate[] fates)
    {
        var left = new Queue<RefundFate>(fates);
        scenario.Full.RefundDesk.NextFate = left.Dequeue;
        scenario.Bare.RefundDesk.NextFate = left.Dequeue;
        await scenario.CreateAsync();
        await scenario.OpenAsync("bare_page");
        await scenario.OpenAsync();
        scenario.Pay(attempt: 1);
        await scenario.WaitAsync(TimeSpan.FromMinutes(1));
        scenario.Pay(attempt: 2);
    }
}
