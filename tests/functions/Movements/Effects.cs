using PayFunctions.Ledger;
using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Storage;
using PayFunctions.Tests.Storage;

namespace PayFunctions.Tests.Movements;

/// <summary>Stores in memory that remember in which order they were written, and fail when told.
/// </summary>
internal sealed class Effects(
    MemoryOrderStore orders, MemoryMovementQueue movements, MemoryNoticeQueue notices)
    : IOrderStore, IMovementQueue, INoticeQueue
{
    /// <summary>What was written, in order: <c>announce</c>, <c>commit</c> ….</summary>
    public List<string> Done { get; } = [];

    /// <summary>What was read, in order: <c>find</c>, <c>file</c>.</summary>
    public List<string> Reads { get; } = [];

    /// <summary>Delays of what was announced.</summary>
    public List<TimeSpan> Delays { get; } = [];

    /// <summary>Runs before a commit: somebody else may be quicker.</summary>
    public Func<OrderMove, Task> BeforeCommit { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Runs after a message was sent: sending takes time.</summary>
    public Action AfterSend { get; set; } = static () => { };

    /// <summary>Whether every commit loses its race.</summary>
    public bool EveryRaceIsLost { get; set; }

    /// <summary>What reading an order throws, if anything.</summary>
    public Exception? Trouble { get; set; }

    /// <summary>Forgets what was done so far.</summary>
    public void Clear()
    {
        Done.Clear();
        Reads.Clear();
        Delays.Clear();
    }

    /// <inheritdoc/>
    public Task<StoredOrder?> FindAsync(OrderId id, CancellationToken cancellation)
    {
        Note(Reads, "find");
        return Trouble is null ? orders.FindAsync(id, cancellation) : throw Trouble;
    }

    /// <inheritdoc/>
    public Task<OrderFile?> FindFileAsync(OrderId id, CancellationToken cancellation)
    {
        Note(Reads, "file");
        return Trouble is null ? orders.FindFileAsync(id, cancellation) : throw Trouble;
    }

    /// <inheritdoc/>
    public async Task<StoredOrder?> CommitAsync(
        OrderMove move, CancellationToken cancellation)
    {
        Note(Done, "commit");
        await BeforeCommit(move);
        return EveryRaceIsLost
            ? null
            : await orders.CommitAsync(move, cancellation);
    }

    /// <inheritdoc/>
    public Task<CommitVerdict> SaveAsync(
        Notice notice, string replacesETag, IReadOnlyList<JournalEntry> journaled,
        CancellationToken cancellation)
    {
        Note(Done, "save");
        return orders.SaveAsync(notice, replacesETag, journaled, cancellation);
    }

    /// <inheritdoc/>
    public Task ForgetAsync(
        OrderId id, IReadOnlyList<JournalEntry> journaled, CancellationToken cancellation)
    {
        Note(Done, "forget");
        return orders.ForgetAsync(id, journaled, cancellation);
    }

    /// <inheritdoc/>
    public async Task<WakeUp> AnnounceAsync(
        MovementMessage message, TimeSpan delay, CancellationToken cancellation)
    {
        Note(Done, "announce");
        Note(Delays, delay);
        var sent = await movements.AnnounceAsync(message, delay, cancellation);
        AfterSend();
        return sent;
    }

    /// <inheritdoc/>
    public async Task<bool> HastenAsync(
        WakeUp standing, MovementMessage message, CancellationToken cancellation)
    {
        Note(Done, "hasten");
        var hastened = await movements.HastenAsync(standing, message, cancellation);
        AfterSend();
        return hastened;
    }

    /// <inheritdoc/>
    public Task CancelAsync(WakeUp wakeUp, CancellationToken cancellation)
    {
        Note(Done, "cancel");
        return movements.CancelAsync(wakeUp, cancellation);
    }

    /// <inheritdoc/>
    public Task PlanAsync(
        NoticeMessage message, TimeSpan delay, CancellationToken cancellation)
    {
        Note(Done, "plan");
        Note(Delays, delay);
        return notices.PlanAsync(message, delay, cancellation);
    }

    /// <summary>Several calls may run at once.</summary>
    private static void Note<T>(List<T> list, T what)
    {
        lock (list)
        {
            list.Add(what);
        }
    }
}
