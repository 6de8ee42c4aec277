using PayFunctions.Orders;
using PayFunctions.Tests.Simulation.World;

namespace PayFunctions.Tests.Simulation.Crashes;

/// <summary>The roads of a payment, by name, with the state in which each ends.</summary>
internal static class Scenarios
{
    /// <summary>A road.</summary>
    internal sealed record Road(
        OrderState End, int RefundsDue, Func<Scenario, Task> Walk,
        string App = Durable.Reviving);

    /// <summary>Every road.</summary>
    public static IReadOnlyDictionary<string, Road> All { get; } =
        new Dictionary<string, Road>(StringComparer.Ordinal)
        {
            ["paid"] = new(OrderState.Success, 0, static async s =>
            {
                await s.CreateAsync();
                await s.OpenAsync();
                s.Pay();
            }),
            ["expires unopened"] = new(OrderState.Closed, 0, static s => s.CreateAsync()),
            ["expires unpaid"] = new(OrderState.Closed, 0, static async s =>
            {
                await s.CreateAsync();
                await s.OpenAsync();
            }),
            ["given up"] = new(OrderState.Closed, 0, static async s =>
            {
                await s.CreateAsync();
                await s.OpenAsync();
                s.GiveUp();
            }),
            ["closed by the merchant"] = new(OrderState.Closed, 0, static async s =>
            {
                await s.CreateAsync();
                await s.OpenAsync();
                await s.OpenAsync("sim_wap");
                await s.CloseAsync();
            }),
            ["the channel says nothing"] = new(OrderState.Success, 0, static async s =>
            {
                await s.CreateAsync();
                await s.OpenAsync();
                s.Pay(silently: true);
            }),
            ["the merchant asks first"] = new(OrderState.Success, 0, static async s =>
            {
                await s.CreateAsync();
                await s.OpenAsync();
                s.Pay();
                await s.QueryAsync();
            }),
            ["the merchant fails twice"] = new(OrderState.Success, 0, static async s =>
            {
                s.MerchantAnswers(MerchantReply.Fail, MerchantReply.AcceptUnheard);
                await s.CreateAsync();
                await s.OpenAsync();
                s.Pay();
            }),
            ["late money revives"] = new(OrderState.Success, 0, LateAsync),
            ["late money goes back"] = new(
                OrderState.Closed, 1, LateAsync, Durable.Refunding),
            ["paid twice"] = new(OrderState.Success, 1, static async s =>
            {
                await s.CreateAsync();
                await s.OpenAsync();
                await s.OpenAsync("sim_wap");
                s.Pay(attempt: 2);
                s.Pay(attempt: 1);
            }),
            ["paid while it expires"] = new(OrderState.Success, 0, static async s =>
            {
                await s.CreateAsync();
                await s.OpenAsync();
                await s.OpenAsync("sim_wap");
                s.SleepOverExpiry();
                s.Pay(attempt: 2, silently: true);
            }),
        };

    private static async Task LateAsync(Scenario scenario)
    {
        await scenario.CreateAsync();
        await scenario.OpenAsync();
        await scenario.WaitAsync(TimeSpan.FromMinutes(140));
        scenario.Pay();
    }
}
