using System.Text.Json;
using PayFunctions.Host;
using PayFunctions.Sandbox.Launcher;

namespace PayFunctions.Sandbox.Day;

/// <summary>Lets the time after a day pass until every order is over, every bill is reconciled and
/// the day is cleared: by the gateway's own timers and questions, nobody pushes.</summary>
internal sealed class CloseBusinessDay(
    BusinessDay played, DateTimeOffset start, RehearsalClock clock, DayBooks books,
    IReadOnlyList<SandboxAccount> accounts, IReadOnlyCollection<string> withoutBills,
    string appId)
{
    /// <summary>The most hours after midnight: bills that are late are asked for for two days.
    /// </summary>
    public const int HoursMaximum = 60;

    /// <summary>Everything is over in that many hours, unless this machine cannot keep up with the
    /// clock: from then on it goes slower.</summary>
    private const int HoursAtFullPace = 16;

    private const int TimesSlower = 6;

    private readonly Dictionary<string, SettledOrder> settled = new(StringComparer.Ordinal);

    /// <summary>Closes, and tells what the day came to.</summary>
    public async Task<DayReport> RunAsync(CancellationToken cancel)
    {
        for (var hour = DayPlan.Hours; ; hour++)
        {
            clock.MoveTo(start.AddHours(hour).AddMinutes(1));
            var began = clock.GetTimestamp();
            await SettleAsync(cancel);
            var report = await ReadAsync(cancel);
            if (report is { Trouble: null }
                || (report is not null && hour == DayPlan.Hours + HoursMaximum))
            {
                return report;
            }

            if (hour == DayPlan.Hours + HoursMaximum)
            {
                throw new SandboxFailure("The day was not cleared in time.");
            }

            await played.RestAsync(
                clock.GetElapsedTime(began),
                hour < DayPlan.Hours + HoursAtFullPace ? 1 : TimesSlower, cancel);
        }
    }

    private async Task SettleAsync(CancellationToken cancel)
    {
        foreach (var order in played.Made.Where(o => !settled.ContainsKey(o.OutTradeNo)))
        {
            if (await books.OrderAsync(order.TransactionId, cancel) is { } read
                && DaySettling.IsSettled(read))
            {
                settled.Add(order.OutTradeNo, new SettledOrder(
                    order, read.GetProperty("trade_state").GetString()!));
            }
        }
    }

    private async Task<DayReport?> ReadAsync(CancellationToken cancel)
    {
        if (await books.ClearingAsync(appId, cancel) is not { } clearing
            || await books.TrialBalanceAsync(cancel) is not { } balance)
        {
            return null;
        }

        var channels = new List<ChannelDay>();
        foreach (var account in accounts)
        {
            JsonElement? reconciled = null;
            if (!withoutBills.Contains(account.Channel, StringComparer.Ordinal))
            {
                reconciled = await books.ReconciliationAsync(
                    account.Channel, account.Name, cancel);
                if (reconciled is null)
                {
                    return null;
                }
            }

            channels.Add(ChannelDay.Of(
                account.Channel,
                [
                    .. settled.Values.Where(o => o.Order.Plan.Channel.StartsWith(
                        account.Channel + "_", StringComparison.Ordinal)),
                ],
                reconciled));
        }

        return new DayReport(
            DateOnly.FromDateTime(start.DateTime),
            channels,
            [
                .. played.Made.Select(static o => o.OutTradeNo)
                    .Where(number => !settled.ContainsKey(number)).Order(StringComparer.Ordinal),
            ],
            Fen(clearing, "payment_fee"),
            Fen(clearing, "refund_fee"),
            Fen(clearing, "service_fee"),
            Fen(clearing, "net_fee"),
            -(balance.GetProperty("moved").TryGetProperty(
                $"merchant_payable:{appId}", out var moved) ? moved.GetInt64() : 0),
            Fen(balance, "moved_sum"),
            Fen(balance, "balances_sum"));
    }

    private static long Fen(JsonElement json, string name) => json.GetProperty(name).GetInt64();
}
