using System.Text.Json;

namespace PayFunctions.Sandbox.Day;

/// <summary>A channel's day, reconciled.</summary>
/// <param name="Name">The channel.</param>
/// <param name="Orders">Orders that were made for it.</param>
/// <param name="Paid">Those that were paid.</param>
/// <param name="PaidFen">What they came to.</param>
/// <param name="State">How far the reconciliation is; null for a channel without bills.</param>
/// <param name="Rows">Rows of the bill.</param>
/// <param name="Matched">Those that agree in everything.</param>
/// <param name="Open">Differences that somebody has to look at.</param>
/// <param name="Kinds">The kinds of all differences, cleared ones included.</param>
internal sealed record ChannelDay(
    string Name, int Orders, int Paid, long PaidFen, string? State, int Rows, int Matched,
    int Open, IReadOnlyList<string> Kinds)
{
    /// <summary>The reconciliation is over.</summary>
    public bool IsReconciled => State is null or "DONE";

    /// <summary>Reads what the operator sees.</summary>
    public static ChannelDay Of(
        string name, IReadOnlyCollection<SettledOrder> orders, JsonElement? reconciliation)
        => new(
            name,
            orders.Count,
            orders.Count(static o => o.IsPaid),
            orders.Where(static o => o.IsPaid).Sum(static o => o.Order.TotalFee),
            reconciliation?.GetProperty("state").GetString(),
            reconciliation?.GetProperty("rows").GetInt32() ?? 0,
            reconciliation?.GetProperty("matched").GetInt32() ?? 0,
            reconciliation?.GetProperty("open").GetInt32() ?? 0,
            reconciliation is { } read
                ? [
                    .. read.GetProperty("differences").EnumerateArray()
                        .Select(static d => d.GetProperty("kind").GetString()!),
                ]
                : []);
}
