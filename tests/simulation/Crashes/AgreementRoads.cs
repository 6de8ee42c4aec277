namespace PayFunctions.Tests.Simulation.Crashes;

/// <summary>The roads of agreements and debits.</summary>
internal static class AgreementRoads
{
    private const string OneDebit = "D-1 60 Succeeded; Time";

    /// <summary>Every road.</summary>
    public static IReadOnlyDictionary<string, AgreementRoad> All { get; } =
        new Dictionary<string, AgreementRoad>(StringComparer.Ordinal)
        {
            ["ended by its time"] = AgreementRoad.To("Time", static s => s.SignAsync()),
            ["ended by the merchant"] = AgreementRoad.To("Merchant", static async s =>
            {
                await s.SignAsync();
                await s.UnsignAsync();
            }),
            ["the end's answer is lost"] = AgreementRoad.To("Merchant", static async s =>
            {
                await s.SignAsync();
                s.Lose("channel.unsign");
                await s.UnsignAsync();
            }),
            ["debited twice, then ended"] = AgreementRoad.To(
                "D-1 60 Succeeded; D-2 40 Succeeded; Merchant", static async s =>
                {
                    await s.SignAsync();
                    await s.DebitAsync("D-1", 60);
                    await s.WaitAsync(TimeSpan.FromHours(1));
                    await s.DebitAsync("D-2", 40);
                    await s.WaitAsync(TimeSpan.FromHours(1));
                    await s.UnsignAsync();
                }),
            ["the debit's answer is lost"] = AgreementRoad.To(OneDebit, static async s =>
            {
                await s.SignAsync();
                s.Lose("channel.debit");
                await s.DebitAsync("D-1", 60);
            }),
            ["the debit's answer is lost, and the channel keeps silent"] = AgreementRoad.To(
                OneDebit, static async s =>
                {
                    await s.SignAsync();
                    s.Channel.NextSilence = static () => true;
                    s.Lose("channel.debit");
                    await s.DebitAsync("D-1", 60);
                }),
            ["two debits at once"] = new(
                ["D-1 60 Succeeded; Time", "D-2 60 Succeeded; Time"],
                static async s =>
                {
                    await s.SignAsync();
                    s.Meanwhile("orders.commit", () => s.DebitOnceAsync("D-2", 60));
                    await s.TryDebitAsync("D-1", 60);
                }),
        };
}
