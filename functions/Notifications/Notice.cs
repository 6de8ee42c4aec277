using System.Collections.Immutable;
using PayFunctions.Orders;

namespace PayFunctions.Notifications;

/// <summary>News for the merchant, and every attempt to deliver it.</summary>
internal sealed record Notice
{
    /// <summary>News of a payment.</summary>
    public const string PaymentType = "PAYMENT";

    /// <summary>News of a refund that ended, well or not.</summary>
    public const string RefundType = "REFUND";

    /// <summary>News of an amount that is held now.</summary>
    public const string AuthorizationType = "AUTHORIZATION";

    /// <summary>News of a part of it that was let go, or was not.</summary>
    public const string ReleaseType = "RELEASE";

    /// <summary>News of an agreement that is signed now.</summary>
    public const string AgreementType = "AGREEMENT";

    /// <summary>News of an agreement that is over.</summary>
    public const string AgreementEndType = "AGREEMENT_END";

    /// <summary>The most attempts that are kept; no more are made.</summary>
    public const int MaxAttempts = 64;

    /// <summary>The notify_id, the same on every attempt.</summary>
    public required NotifyId Id { get; init; }

    /// <summary>The notify_type.</summary>
    public string Type { get; init; } = PaymentType;

    /// <summary>The number of the refund it is about; null for news of a payment.</summary>
    public int? Refund { get; init; }

    /// <summary>What became of that refund, at that version; null for news of a payment.</summary>
    public RefundState? RefundState { get; init; }

    /// <summary>When the refund was over, at that version.</summary>
    public DateTimeOffset? RefundEndedAt { get; init; }

    /// <summary>What the order was at that version.</summary>
    public required OrderState TradeState { get; init; }

    /// <summary>Whether any of the payment had gone back at that version.</summary>
    public bool IsRefunded { get; init; }

    /// <summary>How far it has come.</summary>
    public NoticeState State { get; init; } = NoticeState.Pending;

    /// <summary>When the next attempt is due; null when none is planned.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>The attempts so far.</summary>
    public ImmutableArray<NoticeAttempt> Attempts { get; init; } = [];

    /// <summary>The number the next attempt will have.</summary>
    public int NextAttempt => Attempts.Length + 1;

    /// <summary>
    /// The refund it is about, as it was at that version: one that was stuck may have arrived
    /// since. Null for news of a payment.
    /// </summary>
    public Refund? RefundIn(Order order)
        => Refund is { } number && RefundState is { } state
            && order.FindRefund(number) is { } refund
                ? refund with
                {
                    State = state,
                    EndedAt = RefundEndedAt,
                    ChannelRefundNo = state == Orders.RefundState.Succeeded
                        ? refund.ChannelRefundNo
                        : null,
                }
                : null;
}
