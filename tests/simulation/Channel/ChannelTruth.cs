using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Simulation.Channel;

/// <summary>
/// The channel's own books: what was really paid, whatever the gateway believes. Written without a
/// look at the gateway's rules.
/// </summary>
internal sealed class ChannelTruth
{
    private static readonly TimeSpan CancelFor = TimeSpan.FromHours(24);

    private readonly Dictionary<ChannelOrderNo, Trade> trades = [];
    private readonly HashSet<ChannelOrderNo> calledEnded = [];
    private readonly HashSet<string> usedCodes = new(StringComparer.Ordinal);
    private readonly TimeProvider time;
    private readonly Mail mail;

    /// <summary>Books in which nothing is written.</summary>
    public ChannelTruth(TimeProvider time, Habits habits)
    {
        this.time = time;
        Habits = habits;
        mail = new Mail(habits.Name);
        RefundDesk = new RefundDesk(this, mail, time);
        CodeDesk = new CodeDesk(this);
    }

    /// <summary>What kind of channel it is.</summary>
    public Habits Habits { get; set; }

    /// <summary>Its books about refunds.</summary>
    public RefundDesk RefundDesk { get; }

    /// <summary>Its books about codes by phone.</summary>
    public CodeDesk CodeDesk { get; }

    /// <summary>What becomes of the next payer's code.</summary>
    public Func<ChargeFate> NextCharge { get; set; } = static () => ChargeFate.Confirm;

    /// <summary>Whether the next link or code is refused for good.</summary>
    public Func<bool> NextRefusal { get; set; } = static () => false;

    /// <summary>Whether the channel keeps silent about the next payment.</summary>
    public Func<bool> NextSilence { get; set; } = static () => false;

    /// <summary>Whether the payer pays in the moment in which the channel is asked to cancel.
    /// </summary>
    public Func<bool> NextRush { get; set; } = static () => false;

    /// <summary>What the gateway should not have asked.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Every trade.</summary>
    public IReadOnlyCollection<Trade> Trades => trades.Values;

    /// <summary>Every notification.</summary>
    public IReadOnlyList<Letter> Letters => mail.Letters;

    /// <summary>The trade with that number.</summary>
    public Trade? Find(ChannelOrderNo number) => trades.GetValueOrDefault(number);

    /// <summary>The payer gets a link or a code, or not.</summary>
    public TradeStage Offer(PageRequest request)
    {
        var trade = FindOrAdd(request.Order, request.Attempt);
        if (trade.Stage == TradeStage.Offered && NextRefusal())
        {
            trade.Stage = TradeStage.Ended;
        }

        return trade.Stage;
    }

    /// <summary>The till charges a code.</summary>
    public ChannelOutcome Charge(ChargeRequest request)
    {
        if (trades.ContainsKey(request.Number))
        {
            Complaints.Add($"{request.Number} was charged before");
            return Query(request.Number);
        }

        var trade = FindOrAdd(request.Order, request.Attempt);
        if (!usedCodes.Add(request.Code.Text))
        {
            trade.Stage = TradeStage.Ended;
            return new Declined("the code was used");
        }

        switch (NextCharge())
        {
            case ChargeFate.Paid:
                Pay(trade, NextSilence());
                break;
            case ChargeFate.Confirm:
                Begin(trade);
                break;
            case ChargeFate.Declined:
                trade.Stage = TradeStage.Ended;
                break;
            default:
                return new Unknown("busy");
        }

        return Query(trade.Number);
    }

    /// <summary>
    /// The merchant takes what a payer authorised: the same number once, and never more than is
    /// left. The last one lets the rest go.
    /// </summary>
    public ChannelOutcome Capture(CaptureRequest request)
    {
        var trade = FindOrAdd(request.Order, request.Attempt);
        if (trade.Stage == TradeStage.Paid)
        {
            return Query(trade.Number);
        }

        if (Find(request.Hold.HoldNumber()) is not { Stage: TradeStage.Paid, IsOver: false } hold
            || TakenOf(hold) + hold.GoneAt(time.GetUtcNow()) + trade.Total.Fen > hold.Total.Fen)
        {
            Complaints.Add($"{trade.Number} takes more than is held");
            return new Declined("more than is held");
        }

        trade.HeldBy = hold.Number;
        hold.IsOver = request.Hold.IsFinal;
        trade.Stage = TradeStage.Paid;
        trade.PaidAt = time.GetUtcNow();
        if (!NextSilence())
        {
            Tell(trade);
        }

        return Query(trade.Number);
    }

    /// <summary>What was taken of a hold.</summary>
    public long TakenOf(Trade hold)
        => trades.Values.Where(t => t.HeldBy == hold.Number).Sum(static t => t.Total.Fen);

    /// <summary>The merchant takes money under an agreement: the same number once.</summary>
    public ChannelOutcome Debit(DebitRequest request)
    {
        var trade = FindOrAdd(request.Order, request.Attempt);
        if (trade.Stage == TradeStage.Paid)
        {
            return Query(trade.Number);
        }

        if (Find(request.Agreement.SigningNumber())
                is not { Stage: TradeStage.Paid, IsOver: false } agreement
            || request.Agreement.ChannelAgreementNo != agreement.TradeNo)
        {
            trade.Stage = TradeStage.Ended;
            return new Declined("nothing is agreed to");
        }

        trade.HeldBy = agreement.Number;
        trade.Stage = TradeStage.Paid;
        trade.PaidAt = time.GetUtcNow();
        if (!NextSilence())
        {
            Tell(trade);
        }

        return Query(trade.Number);
    }

