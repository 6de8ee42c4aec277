namespace PayFunctions.Tests.Kit.Vault;

/// <summary>Every request the vault has seen, in order of arrival.</summary>
public sealed class VaultRequests
{
    // A load test only needs the count; the latest are kept to look at.
    private const int KeptMax = 10_000;

    private readonly Lock gate = new();
    private readonly Queue<VaultRequest> kept = new();
    private readonly Dictionary<VaultOperation, int> counts = [];

    /// <summary>All of them, challenges and refused ones too.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return counts.Values.Sum();
            }
        }
    }

    /// <summary>The latest, oldest first.</summary>
    public IReadOnlyList<VaultRequest> All
    {
        get
        {
            lock (gate)
            {
                return [.. kept];
            }
        }
    }

    /// <summary>How often this was asked for.</summary>
    public int CountOf(VaultOperation operation)
    {
        lock (gate)
        {
            return counts.GetValueOrDefault(operation);
        }
    }

    internal void Add(VaultRequest request)
    {
        lock (gate)
        {
            counts[request.Operation] = counts.GetValueOrDefault(request.Operation) + 1;
            kept.Enqueue(request);
            if (kept.Count > KeptMax)
            {
                kept.Dequeue();
            }
        }
    }
}
