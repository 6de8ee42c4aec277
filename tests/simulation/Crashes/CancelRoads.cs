namespace PayFunctions.Tests.Simulation.Crashes;

/// <summary>The roads of a merchant who cancels what nobody knows.</summary>
internal static class CancelRoads
{
    private const string GivenBack = "Revoked; Cancel 100 Succeeded";

    /// <summary>Every road.</summary>
    public static IReadOnlyDictionary<string, Road> All { get; } =
        new Dictionary<string, Road>(StringComparer.Ordinal)
        {
            ["cancelled"] = Road.To("Revoked", static async s =>
            {
                await s.CreateAsync();
                await s.OpenAsync();
                await s.CancelAsync();
            }),
            ["cancelled unopened"] = Road.To("Revoked", static async s =>
            {
                await s.CreateAsync();
                await s.CancelAsync();
            }),
            ["cancelled where nothing can be cancelled"] = Road.To("Closed", static async s =>
            {
                await s.CreateAsync();
                await s.OpenAsync("bare_page");
                await s.CancelAsync();
            }),
            ["cancelled when just paid"] = Road.To(
                GivenBack, static s => JustPaidAsync(s, silently: true)),
            ["cancelled when just paid, and the channel says it"] = Road.To(
                GivenBack, static s => JustPaidAsync(s, silently: false)),
            ["cancelled when just paid, and the cancel's answer is lost"] = Road.To(
                GivenBack, static s =>
                {
                    s.Lose("channel.cancel");
                    return JustPaidAsync(s, silently: false);
                }),
            ["cancelled twice at once"] = Road.To(GivenBack, static async s =>
            {
                s.Meanwhile("channel.query", s.CancelOnceAsync);
                await JustPaidAsync(s, silently: false);
            }),
            ["paid after the cancel"] = Road.To("Success", static async s =>
            {
                await s.CreateAsync();
                await s.OpenAsync();
                await s.CancelAsync();
                await s.WaitAsync(TimeSpan.FromMinutes(30));
                s.Pay();
            }),
        };

    private static async Task JustPaidAsync(Scenario scenario, bool silently)
    {
        await scenario.CreateAsync();
        await scenario.OpenAsync();
        scenario.Meanwhile("channel.cancel", () => scenario.Pay(silently: silently));
        await scenario.CancelAsync();
    }
}
