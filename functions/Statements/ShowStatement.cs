using System.Text;
using PayFunctions.Ledger;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Statements;

/// <summary>A merchant's statement of a closed day.</summary>
internal sealed class ShowStatement(IJournalStore journal)
{
    /// <summary>The most lines of a statement.</summary>
    public const int MaxRows = 200_000;

    /// <summary>The file; null when it would be too long.</summary>
    public async Task<byte[]?> RunAsync(
        Application application, DateOnly day, Encoding encoding, CancellationToken cancellation)
    {
        using var file = new StatementFile(encoding);
        var rows = 0;
        await foreach (var entry in journal.ReadAsync(
            JournalScope.OfApplication(application.AppId), day, cancellation))
        {
            if (StatementRules.Of(entry) is not { } row)
            {
                continue;
            }

            if (++rows > MaxRows)
            {
                return null;
            }

            file.Add(row);
        }

        return file.Finish();
    }
}
