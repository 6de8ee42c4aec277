namespace PayFunctions.Tests.Flows.Host.Wire;

/// <summary>
/// Strikes the calls of one name from the n-th on: the first try of one call, or every try until
/// that many callers have given up. Tries of one call share their client request id.
/// </summary>
/// <param name="Name">Of the request, as in <see cref="WireName"/>.</param>
/// <param name="Occurrence">The first call that is struck; the first of all is 1.</param>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Calls">How many calls fail in every try; 0 strikes one try only.</param>
internal sealed record WireFault(string Name, int Occurrence, WireFaultKind Kind, int Calls)
{
    private readonly Lock gate = new();
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> struck = new(StringComparer.Ordinal);

    /// <summary>Whether it has met a request yet.</summary>
    public bool HasStruck
    {
        get
        {
            lock (gate)
            {
                return struck.Count > 0;
            }
        }
    }

    /// <summary>Whether this try of this call fails.</summary>
    public bool Strikes(string name, string call)
    {
        if (!string.Equals(name, Name, StringComparison.Ordinal))
        {
            return false;
        }

        lock (gate)
        {
            if (!seen.Add(call))
            {
                return Calls > 0 && struck.Contains(call);
            }

            return seen.Count >= Occurrence && struck.Count < Math.Max(Calls, 1)
                && struck.Add(call);
        }
    }
}
