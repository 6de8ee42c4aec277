using PayFunctions.Storage;

namespace PayFunctions.Clearing;

/// <summary>The clearing of a day, of every application that has one.</summary>
internal sealed class ListClearings(IApplicationStore applications, IClearingStore store)
{
    /// <summary>In ordinal order of the applications.</summary>
    public async Task<IReadOnlyList<DayClearing>> RunAsync(
        DateOnly day, CancellationToken cancellation)
    {
        var found = new List<DayClearing>();
        await foreach (var application in applications.ListAsync(cancellation))
        {
            if (await store.FindAsync(application.AppId, day, cancellation) is { } stored)
            {
                found.Add(stored.Clearing);
            }
        }

        return [.. found.OrderBy(static c => c.AppId, StringComparer.Ordinal)];
    }
}
