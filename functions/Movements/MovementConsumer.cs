using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PayFunctions.Agreements;
using PayFunctions.Authorizations;
using PayFunctions.Host;
using PayFunctions.Ledger;
using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Refunds;
using PayFunctions.Storage;

namespace PayFunctions.Movements;

/// <summary>
/// Does what is due for an order. Level-triggered: it reads the order, not the message, so early,
/// late and repeated messages are harmless.
/// </summary>
internal sealed partial class MovementConsumer(
    IOrderStore orders, IJournalStore journal, IMovementQueue movements, NotifyMerchant notify,
    AskChannel ask,
    ClosePayment close, FollowRefund refunds, FollowHold holds, FollowAgreement agreements,
    IOptions<TroubleOptions> trouble, TimeProvider time, ILogger<MovementConsumer> logger)
{
    /// <summary>
    /// A version that has not come after that long never will: no commit can take this long, since
    /// the runtime ends an execution after a third of it.
    /// </summary>
    public static readonly TimeSpan DropAfter = TimeSpan.FromMinutes(15);

    /// <summary>How soon a version that is not there yet is looked for again.</summary>
    public static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Handles one message. Trouble that passes puts it off, however long it lasts: the runtime
    /// gives a message up after a few exceptions, and this one may be the only one that stands.
    /// </summary>
    public async Task RunAsync(MovementMessage message, CancellationToken cancellation)
    {
        try
        {
            await FollowAsync(message, cancellation);
        }
        catch (Exception e) when (Trouble.IsPassing(e))
        {
            Log.PutOff(logger, e, message.Id.Value);
            await movements.AnnounceAsync(message, trouble.Value.Pause, cancellation);
        }
    }

    private async Task FollowAsync(MovementMessage message, CancellationToken cancellation)
    {
        var file = await orders.FindFileAsync(message.Id, cancellation);
        if (file is not null)
        {
            await journal.WriteAsync(file.Posted, cancellation);
            WarnOfLate(file.Posted);
            await TellAsync(file, cancellation);
            await holds.TellAsync(file.Order.Order, cancellation);
            await agreements.TellAsync(file.Order.Order, cancellation);
            await MoveOnAsync(
                file.Order, message.IsSpentAt(time.GetUtcNow()), cancellation);
        }

        // Last: what fails above makes the message come again, and that must not multiply it.
        if (file is null || file.Order.Order.Version < message.Version)
        {
            // What the order counted on, if it does, was replaced above.
            await LookAgainAsync(message with { IsHastened = false }, cancellation);
        }
    }

    /// <summary>What comes later than closings look back is in no clearing: a human has to see to
    /// it.</summary>
    private void WarnOfLate(IReadOnlyList<JournalEntry> posted)
    {
        var oldest = BeijingDay.Of(time.GetUtcNow()).AddDays(-JournalRules.LateDays);
        foreach (var entry in posted.Where(entry => BeijingDay.Of(entry.At) < oldest))
        {
            Log.JournaledLate(logger, entry.Reference, entry.Version, entry.At);
        }
    }

    /// <summary>
    /// Makes the first attempts. What is journaled is forgotten with the first record of one, or
    /// by itself.
    /// </summary>
    private async Task TellAsync(OrderFile file, CancellationToken cancellation)
    {
        var journaled = file.Posted;
        foreach (var notice in file.Notices.Where(static n => n.Notice.Attempts.IsEmpty))
        {
            if (await notify.RunAsync(file.Order, notice, journaled, cancellation))
            {
                journaled = [];
            }
        }

        if (journaled.Count > 0)
        {
            await orders.ForgetAsync(file.Order.Order.Id, journaled, cancellation);
        }
    }

    private async Task LookAgainAsync(MovementMessage message, CancellationToken cancellation)
    {
        var age = time.GetUtcNow() - message.AnnouncedAt;
        if (age >= DropAfter)
        {
            Log.NeverCame(logger, message.Id.Value, message.Version);
            return;
        }

        var delay = age < LookAgainAfter ? LookAgainAfter : age;
        await movements.AnnounceAsync(message, delay, cancellation);
    }

    /// <summary>Does what is due, and sees to the next look.</summary>
    /// <param name="stored">The order.</param>
    /// <param name="spent">The order may count on a delayed message that is spent: this one, if
    /// what it announced was not committed.</param>
    /// <param name="cancellation">Gives up.</param>
    private async Task MoveOnAsync(
        StoredOrder stored, bool spent, CancellationToken cancellation)
    {
        var order = await DoDueAsync(stored, cancellation);
        if (order.Version != stored.Order.Version && !spent)
        {
            // Whoever committed it has seen to its message, and that one may carry news.
            return;
        }

        if (WakeUpSchedule.NextAt(order) is not { } nextAt)
        {
            await CancelWakeUpAsync(order, cancellation);
            return;
        }

        var now = time.GetUtcNow();
        if (spent && order.WakeUp?.At < nextAt)
        {
            nextAt = order.WakeUp.At;
        }

        if (WakeUpSchedule.NeedsMessage(spent ? null : order.WakeUp, nextAt, now))
        {
            var delay = nextAt > now ? nextAt - now : LookAgainAfter;
            await movements.AnnounceAsync(
                new MovementMessage(order.Id, order.Version, now), delay, cancellation);
        }
    }

    /// <summary>Does the one thing that has been due for longest; the order afterwards.</summary>
    private async Task<Order> DoDueAsync(StoredOrder stored, CancellationToken cancellation)
    {
        var order = stored.Order;
        var now = time.GetUtcNow();
        if (WakeUpSchedule.NextAt(order) is not { } nextAt || nextAt > now)
        {
            return order;
        }

        var refund = order.OpenRefunds().MinBy(static r => r.AskAt);
        var capture = order.OpenCaptures().MinBy(static c => c.AskAt);
        var attempt = order.OpenAttempts().MinBy(static a => a.AskAt);
        var decision = refund is not null && refund.AskAt <= nextAt
            ? await refunds.RunAsync(stored, refund, cancellation)
            : capture is not null && capture.AskAt <= nextAt
            ? await TakeAsync(stored, capture, cancellation)
            : AgreementRules.NextAt(order) <= nextAt
            ? await agreements.EndAsync(stored, cancellation)
            : CaptureRules.ReleaseAt(order) <= nextAt
            ? await holds.ExpireAsync(stored, cancellation)
            : !order.IsTerminal && now >= order.ExpiresAt && attempt?.CancelAskedAt is null
                ? await close.ExpireAsync(order.Id, cancellation)
                : await AskAsync(stored, attempt!, now, cancellation);
        return decision switch
        {
            Moved moved => moved.Order,
            Replayed replayed => replayed.Order,
            _ => (await orders.FindAsync(order.Id, cancellation))?.Order ?? order,
        };
    }

    private Task<OrderDecision> TakeAsync(
        StoredOrder stored, Capture capture, CancellationToken cancellation)
        => stored.Order.Terms.Agreement is null
            ? holds.CaptureAsync(stored, capture, cancellation)
            : agreements.DebitAsync(stored, capture, cancellation);

    /// <summary>
    /// A finished order's other attempts are ended, lest the payer pays twice; a payer's time at
    /// the till ends with a cancel.
    /// </summary>
    private Task<OrderDecision> AskAsync(
        StoredOrder stored, Attempt attempt, DateTimeOffset now, CancellationToken cancellation)
        => attempt.CancelAskedAt is not null || attempt.PollUntil <= now
            ? ask.CancelAsync(stored, attempt, cancellation)
            : stored.Order.IsTerminal ? ask.EndAsync(stored, attempt, cancellation)
            : ask.RunAsync(stored, attempt, cancellation);

    private async Task CancelWakeUpAsync(Order order, CancellationToken cancellation)
    {
        if (order.WakeUp is { } standing && standing.At > time.GetUtcNow())
        {
            await movements.CancelAsync(standing, cancellation);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(4, LogLevel.Error,
            "ALARM journal_late: order {TransactionId}, version {Version}, of {At} came too late "
            + "for its day's clearing; settle it by hand.")]
        public static partial void JournaledLate(
            ILogger logger, string transactionId, int version, DateTimeOffset at);

        [LoggerMessage(3, LogLevel.Warning,
            "Order {TransactionId} could not be followed now; its message is put off.")]
        public static partial void PutOff(
            ILogger logger, Exception exception, string transactionId);

        [LoggerMessage(1, LogLevel.Information,
            "Order {TransactionId} never reached version {Version}; its announcement is dropped.")]
        public static partial void NeverCame(ILogger logger, string transactionId, int version);
    }
}
