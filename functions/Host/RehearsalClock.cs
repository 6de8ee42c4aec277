using System.IO.MemoryMappedFiles;

namespace PayFunctions.Host;

/// <summary>
/// A clock for rehearsals on one machine: the machine's own, moved by what a file of eight bytes
/// says. Whoever has the file sees the same time at once. What takes long goes on when the clock
/// is moved past its end; what takes up to <see cref="ShortWait"/> is a matter of machines and
/// takes as long as it takes.
/// </summary>
internal sealed class RehearsalClock : TimeProvider, IDisposable
{
    /// <summary>The longest wait that takes its real time.</summary>
    public static readonly TimeSpan ShortWait = TimeSpan.FromMinutes(1);

    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor moved;

    /// <summary>Opens the clock of a file, and makes the file where there is none.</summary>
    public RehearsalClock(string path)
    {
        // On its own: CreateFromFile lets nobody else have the file.
        var stream = new FileStream(
            path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        file = MemoryMappedFile.CreateFromFile(
            stream, mapName: null, sizeof(long), MemoryMappedFileAccess.ReadWrite,
            HandleInheritability.None, leaveOpen: false);
        moved = file.CreateViewAccessor(0, sizeof(long));
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
        => base.GetUtcNow() + new TimeSpan(moved.ReadInt64(0));

    /// <summary>Moves the clock for everybody; only on, once anything runs.</summary>
    public void MoveTo(DateTimeOffset now) => moved.Write(0, (now - base.GetUtcNow()).Ticks);

    /// <inheritdoc/>
    public override ITimer CreateTimer(
        TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => dueTime <= ShortWait
            ? base.CreateTimer(callback, state, dueTime, period)
            : new RehearsalTimer(this, callback, state, dueTime);

    /// <inheritdoc/>
    public void Dispose()
    {
        moved.Dispose();
        file.Dispose();
    }
}
