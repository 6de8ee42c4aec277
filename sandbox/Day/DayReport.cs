using System.Globalization;
using System.Text;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Day;

/// <summary>What a day came to, as the gateway's own interface says it.</summary>
/// <param name="Day">The day, in Beijing.</param>
/// <param name="Channels">Each channel's part.</param>
/// <param name="Unsettled">Orders that are not over, by the shop's numbers.</param>
/// <param name="PaymentFen">Payments, gross.</param>
/// <param name="RefundFen">Refunds.</param>
/// <param name="FeeFen">What the gateway charges.</param>
/// <param name="NetFen">What the merchant is owed, by the clearing.</param>
/// <param name="LedgerFen">The same, by the books.</param>
/// <param name="MovedSum">The sum over all accounts of what the day moved: zero.</param>
/// <param name="BalancesSum">The sum of all balances: zero.</param>
internal sealed record DayReport(
    DateOnly Day,
    IReadOnlyList<ChannelDay> Channels,
    IReadOnlyList<string> Unsettled,
    long PaymentFen,
    long RefundFen,
    long FeeFen,
    long NetFen,
    long LedgerFen,
    long MovedSum,
    long BalancesSum)
{
    /// <summary>Why the day does not close, in a sentence; null where it does.</summary>
    public string? Trouble
        => Unsettled.Count > 0 ? $"Orders are not over: {string.Join(", ", Unsettled)}."
            : Channels.FirstOrDefault(static c => !c.IsReconciled) is { } late
                ? $"{late.Name} is not reconciled: {late.State}."
            : MovedSum != 0 || BalancesSum != 0 ? "The trial balance is not zero."
            : NetFen != LedgerFen ? "The clearing is not what the books say."
            : null;

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder().AppendLine(
            CultureInfo.InvariantCulture, $"The day {Day:yyyy-MM-dd} is closed:").AppendLine();
        foreach (var channel in Channels)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"  {channel.Name,-10} {channel.Paid,4} of {channel.Orders,4} orders paid, "
                + $"¥{Yuan.Format(channel.PaidFen)}; {Reconciled(channel)}");
        }

        return text
            .AppendLine()
            .AppendLine(CultureInfo.InvariantCulture,
                $"  owed       ¥{Yuan.Format(NetFen)}: payments ¥{Yuan.Format(PaymentFen)}, "
                + $"refunds ¥{Yuan.Format(RefundFen)}, fees ¥{Yuan.Format(FeeFen)}; the books "
                + $"say ¥{Yuan.Format(LedgerFen)}")
            .AppendLine(CultureInfo.InvariantCulture,
                $"  books      moved {MovedSum}, balances {BalancesSum}: zero is right")
            .ToString();
    }

    private static string Reconciled(ChannelDay channel)
    {
        if (channel.State is null)
        {
            return "the channel has no bill";
        }

        var kinds = channel.Kinds.Count == 0
            ? "no difference"
            : "differences: " + string.Join(", ", channel.Kinds.CountBy(static k => k)
                .OrderBy(static k => k.Key, StringComparer.Ordinal)
                .Select(static k => $"{k.Key} {k.Value}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{channel.Matched} of {channel.Rows} rows of its bill match, {channel.Open} open; "
            + $"{kinds}");
    }
}