    /// <summary>An agreement ends.</summary>
    public ChannelOutcome Unsign(UnsignRequest request)
    {
        if (Find(request.Number) is not { Stage: TradeStage.Paid } agreement
            || agreement.TradeNo != request.ChannelAgreementNo)
        {
            Complaints.Add($"{request.Number} was never agreed to");
            return new Unknown("no such agreement");
        }

        agreement.IsOver = true;
        return new Unsigned(agreement.TradeNo, time.GetUtcNow());
    }

    /// <summary>The payer logs in.</summary>
    public void Begin(Trade trade)
    {
        if (trade.Stage == TradeStage.Offered && time.GetUtcNow() < trade.PayableUntil)
        {
            trade.Stage = TradeStage.Begun;
        }
    }

    /// <summary>The payer pays, if the channel lets him.</summary>
    public bool Pay(Trade trade, bool silently = false)
    {
        Begin(trade);
        if (trade.Stage != TradeStage.Begun || time.GetUtcNow() >= trade.PayableUntil)
        {
            return false;
        }

        trade.Stage = TradeStage.Paid;
        trade.PaidAt = time.GetUtcNow();
        if (!silently || trade.IsCalledEnded)
        {
            Tell(trade);
        }

        return true;
    }

    /// <summary>The payer gives up.</summary>
    public void GiveUp(Trade trade)
    {
        if (trade.Stage == TradeStage.Begun)
        {
            trade.Stage = TradeStage.Ended;
            Tell(trade);
        }
    }

    /// <summary>What a query is answered.</summary>
    public ChannelOutcome Query(ChannelOrderNo number) => trades.GetValueOrDefault(number) switch
    {
        { Stage: TradeStage.Paid } paid when Habits.CallsRefundedEnded && IsAllBack(paid)
            => new Declined("ended, all back"),
        { Stage: TradeStage.Paid } paid => Paid(paid),
        { Stage: TradeStage.Ended } => new Declined("ended"),
        _ => new Waiting("not paid"),
    };

    /// <summary>What a close does and is answered.</summary>
    public ChannelOutcome Close(ChannelOrderNo number)
        => trades.GetValueOrDefault(number) is { Stage: TradeStage.Paid }
            ? new Waiting("paid: ask")
            : End(number, new Declined("ended, or never began"));

    /// <summary>What a cancel does and is answered; repeated, it is answered the same.</summary>
    public CancelOutcome Cancel(ChannelOrderNo number)
    {
        var now = time.GetUtcNow();
        var trade = trades.GetValueOrDefault(number);
        if (trade is { IsCalledEnded: false } && NextRush())
        {
            Pay(trade, NextSilence());
        }

        switch (trade)
        {
            case { Stage: TradeStage.Paid, GivenBackAt: { } at } back:
                return new CancelledAndRefunded(back.TradeNo, at);
            case { Stage: TradeStage.Paid } paid when paid.GoneAt(now) > 0:
                return new CancelRefused("refunds were made");
            case { Stage: TradeStage.Paid } paid when now > paid.PaidAt + CancelFor:
                return new CancelRefused("too late");
            case { Stage: TradeStage.Paid } paid:
                paid.GiveBack(now);
                mail.Write(paid.Account, new Uninteresting("all went back"), now);
                return new CancelledAndRefunded(paid.TradeNo, now);
            default:
                return End(number, new Cancelled());
        }
    }

    /// <summary>
    /// A trade that has not begun cannot be ended: the payer's link, or a charge on its way, may
    /// still begin it.
    /// </summary>
    private T End<T>(ChannelOrderNo number, T answer)
    {
        calledEnded.Add(number);
        if (trades.GetValueOrDefault(number) is { } trade)
        {
            trade.IsCalledEnded = true;
            trade.Stage = trade.Stage == TradeStage.Begun ? TradeStage.Ended : trade.Stage;
        }

        return answer;
    }

    /// <summary>The trade of an attempt; what is not known yet begins.</summary>
    public Trade FindOrAdd(Order order, Attempt attempt)
    {
        var number = order.NumberOf(attempt);
        if (!trades.TryGetValue(number, out var trade))
        {
            trade = trades[number] = new Trade(
                number, attempt.Account, order.Terms.Total, order.ExpiresAt + Habits.Grace)
            {
                IsCalledEnded = calledEnded.Contains(number),
            };
        }

        return trade;
    }

    private bool IsAllBack(Trade trade)
        => trade.GivenBackAt is not null
            || (trade.Total.Fen > 0
                && trade.Refunds.Where(r => r.OutcomeAt(time.GetUtcNow()) is RefundSucceeded)
                    .Sum(static r => r.Fen) == trade.Total.Fen);

    private static Succeeded Paid(Trade trade) => new(trade.Total, trade.TradeNo, trade.PaidAt);

    private void Tell(Trade trade)
        => mail.Write(
            trade.Account, new Genuine(trade.Number, Query(trade.Number)), time.GetUtcNow());
}
