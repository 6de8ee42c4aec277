using PayFunctions.Reconciliation;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Benchmarks;

/// <summary>Sheets on disk: what tables hold is not in this process either.</summary>
internal sealed class DiskSheets : ISheetStore, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sheets");
    private readonly Dictionary<SheetName, JournalSheet> there = [];

    /// <summary>How many were written.</summary>
    public int Written { get; private set; }

    /// <inheritdoc/>
    public async Task<JournalSheet?> FindAsync(
        ReconciliationRun run, SheetName name, CancellationToken cancellation)
        => there.TryGetValue(name, out var sheet)
            ? sheet with { Packed = await File.ReadAllBytesAsync(PathOf(name), cancellation) }
            : null;

    /// <inheritdoc/>
    public async Task<JournalSheet> AddAsync(
        ReconciliationRun run, SheetName name, JournalSheet sheet,
        CancellationToken cancellation)
    {
        await File.WriteAllBytesAsync(PathOf(name), sheet.Packed, cancellation);
        there[name] = sheet with { Packed = default };
        Written++;
        return sheet;
    }

    /// <inheritdoc/>
    public Task DeleteAsync(ReconciliationRun run, int pass, CancellationToken cancellation)
    {
        there.Clear();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);

    private string PathOf(SheetName name)
        => Path.Combine(
            folder.FullName, name.ToString().Replace(':', '-'));
}
