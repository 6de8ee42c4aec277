using PayFunctions.Ledger;
using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Movements;

/// <summary>
/// The one place that writes orders: decide, announce, commit, and again when a race is lost.
/// After every commit a message is on its way that is visible no later than anything is due.
/// </summary>
internal sealed class OrderCommit(
    IOrderStore orders, IOrderListStore list, IMovementQueue movements, TimeProvider time)
{
    /// <summary>How often a command is decided again after lost races.</summary>
    public const int MaxTries = 10;

    /// <summary>Loads the order and applies the command.</summary>
    /// <exception cref="OrderContendedException">Every try lost its race.</exception>
    public async Task<OrderDecision> ApplyAsync(
        OrderId id, OrderCommand command, CancellationToken cancellation)
        => await ApplyAsync(
            id, await orders.FindAsync(id, cancellation), command, cancellation);

    /// <summary>
    /// Applies the command to an order that was read (or believed absent) before.
    /// </summary>
    /// <exception cref="OrderContendedException">Every try lost its race.</exception>
    public async Task<OrderDecision> ApplyAsync(
        OrderId id, StoredOrder? known, OrderCommand command, CancellationToken cancellation)
        => (await CommitAsync(id, known, command, cancellation)).Decision;

    /// <summary>
    /// The same, for whoever goes on from there: what was decided, and the order as it stands.
    /// </summary>
    /// <exception cref="OrderContendedException">Every try lost its race.</exception>
    public async Task<Committed> CommitAsync(
        OrderId id, StoredOrder? known, OrderCommand command, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var decision = OrderRules.Decide(known?.Order, command, now);
            if (decision is not Moved moved)
            {
                return new Committed(decision, known);
            }

            var journal = JournalRules.Of(known?.Order, moved.Order, moved.Event, now);
            var announced = await AnnounceAsync(
                moved, WakeUpSchedule.StandingOf(known?.Order), journal is not null, now,
                cancellation);
            var move = new OrderMove(
                announced.Order, known?.ETag, moved.Event, now, NewsOf(announced), journal);
            if (await orders.CommitAsync(move, cancellation) is { } written)
            {
                return new Committed(announced, written);
            }

            known = await orders.FindAsync(id, cancellation);
        }

        throw new OrderContendedException(id);
    }

    private async Task<Moved> AnnounceAsync(
        Moved moved, WakeUp? standing, bool isJournaled, DateTimeOffset now,
        CancellationToken cancellation)
    {
        var next = moved.Order;
        var message = new MovementMessage(next.Id, next.Version, now);
        if (moved.Refund is not null && TellsSoon(next, standing, now))
        {
            return moved;
        }

        if (WakeUpSchedule.NextAt(next) is not { } nextAt || moved.TellsMerchant
            || (isJournaled && nextAt > now + RefundSchedule.First))
        {
            if (WakeUpSchedule.NextAt(next) is null
                && standing?.At > now + WakeUpSchedule.ClockSkew
                && await movements.HastenAsync(standing, message, cancellation))
            {
                return moved with { Order = next with { WakeUp = null } };
            }

            await movements.AnnounceAsync(message, TimeSpan.Zero, cancellation);
            return moved;
        }

        if (moved.Event == OrderEvent.Created)
        {
            await list.AddAsync(
                new OrderListing(next.CreatedAt, next.Id), next.AppId, cancellation);
            nextAt = Earlier(nextAt, now + AskSchedule.First);
        }

        if (!WakeUpSchedule.NeedsMessage(standing, nextAt, now))
        {
            return moved;
        }

        var delay = nextAt > now ? nextAt - now : TimeSpan.Zero;
        var wakeUp = await movements.AnnounceAsync(message, delay, cancellation);
        return moved with
        {
            // The time it took to send it is no reason to send another one.
            Order = next with { WakeUp = wakeUp with { At = Earlier(wakeUp.At, nextAt) } },
        };
    }

    /// <summary>
    /// News goes out at once, but that of a refund waits for the message that stands when it comes
    /// in seconds: the merchant has the answer of the call already.
    /// </summary>
    private static bool TellsSoon(Order next, WakeUp? standing, DateTimeOffset now)
        => standing is { } message
            && message.At > now + WakeUpSchedule.ClockSkew
            && message.At <= now + RefundSchedule.First
            && !(WakeUpSchedule.NextAt(next) < message.At);

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other)
        => one < other ? one : other;

    private static Notice? NewsOf(Moved moved)
    {
        var refund = moved.Refund is { } number ? moved.Order.FindRefund(number) : null;
        return moved.TellsMerchant
            ? new Notice
            {
                Id = new NotifyId(moved.Order.Id, moved.Order.Version),
                Type = (moved.Order.Terms.Kind, refund) switch
                {
                    (OrderKind.Hold, null) => Notice.AuthorizationType,
                    (OrderKind.Hold, _) => Notice.ReleaseType,
                    (OrderKind.Agreement, _) => moved.Order.End is null
                        ? Notice.AgreementType
                        : Notice.AgreementEndType,
                    (_, null) => Notice.PaymentType,
                    _ => Notice.RefundType,
                },
                Refund = refund?.Number,
                RefundState = refund?.State,
                RefundEndedAt = refund?.EndedAt,
                TradeState = moved.Order.State,
                IsRefunded = moved.Order.IsRefunded,
            }
            : null;
    }
}
