using PayFunctions.Tests.Simulation.Channel;
using PayFunctions.Tests.Simulation.World;

namespace PayFunctions.Tests.Simulation.Crashes;

/// <summary>
/// The roads of a payer at a till. A process that dies before the channel heard of the code leaves
/// a payment that never was: it is cancelled.
/// </summary>
internal static class TillRoads
{
    private const string NeverBegan = "Revoked";

    /// <summary>Every road.</summary>
    public static IReadOnlyDictionary<string, Road> All { get; } =
        new Dictionary<string, Road>(StringComparer.Ordinal)
        {
            ["at a till, paid at once"] = new(
                ["Success", NeverBegan], static s => s.ChargeAsync(s.Full, ChargeFate.Paid)),
            ["at a till, paid at once, and nobody says it"] = new(
                ["Success", NeverBegan], static s =>
                {
                    s.Full.NextSilence = static () => true;
                    s.Lose("channel.charge");
                    return s.ChargeAsync(s.Full, ChargeFate.Paid);
                }),
            ["at a till, confirmed"] = new(["Success", NeverBegan], static async s =>
            {
                await s.ChargeAsync(s.Full, ChargeFate.Confirm);
                await s.WaitAsync(TimeSpan.FromSeconds(12));
                s.Confirm(silently: true);
            }),
            ["at a till, refused"] = new(
                ["Closed", NeverBegan],
                static s => s.ChargeAsync(s.Full, ChargeFate.Declined)),
            ["at a till, never confirmed"] = Road.To(
                "Revoked", static s => s.ChargeAsync(s.Full, ChargeFate.Confirm)),
            ["at a till, confirmed too late"] = new(
                ["Revoked; Cancel 100 Succeeded", NeverBegan], static s =>
                {
                    s.Meanwhile("channel.cancel", () => s.Confirm());
                    return s.ChargeAsync(s.Full, ChargeFate.Confirm);
                }),
            ["at a till, the cancel's answer is lost"] = new(
                ["Revoked; Cancel 100 Succeeded", NeverBegan], static s =>
                {
                    s.Meanwhile("channel.cancel", () => s.Confirm());
                    s.Lose("channel.cancel");
                    return s.ChargeAsync(s.Full, ChargeFate.Confirm);
                }),
            ["at a till, paid after the cancel"] = new(
                ["Success", NeverBegan], static s => LateAsync(s)),
            ["at a till, paid after the cancel, and given back"] = new(
                ["Revoked; LateSuccess 100 Succeeded", NeverBegan], static s => LateAsync(s),
                Durable.Refunding),
            ["at a till where nothing can be cancelled, never confirmed"] = Road.To(
                "Closed", static s => s.ChargeAsync(s.Bare, ChargeFate.Confirm)),
            ["at a till where nothing can be cancelled, confirmed late"] = new(
                ["Success", "Closed"], static async s =>
                {
                    await s.ChargeAsync(s.Bare, ChargeFate.Confirm);
                    await s.WaitAsync(TimeSpan.FromMinutes(20));
                    s.Confirm(silently: true);
                }),
        };

    private static async Task LateAsync(Scenario scenario)
    {
        await scenario.ChargeAsync(scenario.Full, ChargeFate.Busy);
        await scenario.WaitAsync(TimeSpan.FromMinutes(30));
        scenario.Confirm();
    }
}
