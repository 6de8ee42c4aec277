using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using PayFunctions.Host;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Day;

/// <summary>Plays the hours of a day: moves the clock, makes the orders of the hour, lets payers
/// act, and gives back what was paid in the hour before.</summary>
internal sealed class BusinessDay(
    DayOptions options, DateTimeOffset start, RehearsalClock clock, HttpClient http, Uri shop,
    IReadOnlyDictionary<string, Uri> channels)
{
    private const int OrdersAtOnce = 4;

    private readonly DayPayer payer = new(http);
    private readonly ConcurrentBag<MadeOrder> made = [];

    /// <summary>The orders that the gateway took.</summary>
    public IReadOnlyCollection<MadeOrder> Made => made;

    /// <summary>Plays the plan.</summary>
    public async Task PlayAsync(IReadOnlyList<PlannedOrder> plan, CancellationToken cancel)
    {
        for (var hour = 0; hour < DayPlan.Hours; hour++)
        {
            clock.MoveTo(start.AddHours(hour).AddMinutes(1));
            var began = clock.GetTimestamp();
            await EachAsync(
                made.Where(o => o.Plan.Hour == hour - 1 && o.Plan.RefundPercent > 0),
                RefundAsync, cancel);
            await EachAsync(plan.Where(o => o.Hour == hour), BuyAsync, cancel);
            await RestAsync(clock.GetElapsedTime(began), times: 1, cancel);
        }
    }

    /// <summary>What is left of a step's real time, which may be several times as long.</summary>
    public Task RestAsync(TimeSpan spent, int times, CancellationToken cancel)
    {
        var left = (TimeSpan.FromHours(1) / options.Pace * times) - spent;
        return left > TimeSpan.Zero
            ? Task.Delay(left, TimeProvider.System, cancel)
            : Task.CompletedTask;
    }

    private static Task EachAsync<T>(
        IEnumerable<T> things, Func<T, CancellationToken, Task> work, CancellationToken cancel)
        => Parallel.ForEachAsync(
            [.. things],
            new ParallelOptions
            {
                MaxDegreeOfParallelism = OrdersAtOnce,
                CancellationToken = cancel,
            },
            async (thing, stop) => await work(thing, stop));

    private async Task BuyAsync(PlannedOrder plan, CancellationToken cancel)
    {
        var channel = channels[plan.Channel.Split('_')[0]];
        if (plan.Fault is { } kind)
        {
            using var ordered = await http.PostAsJsonAsync(
                new Uri(channel, "/control/faults"), new { kind, count = 1 }, cancel);
        }

        using var form = new FormUrlEncodedContent(
        [
            new("product", plan.Product),
            new("channel", plan.Channel),
        ]);
        using var answer = await http.PostAsync(new Uri(shop, "/api/orders"), form, cancel);
        if (!answer.IsSuccessStatusCode)
        {
            // The shop did not get through to the channel: this buyer leaves.
            return;
        }

        var order = Order(
            plan, await answer.Content.ReadFromJsonAsync<JsonElement>(cancel));
        made.Add(order);
        await payer.OpenAsync(order, channel, cancel);
        await payer.ActAsync(order, channel, plan.Act, cancel);
    }

    private async Task RefundAsync(MadeOrder order, CancellationToken cancel)
    {
        var fen = Math.Max(1, order.TotalFee * order.Plan.RefundPercent / 100);
        using var form = new FormUrlEncodedContent(
        [
            new("out_request_no", $"R-{order.OutTradeNo}"),
            new("amount", Yuan.Format(fen)),
        ]);

        // An order that was not paid is not refunded: the shop answers so.
        using var answer = await http.PostAsync(
            new Uri(shop, string.Create(
                CultureInfo.InvariantCulture, $"/orders/{order.OutTradeNo}/refund")),
            form, cancel);
    }

    private static MadeOrder Order(PlannedOrder plan, JsonElement json) => new(
        plan,
        json.GetProperty("out_trade_no").GetString()!,
        json.GetProperty("transaction_id").GetString()!,
        json.GetProperty("total_fee").GetInt64(),
        new Uri(json.GetProperty("pay_url").GetString()!),
        json.GetProperty("code_url").GetString());
}
