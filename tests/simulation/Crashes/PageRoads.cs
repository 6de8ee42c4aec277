using PayFunctions.Tests.Simulation.World;

namespace PayFunctions.Tests.Simulation.Crashes;

/// <summary>The roads of a payer who is sent to a page or shown a code.</summary>
internal static class PageRoads
{
    /// <summary>Every road.</summary>
    public static IReadOnlyDictionary<string, Road> All { get; } =
        new Dictionary<string, Road>(StringComparer.Ordinal)
        {
            ["paid"] = Road.To("Success", static async s =>
            {
                await s.CreateAsync();
                await s.OpenAsync();
                s.Pay();
            }),
            ["paid by code"] = Road.To("Success", static async s =>
            {
                await s.CreateAsync();
                await s.OpenAsync("sim_code");
                s.Pay();
            }),
            ["expires unopened"] = Road.To("Closed", static s => s.CreateAsync()),
            ["expires unpaid"] = Road.To("Closed", static async s =>
            {
                await s.CreateAsync();
                await s.OpenAsync();
            }),
            ["expires unpaid where nothing can be closed"] = Road.To("Closed", static async s =>
            {
                await s.CreateAsync();
                await s.OpenAsync("bare_code");
            }),
            ["given up"] = Road.To("Closed", static async s =>
            {
                await s.CreateAsync();
                await s.OpenAsync();
                s.GiveUp();
            }),
            ["closed by the merchant"] = Road.To("Closed", static async s =>
            {
                await s.CreateAsync();
                await s.OpenAsync();
                await s.OpenAsync("sim_wap");
                await s.CloseAsync();
            }),
            ["closed where nothing can be closed"] = Road.To("Closed", static async s =>
            {
                await s.CreateAsync();
                await s.OpenAsync("bare_page");
                await s.CloseAsync();
            }),
            ["closed where nothing can be closed, then paid"] = Road.To(
                "Success", static s => ClosedThenPaidAsync(s, silently: false)),
            ["closed where nothing can be closed, then paid, and nobody says it"] = Road.To(
                "Closed; LateSuccess 100 Succeeded",
                static s => ClosedThenPaidAsync(s, silently: true), Durable.Refunding),
            ["the channel says nothing"] = Road.To("Success", static async s =>
            {
                await s.CreateAsync();
                await s.OpenAsync();
                s.Pay(silently: true);
            }),
            ["the merchant asks first"] = Road.To("Success", static async s =>
            {
                await s.CreateAsync();
                await s.OpenAsync();
                s.Pay();
                await s.QueryAsync();
            }),
            ["the merchant fails twice"] = Road.To("Success", static async s =>
            {
                s.MerchantAnswers(MerchantReply.Fail, MerchantReply.AcceptUnheard);
                await s.CreateAsync();
                await s.OpenAsync();
                s.Pay();
            }),
            ["late money revives"] = Road.To("Success", LateAsync),
            ["late money goes back"] = Road.To(
                "Closed; LateSuccess 100 Succeeded", LateAsync, Durable.Refunding),
            ["paid twice"] = Road.To(
                "Success; SecondSuccess 100 Succeeded",
                static s => PaidTwiceAsync(s, "sim_wap")),
            ["paid at two channels"] = Road.To(
                "Success; SecondSuccess 100 Succeeded",
                static s => PaidTwiceAsync(s, "bare_page")),
            ["paid while it expires"] = Road.To("Success", static async s =>
            {
                await s.CreateAsync();
                await s.OpenAsync();
                await s.OpenAsync("sim_wap");
                s.SleepOverExpiry();
                s.Pay(attempt: 2, silently: true);
            }),
        };

    private static async Task PaidTwiceAsync(Scenario scenario, string other)
    {
        await scenario.CreateAsync();
        await scenario.OpenAsync();
        await scenario.OpenAsync(other);
        scenario.Pay(attempt: 2);
        scenario.Pay(attempt: 1);
    }

    private static async Task ClosedThenPaidAsync(Scenario scenario, bool silently)
    {
        await scenario.CreateAsync();
        await scenario.OpenAsync("bare_page");
        await scenario.CloseAsync();
        await scenario.WaitAsync(TimeSpan.FromMinutes(20));
        scenario.Pay(silently: silently);
    }

    private static async Task LateAsync(Scenario scenario)
    {
        await scenario.CreateAsync();
        await scenario.OpenAsync();
        await scenario.WaitAsync(TimeSpan.FromMinutes(140));
        scenario.Pay();
    }
}
