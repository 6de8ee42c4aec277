using PayFunctions.Reconciliation;

namespace PayFunctions.Storage;

/// <summary>Sheets of a large day that is being reconciled: written once, never changed.</summary>
internal interface ISheetStore
{
    /// <summary>A sheet; null when it was not written.</summary>
    Task<JournalSheet?> FindAsync(
        ReconciliationRun run, SheetName name, CancellationToken cancellation);

    /// <summary>Writes a sheet unless there is one of that name; the one that is there.</summary>
    Task<JournalSheet> AddAsync(
        ReconciliationRun run, SheetName name, JournalSheet sheet,
        CancellationToken cancellation);

    /// <summary>Removes every sheet of a day from the passes up to this one.</summary>
    Task DeleteAsync(ReconciliationRun run, int pass, CancellationToken cancellation);
}
