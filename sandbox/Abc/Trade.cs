using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc;

/// <summary>One order and what became of it.</summary>
/// <param name="Order">What was ordered.</param>
/// <param name="Opened">When.</param>
/// <param name="Status">As questions are answered: 01 unpaid, 04 paid, 99 failed.</param>
internal sealed record Trade(PayOrder Order, DateTimeOffset Opened, string Status)
{
    public const string Unpaid = "01";
    public const string Paid = "04";
    public const string Refunded = "05";
    public const string Failed = "99";
    public const string HoldCancelled = "00";
    public const string HoldConfirmed = "07";

    /// <summary>When it was paid.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>The payment's numbers, once it is paid.</summary>
    public HostNumbers? Numbers { get; init; }

    /// <summary>When it ended unpaid by somebody's will, before its time.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>How a hold ended; null while it is held, and for payments.</summary>
    public HoldEnd? HoldEnd { get; init; }

    /// <summary>What went back, oldest first.</summary>
    public IReadOnlyList<Refund> Refunds { get; init; } = [];

    /// <summary>What went back in all, in fen.</summary>
    public long RefundedFen => Refunds.Sum(static r => r.Fen);

    /// <summary>The status that a question is answered with.</summary>
    public string WireStatus
        => HoldEnd is { IsConfirmed: var confirmed } ? confirmed ? HoldConfirmed : HoldCancelled
            : PaidAt is not null && RefundedFen == Order.Fen ? Refunded
            : Status;

    /// <summary>What of it can go back: of a hold only what was confirmed.</summary>
    public long RefundableFen
        => !Order.IsHold ? Order.Fen : HoldEnd is { IsConfirmed: true } end ? end.Fen : 0;

    /// <summary>The status in the words of every channel.</summary>
    public TradeState StateAt(DateTimeOffset now) => WireStatus switch
    {
        Paid => TradeState.Paid,
        Refunded or HoldCancelled => TradeState.Refunded,
        HoldConfirmed => TradeState.Paid,
        Failed => TradeState.Declined,
        _ => IsOver(now) ? TradeState.Closed : TradeState.Waiting,
    };

    /// <summary>
    /// Whether it can be paid no more. The bank has no status for that: it stays unpaid.
    /// </summary>
    public bool IsOver(DateTimeOffset now)
        => Ended is not null || (Order.Deadline is { } deadline && now >= deadline);
}

/// <summary>One refund.</summary>
/// <param name="Number">NewOrderNo.</param>
/// <param name="Fen">TrxAmount in fen.</param>
/// <param name="At">OrderDate and OrderTime of the refund, as they came.</param>
/// <param name="TakenAt">When.</param>
/// <param name="Numbers">Its numbers.</param>
internal sealed record Refund(
    string Number, long Fen, (string Date, string Time) At, DateTimeOffset TakenAt,
    HostNumbers Numbers);

/// <summary>What the bank's host numbers a movement of money with.</summary>
/// <param name="Batch">BatchNo, 6 digits.</param>
/// <param name="Voucher">VoucherNo, 6 digits.</param>
/// <param name="Reference">iRspRef, 19 digits.</param>
/// <param name="Journal">JrnNo, 9 digits.</param>
internal sealed record HostNumbers(string Batch, string Voucher, string Reference, string Journal);

/// <summary>The end of a hold.</summary>
/// <param name="IsConfirmed">Whether it was taken, and not let go.</param>
/// <param name="Number">OrderNo of the confirmation or cancellation.</param>
/// <param name="Fen">What was taken, or let go.</param>
/// <param name="At">When.</param>
/// <param name="Numbers">Its numbers.</param>
internal sealed record HoldEnd(
    bool IsConfirmed, string Number, long Fen, DateTimeOffset At, HostNumbers Numbers);
