using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>
/// Charges the codes of payers at the till. A charge goes on when nobody looks: its outcome is in
/// the book, and what is undecided for too long is cancelled.
/// </summary>
internal sealed class ChargeDesk(PayClient client, OrderBook book) : IAsyncDisposable
{
    /// <summary>How long a charge may be undecided.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>The most charges at once.</summary>
    public const int Maximum = 100;

    private readonly Lock turn = new();
    private readonly Dictionary<string, Task> running = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource closing = new();

    /// <summary>Whether an order is being charged.</summary>
    public bool IsCharging(string outTradeNo)
    {
        lock (turn)
        {
            return running.TryGetValue(outTradeNo, out var charge) && !charge.IsCompleted;
        }
    }

    /// <summary>
    /// Begins to charge a code, unless the order is being charged or is paid: what is sent twice is
    /// charged once. The order is in the book when this returns.
    /// </summary>
    /// <returns>False where too many are being charged; nothing was kept.</returns>
    /// <exception cref="PayRequestException">The code cannot be one; nothing was kept.</exception>
    public bool Begin(ShopOrder order, string? code, Uri shop)
    {
        lock (turn)
        {
            foreach (var over in running.Where(static r => r.Value.IsCompleted).ToList())
            {
                running.Remove(over.Key);
            }

            if (order.IsPaid || running.ContainsKey(order.OutTradeNo))
            {
                return true;
            }

            if (running.Count >= Maximum)
            {
                return false;
            }

            var request = client.NewBarcodeRequest();
            Checkout.Describe(request, order, shop);
            request.Channel = order.Channel;
            request.AuthCode = code;
            var charging = client.ChargeAndWaitAsync(request, Limit, closing.Token);
            _ = book.Change(order.OutTradeNo, static o => o with { Trouble = null })
                ?? book.Keep(order);
            running.Add(order.OutTradeNo, FinishAsync(order.OutTradeNo, charging));
            return true;
        }
    }

    /// <summary>Cancels an order that is undecided.</summary>
    /// <returns>What the gateway did not like; null where the order is cancelled.</returns>
    public async Task<PayProblem?> CancelAsync(ShopOrder order, CancellationToken cancel)
    {
        var asked = await client.QueryAsync(
            OrderQueryRequest.ByOutTradeNo(order.OutTradeNo), cancel);
        if (asked.Value is not { } known)
        {
            return asked.Problem;
        }

        book.Book(known);
        var cancelled = await client.CancelAsync(known.TransactionId, cancel);
        if (cancelled.Value is { } answer)
        {
            book.Book(answer);
        }

        return cancelled.Problem;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        Task all;
        lock (turn)
        {
            all = Task.WhenAll(running.Values);
        }

        await all;
        closing.Dispose();
    }

    private async Task FinishAsync(string outTradeNo, Task<PayResult<OrderQueryResponse>> charging)
    {
        try
        {
            var result = await charging;
            if (result.Value is { } answer)
            {
                book.Book(answer);
            }

            book.Change(outTradeNo, order => order with { Trouble = result.Problem });
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            // The shop closes; the gateway goes on asking and tells the next run.
        }
    }
}
