namespace PayFunctions.Tests.Kit.Vault;

/// <summary>What goes wrong next: each request meets the first fault queued for its kind.</summary>
public sealed class VaultFaults
{
    private readonly Lock gate = new();
    private readonly List<VaultFault> queued = [];

    /// <summary>Faults that no request has met yet.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return queued.Count;
            }
        }
    }

    /// <summary>Queues faults behind those that wait.</summary>
    public void Add(params ReadOnlySpan<VaultFault> faults)
    {
        lock (gate)
        {
            queued.AddRange(faults);
        }
    }

    /// <summary>From now on all is well.</summary>
    public void Clear()
    {
        lock (gate)
        {
            queued.Clear();
        }
    }

    internal VaultFault? Next(VaultOperation operation)
    {
        lock (gate)
        {
            var index = queued.FindIndex(fault => fault.Meets(operation));
            if (index < 0)
            {
                return null;
            }

            var fault = queued[index];
            queued.RemoveAt(index);
            return fault;
        }
    }
}
