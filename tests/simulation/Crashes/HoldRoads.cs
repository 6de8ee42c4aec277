namespace PayFunctions.Tests.Simulation.Crashes;

/// <summary>The roads of amounts that are held, taken and let go.</summary>
internal static class HoldRoads
{
    private const string AllTaken = "C-1 100 Succeeded";
    private const string AllGone = "Merchant 100 Succeeded";

    /// <summary>Every road.</summary>
    public static IReadOnlyDictionary<string, HoldRoad> All { get; } =
        new Dictionary<string, HoldRoad>(StringComparer.Ordinal)
        {
            ["let go when its time is up"] = HoldRoad.To(
                "HoldExpired 100 Succeeded", static s => s.HoldAsync()),
            ["let go by the merchant"] = HoldRoad.To(AllGone, static async s =>
            {
                await s.HoldAsync();
                await s.VoidAsync("V-1");
            }),
            ["the release's answer is lost"] = HoldRoad.To(AllGone, static async s =>
            {
                await s.HoldAsync();
                s.Lose("channel.refund");
                await s.VoidAsync("V-1");
            }),
            ["taken in parts, the last one lets the rest go"] = HoldRoad.To(
                "C-1 30 Succeeded; C-2 20 Succeeded; FinalCapture 50 Succeeded", static async s =>
                {
                    await s.HoldAsync();
                    await s.CaptureAsync("C-1", 30);
                    await s.WaitAsync(TimeSpan.FromHours(1));
                    await s.CaptureAsync("C-2", 20, final: true);
                }),
            ["a part taken, a part let go, the rest by time"] = HoldRoad.To(
                "C-1 30 Succeeded; Merchant 20 Succeeded; HoldExpired 50 Succeeded",
                static async s =>
                {
                    await s.HoldAsync();
                    await s.CaptureAsync("C-1", 30);
                    await s.VoidAsync("V-1", 20);
                }),
            ["the capture's answer is lost"] = HoldRoad.To(AllTaken, static async s =>
            {
                await s.HoldAsync();
                s.Lose("channel.capture");
                await s.CaptureAsync("C-1", 100);
            }),
            ["the capture's answer is lost, and the channel keeps silent"] = HoldRoad.To(
                AllTaken, static async s =>
                {
                    await s.HoldAsync();
                    s.Channel.NextSilence = static () => true;
                    s.Lose("channel.capture");
                    await s.CaptureAsync("C-1", 100);
                }),
            ["two captures at once"] = new(
                [
                    "C-2 60 Succeeded; HoldExpired 40 Succeeded",
                    "C-1 60 Succeeded; HoldExpired 40 Succeeded",
                ],
                static async s =>
                {
                    await s.HoldAsync();
                    s.Meanwhile("orders.commit", () => s.CaptureOnceAsync("C-2", 60));
                    await s.TryCaptureAsync("C-1", 60);
                }),
        };
}
