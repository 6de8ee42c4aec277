using System.Globalization;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc.Batches;

/// <summary>
/// The batches of one kind. One is taken at once, and its rows are done together a while later,
/// each by itself.
/// </summary>
/// <param name="time">The clock of the simulator.</param>
/// <param name="takes">How long a batch waits.</param>
/// <param name="work">What a row does.</param>
internal sealed class BatchBook(TimeProvider time, TimeSpan takes, IBatchWork work) : IDisposable
{
    /// <summary>The most batches one run keeps.</summary>
    public const int Maximum = 10_000;

    /// <summary>The most rows one run keeps, of all batches.</summary>
    public const int RowsMaximum = 200_000;

    private readonly Lock turn = new();
    private readonly Dictionary<(string Merchant, string BatchNo), Batch> batches = [];
    private readonly Dictionary<(string Merchant, string Serial), string> numbers = [];
    private readonly List<ITimer> timers = [];
    private int rows;

    /// <summary>A merchant's batch.</summary>
    public Batch? Find(string merchant, string batchNo)
    {
        lock (turn)
        {
            return batches.GetValueOrDefault((merchant, batchNo));
        }
    }

    /// <summary>A merchant's batch by the bank's number.</summary>
    public Batch? FindSerial(string merchant, string serial)
    {
        lock (turn)
        {
            return numbers.TryGetValue((merchant, serial), out var batchNo)
                ? batches[(merchant, batchNo)]
                : null;
        }
    }

    /// <summary>Takes a batch; the batch, new or known, or why not.</summary>
    /// <param name="order">What it asks for.</param>
    /// <param name="declined">How many of the first rows of a new one the bank refuses.</param>
    /// <param name="refusesRepetitions">Whether a known one is refused in any case.</param>
    public (Batch? Batch, ReturnCode? Why) Take(
        BatchOrder order, Func<int> declined, bool refusesRepetitions)
    {
        var now = time.GetUtcNow();
        Batch batch;
        lock (turn)
        {
            // What the bank does with a batch number it knows is not documented: the same batch
            // is answered as before, as the same refund is, and another one is refused.
            if (batches.TryGetValue((order.MerchantId, order.BatchNo), out var known))
            {
                return known.Order.IsSame(order) && !refusesRepetitions
                    ? (known, null)
                    : (null, ReturnCode.Duplicated);
            }

            if (batches.Count == Maximum || rows + order.Rows.Count > RowsMaximum)
            {
                return (null, ReturnCode.SystemError);
            }

            var serial = string.Create(
                CultureInfo.InvariantCulture,
                $"{BeijingTime.Format(now, "yyyyMMdd")}{batches.Count + 1:000000}");
            batch = new(order, serial, now) { Declined = declined() };
            batches[(order.MerchantId, order.BatchNo)] = batch;
            numbers[(order.MerchantId, serial)] = order.BatchNo;
            rows += order.Rows.Count;
        }

        foreach (var row in order.Rows)
        {
            work.Take(row);
        }

        if (takes <= TimeSpan.Zero)
        {
            CarryOut(batch);
            return (batch, null);
        }

        var timer = time.CreateTimer(
            _ => CarryOut(batch), null, takes, Timeout.InfiniteTimeSpan);
        lock (turn)
        {
            timers.Add(timer);
        }

        return (batch, null);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (turn)
        {
            timers.ForEach(static t => t.Dispose());
        }
    }

    private void CarryOut(Batch batch)
    {
        var order = batch.Order;
        var results = order.Rows.Select((row, at) => CarryOut(batch, row, at)).ToList();
        lock (turn)
        {
            batches[(order.MerchantId, order.BatchNo)] = batch with { Results = results };
        }
    }

    private bool CarryOut(Batch batch, BatchRow row, int at)
    {
        if (at >= batch.Declined)
        {
            return work.CarryOut(batch.Order, row);
        }

        work.Decline(row);
        return false;
    }
}
