using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Simulation.Channel;

/// <summary>The channel's own books about refunds: one number is one refund, for ever.</summary>
internal sealed class RefundDesk(ChannelTruth truth, Mail mail, TimeProvider time)
{
    private readonly Dictionary<ChannelRefundNo, (Trade Trade, ChannelRefund Refund)> refunds = [];

    /// <summary>What becomes of the next refund.</summary>
    public Func<RefundFate> NextFate { get; set; } = static () => RefundFate.Done;

    /// <summary>How long the next one takes that takes its time.</summary>
    public Func<TimeSpan> NextDelay { get; set; } = static () => TimeSpan.FromHours(5);

    /// <summary>How many numbers came again.</summary>
    public int Repeats { get; private set; }

    /// <summary>What a refund does and is answered.</summary>
    public RefundOutcome Refund(RefundRequest request)
    {
        var now = time.GetUtcNow();
        if (truth.Find(request.Trade.Number) is not { Stage: TradeStage.Paid } trade)
        {
            truth.Complaints.Add($"{request.Number} is of a trade that was never paid");
            return new RefundDeclined("never paid");
        }

        Check(trade, request);
        if (refunds.TryGetValue(request.Number, out var known))
        {
            return Again(known, request, now);
        }

        var refund = new ChannelRefund(
            request.Number, request.Total.Fen, FateOf(trade, request, now), now,
            now + NextDelay());
        refunds[request.Number] = (trade, refund);
        trade.Add(refund);
        if (truth.Habits.TellsRefunds)
        {
            foreach (var (at, outcome) in refund.Decisions)
            {
                mail.Write(trade.Account, new GenuineRefund(request.Number, outcome), at);
            }
        }

        return refund.OutcomeAt(now);
    }

    /// <summary>What a question about a refund is answered.</summary>
    public RefundOutcome Query(RefundRequest request)
    {
        var now = time.GetUtcNow();
        if (!refunds.TryGetValue(request.Number, out var known)
            || now < known.Refund.AskedAt + truth.Habits.RefundLag)
        {
            return new RefundAbsent("no such refund");
        }

        var outcome = known.Refund.OutcomeAt(now);
        return outcome is RefundDeclined && truth.Habits.ForgetsDeclined
            ? new RefundAbsent("no such refund")
            : outcome;
    }

    private RefundFate FateOf(Trade trade, RefundRequest request, DateTimeOffset now)
    {
        if (trade.GoneAt(now) + request.Total.Fen <= trade.Total.Fen)
        {
            return NextFate();
        }

        truth.Complaints.Add($"{request.Number} is more than is left of {trade.Number}");
        return truth.Habits.GivesTooMuch ? NextFate() : RefundFate.Declined;
    }

    private RefundOutcome Again(
        (Trade Trade, ChannelRefund Refund) known, RefundRequest request, DateTimeOffset now)
    {
        Repeats++;
        if (known.Trade.Number != request.Trade.Number
            || known.Refund.Fen != request.Total.Fen)
        {
            truth.Complaints.Add($"{request.Number} was another refund before");
        }

        var outcome = known.Refund.OutcomeAt(now);
        return truth.Habits.RefusesRepeats && outcome is not RefundDeclined
            ? new RefundUnknown("the number was used: ask")
            : outcome;
    }

    private void Check(Trade trade, RefundRequest request)
    {
        if (request.Paid != trade.Total
            || !string.Equals(request.ChannelTradeNo, trade.TradeNo, StringComparison.Ordinal)
            || !string.Equals(request.Trade.Account, trade.Account, StringComparison.Ordinal))
        {
            truth.Complaints.Add($"{request.Number} says other things than {trade.Number}");
        }
    }
}
