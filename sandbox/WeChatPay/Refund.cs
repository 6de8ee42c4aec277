using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>One refund.</summary>
/// <param name="OutRefundNo">The merchant's number.</param>
/// <param name="RefundId">Our number, 29 digits.</param>
/// <param name="Fen">The amount.</param>
/// <param name="Reason">The merchant's words; empty for none.</param>
/// <param name="NotifyUrl">Where its notification goes; empty for nowhere.</param>
/// <param name="NotifyId">The identity of that notification.</param>
/// <param name="Asked">When it was asked for.</param>
/// <param name="Settles">When it gets its end.</param>
/// <param name="End">The end that it gets by itself; PROCESSING for none.</param>
internal sealed record Refund(
    string OutRefundNo,
    string RefundId,
    long Fen,
    string Reason,
    string NotifyUrl,
    string NotifyId,
    DateTimeOffset Asked,
    DateTimeOffset Settles,
    RefundStatus End)
{
    /// <summary>Where it stands.</summary>
    public RefundStatus Status { get; init; } = RefundStatus.Processing;

    /// <summary>When the payer had the money.</summary>
    public DateTimeOffset? Succeeded { get; init; }

    /// <summary>The state as the wire spells it.</summary>
    public string WireStatus => Status switch
    {
        RefundStatus.Processing => "PROCESSING",
        RefundStatus.Success => "SUCCESS",
        RefundStatus.Closed => "CLOSED",
        _ => "ABNORMAL",
    };

    /// <summary>The state in the words of every channel.</summary>
    public RefundState Word => Status switch
    {
        RefundStatus.Success => RefundState.Success,
        RefundStatus.Processing => RefundState.Processing,
        _ => RefundState.Failed,
    };

    /// <summary>Whether it gets its end at a moment.</summary>
    public bool IsDue(DateTimeOffset now)
        => Status is RefundStatus.Processing && End is not RefundStatus.Processing
            && now >= Settles;

    /// <summary>The same refund as it stands at a moment.</summary>
    public Refund At(DateTimeOffset now) => IsDue(now) ? Ended(End, Settles) : this;

    /// <summary>The same refund in another state.</summary>
    public Refund Ended(RefundStatus status, DateTimeOffset moment) => this with
    {
        Status = status,
        Succeeded = status is RefundStatus.Success ? moment : null,
    };
}

/// <summary>Where a refund stands.</summary>
internal enum RefundStatus
{
    /// <summary>Under way.</summary>
    Processing,

    /// <summary>The payer has the money.</summary>
    Success,

    /// <summary>It will not be done.</summary>
    Closed,

    /// <summary>The payer's account is dead: a human is needed.</summary>
    Abnormal,
}
