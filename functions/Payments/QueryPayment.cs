using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Payments;

/// <summary>
/// What an order is. While it is undecided its channel is asked too, at most once in a few
/// seconds; an answer that decides is applied before ours goes out.
/// </summary>
internal sealed class QueryPayment(
    IOrderStore orders, ChannelQuestion question, ChannelAnswer answer, AskCooldown cooldown)
{
    /// <summary>The order, or null when the application has none under that id.</summary>
    /// <param name="application">Who has been authenticated.</param>
    /// <param name="id">The order.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="kind">What the order that is meant is for.</param>
    public async Task<Order?> RunAsync(
        Application application, OrderId id, CancellationToken cancellation,
        OrderKind kind = OrderKind.Payment)
    {
        var stored = await FindAsync(application, id, cancellation, kind);
        return stored is null ? null : await AskIfOpenAsync(stored, cancellation);
    }

    /// <summary>The same without a question to the channel.</summary>
    public async Task<StoredOrder?> FindAsync(
        Application application, OrderId id, CancellationToken cancellation,
        OrderKind kind = OrderKind.Payment)
        => await orders.FindAsync(id, cancellation) is { } stored
            && stored.Order.Terms.Kind == kind
            && string.Equals(stored.Order.AppId, application.AppId, StringComparison.Ordinal)
                ? stored
                : null;

    /// <summary>An order that was just written, as it is stored.</summary>
    public Task<StoredOrder?> FindAsync(Order order, CancellationToken cancellation)
        => orders.FindAsync(order.Id, cancellation);

    /// <summary>Asks about an order that is undecided; the order afterwards.</summary>
    public async Task<Order> AskIfOpenAsync(StoredOrder stored, CancellationToken cancellation)
    {
        var id = stored.Order.Id;
        if (stored.Order.IsTerminal
            || stored.Order.OpenAttempts().LastOrDefault(static a => a.CancelAskedAt is null)
                is not { } attempt
            || !cooldown.TryEnter(id))
        {
            return stored.Order;
        }

        var command = await question.AskAsync(stored.Order, attempt, cancellation);
        return command is Undecided
            ? stored.Order
            : OrderOf(await answer.ApplyAsync(stored, attempt, command, cancellation))
                ?? stored.Order;
    }

    private static Order? OrderOf(OrderDecision decision) => decision switch
    {
        Moved moved => moved.Order,
        Replayed replayed => replayed.Order,
        _ => null,
    };
}
