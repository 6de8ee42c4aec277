using System.Collections.Immutable;

namespace PayFunctions.Orders;

/// <summary>What may be asked of an order. Every road ends in one of these.</summary>
internal abstract record OrderCommand;

/// <summary>Make the order.</summary>
internal sealed record Create(
    string AppId, string OutTradeNo, PaymentTerms Terms, LateSuccess LateSuccess) : OrderCommand;

/// <summary>The payer goes to a channel; <paramref name="Filing"/>: the debit goes with that
/// batch.</summary>
internal sealed record OpenAttempt(
    string Product, string Account, FeeTerms? Fee = null, Filing? Filing = null)
    : OrderCommand;

/// <summary>
/// The till charges a payer's code. The same code is the same attempt, whatever became of it.
/// </summary>
internal sealed record ChargeCode(
    string Product, string Account, string CodeDigest, FeeTerms? Fee = null) : OrderCommand;

/// <summary>The channel made a code for the payer to scan.</summary>
internal sealed record ShowCode(int Attempt, string CodeUrl) : OrderCommand;

/// <summary>
/// The merchant names a card and has the bank send the payer a code. The same number is the same
/// request, whatever became of it.
/// </summary>
internal sealed record RequestKCode(
    string OutRequestNo, string Product, string Account, FeeTerms? Fee = null) : OrderCommand;

/// <summary>The merchant has another code sent.</summary>
internal sealed record RepeatKCode(string OutRequestNo) : OrderCommand;

/// <summary>The payer entered a code: the bank is about to be asked to take the money.</summary>
internal sealed record TryKCode(string OutRequestNo) : OrderCommand;

/// <summary>The bank says that the payer gets a code.</summary>
internal sealed record ConfirmKCode(int Attempt) : OrderCommand;

/// <summary>
/// The bank sends no code, for good; with <paramref name="SignUrl"/> the payer signs up first.
/// </summary>
internal sealed record RefuseKCode(int Attempt, string? SignUrl = null) : OrderCommand;

/// <summary>The bank says that the code of that request is wrong.</summary>
internal sealed record FailKCode(int Attempt, string OutRequestNo) : OrderCommand;

/// <summary>The channel says that an attempt is paid.</summary>
internal sealed record Succeed(
    int Attempt, string Account, Money Total, string ChannelTradeNo, DateTimeOffset PaidAt)
    : OrderCommand;

/// <summary>The channel says that an attempt will never be paid.</summary>
internal sealed record Decline(int Attempt, string Account) : OrderCommand;

/// <summary>
/// The channel is about to be asked to cancel an attempt. It may give money back and its answer be
/// lost, while older news of the payment still arrives: from now on only its answer counts.
/// </summary>
internal sealed record BeginCancel(int Attempt) : OrderCommand;

/// <summary>
/// The channel refuses to cancel an attempt, for good: what it says otherwise counts again.
/// </summary>
internal sealed record DropCancel(int Attempt) : OrderCommand;

/// <summary>
/// The channel cancelled an attempt. With <paramref name="Refunded"/> it had been paid, and the
/// money went back.
/// </summary>
internal sealed record Revoke(int Attempt, string Account, RevokedPayment? Refunded)
    : OrderCommand;

/// <summary>The merchant cancels an order on which no attempt is open.</summary>
internal sealed record CancelOrder : OrderCommand;

/// <summary>
/// The channel was asked and said nothing that decides; <paramref name="Heard"/>: it did say that
/// the payer may still pay.
/// </summary>
internal sealed record Undecided(int Attempt, bool Heard = false) : OrderCommand;

/// <summary>
/// Time is up. <paramref name="Ended"/> are the attempts the channel confirmed ended,
/// <paramref name="Left"/> those it cannot end: they are asked about until they are over.
/// </summary>
internal sealed record Expire(ImmutableHashSet<int> Ended, ImmutableHashSet<int>? Left = null)
    : OrderCommand;

/// <summary>The merchant closes; the sets are as for <see cref="Expire"/>.</summary>
internal sealed record Close(ImmutableHashSet<int> Ended, ImmutableHashSet<int>? Left = null)
    : OrderCommand;

/// <summary>The merchant wants money back for the payer; <paramref name="Filing"/>: it goes with
/// that batch, and not by itself.</summary>
internal sealed record RequestRefund(
    string OutRequestNo, Money Total, string? Reason, Filing? Filing = null) : OrderCommand;

/// <summary>The channel says that a refund reached the payer.</summary>
internal sealed record SettleRefund(int Refund, string? ChannelRefundNo, DateTimeOffset? At)
    : OrderCommand;

/// <summary>
/// The channel says that a refund failed; <paramref name="NeedsHuman"/>: it keeps the money for
/// the merchant.
/// </summary>
internal sealed record FailRefund(int Refund, string Reason, bool NeedsHuman) : OrderCommand;

/// <summary>
/// The channel was asked about a refund and said nothing that decides; <paramref name="Serial"/>:
/// it took the batch that the refund goes with, and calls it so.
/// </summary>
internal sealed record UndecidedRefund(int Refund, string? Serial = null) : OrderCommand;

/// <summary>The merchant takes a part of what is held; it becomes a payment of that number.
/// </summary>
internal sealed record RequestCapture(string OutTradeNo, Money Total, bool IsFinal)
    : OrderCommand;

/// <summary>The payment of a capture was made.</summary>
internal sealed record SettleCapture(int Capture, DateTimeOffset At) : OrderCommand;

/// <summary>The payment of a capture will not be made: its money is still held.</summary>
internal sealed record FailCapture(int Capture) : OrderCommand;

/// <summary>The payment of a capture was looked at and is not decided.</summary>
internal sealed record UndecidedCapture(int Capture) : OrderCommand;

/// <summary>The merchant lets a part of what is held go; all that is left where it names none.
/// </summary>
internal sealed record RequestRelease(string OutRequestNo, Money? Total) : OrderCommand;

/// <summary>The merchant takes money under an agreement, by a payment of that number.</summary>
internal sealed record RequestDebit(string OutTradeNo, Money Total) : OrderCommand;

/// <summary>The merchant ends an agreement.</summary>
internal sealed record RequestUnsign : OrderCommand;

/// <summary>Time is up for an agreement.</summary>
internal sealed record ExpireAgreement : OrderCommand;

/// <summary>The channel was told to end an agreement and said nothing that decides.</summary>
internal sealed record UndecidedUnsign : OrderCommand;

/// <summary>The channel says that an agreement is over.</summary>
internal sealed record EndAgreement(
    int Attempt, string Account, string ChannelAgreementNo, DateTimeOffset At) : OrderCommand;

/// <summary>Time is up for what is held.</summary>
internal sealed record ExpireHold : OrderCommand;
