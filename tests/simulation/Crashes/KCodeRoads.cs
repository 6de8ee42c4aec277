using PayFunctions.Orders;

namespace PayFunctions.Tests.Simulation.Crashes;

/// <summary>The roads of payments by card and code.</summary>
internal static class KCodeRoads
{
    private const string Paid = "Success";
    private const string Unpaid = "Closed";

    /// <summary>Every road.</summary>
    public static IReadOnlyDictionary<string, KCodeRoad> All { get; } =
        new Dictionary<string, KCodeRoad>(StringComparer.Ordinal)
        {
            ["a code pays"] = new(Paid, static async s =>
            {
                await s.SendAsync();
                await s.PayAsync();
            }),
            ["a code pays, and a part goes back"] = new(
                "Success; Merchant 40 Succeeded", static async s =>
                {
                    await s.SendAsync();
                    await s.PayAsync();
                    await s.RefundAsync(40);
                }),
            ["nobody enters the code"] = new(Unpaid, static s => s.SendAsync()),
            ["whether a code was sent is not known"] = new(Paid, static async s =>
            {
                s.Lose("channel.kcode-send");
                await s.SendAsync();
                await s.PayAsync();
            }),
            ["whether another code was sent is not known"] = new(Paid, static async s =>
            {
                s.Lose("channel.kcode-send");
                s.Lose("channel.kcode-resend");
                await s.SendAsync();
                await s.PayAsync();
            }),
            ["the answer to the payment is lost"] = new(Paid, static async s =>
            {
                await s.SendAsync();
                s.Lose("channel.kcode-pay");
                await s.PayAsync();
            }),
            ["the answers to payment and question are lost"] = new(Paid, static async s =>
            {
                await s.SendAsync();
                s.Lose("channel.kcode-pay");
                s.Lose("channel.query");
                await s.PayAsync();
            }),
            ["a wrong code, and the right one"] = new(Paid, static async s =>
            {
                await s.SendAsync();
                await s.MistakeAsync("P-1");
                await s.PayAsync("P-2");
            }),
            ["the answer to a wrong code is lost"] = new(Paid, static async s =>
            {
                await s.SendAsync();
                s.Lose("channel.kcode-pay");
                await s.MistakeAsync("P-1");
                await s.PayAsync("P-2");
            }),
            ["too many wrong codes"] = new(Unpaid, static async s =>
            {
                await s.SendAsync();
                for (var i = 1; i <= KCodeRules.MaxTries; i++)
                {
                    await s.MistakeAsync($"P-{i}");
                }

                await s.PayAsync("P-9");
            }),
            ["another card"] = new(Paid, static async s =>
            {
                await s.SendAsync();
                await s.WaitAsync(KCodeRules.SendEvery);
                await s.SendAsync("C-2");
                await s.PayAsync();
            }),
            ["two payments at once"] = new(Paid, static async s =>
            {
                await s.SendAsync();
                s.Meanwhile("channel.kcode-pay", () => s.PayOnceAsync("P-2"));
                await s.PayAsync();
            }),
            ["two payments decided at once"] = new(Paid, static async s =>
            {
                await s.SendAsync();
                s.Meanwhile("orders.commit", () => s.PayOnceAsync("P-2"));
                await s.PayAsync();
                await s.WaitAsync(TimeSpan.FromMinutes(2));
                await s.PayAsync("P-3");
            }),
        };
}
