namespace PayFunctions.Sandbox.Simulation;

/// <summary>The faults one request meets: its own by header first, then the plan's.</summary>
internal sealed class RequestFaults(FaultPlan plan, string operation, FaultOrder? byHeader)
{
    private FaultOrder? own = byHeader;

    /// <summary>Whether the work is done and HTTP 500 answered.</summary>
    public bool EndsInHttp500 { get; set; }

    /// <summary>Uses one of a kind up, if there is one for this request.</summary>
    public FaultOrder? Take(string kind)
    {
        if (own is { } order && string.Equals(order.Kind, kind, StringComparison.Ordinal))
        {
            own = null;
            return order;
        }

        return plan.Take(kind, operation);
    }

    /// <summary>Whether one of a kind was there; it is used up.</summary>
    public bool Meets(string kind) => Take(kind) is not null;

    /// <summary>
    /// The answer of the work, or the channel's "busy": with the work done where the order says
    /// so, else without.
    /// </summary>
    /// <param name="work">Does what is asked.</param>
    /// <param name="busy">What the channel answers when it does not know the result.</param>
    public T WorkOrBusy<T>(Func<T> work, Func<T> busy)
    {
        if (Take(Fault.Busy) is not { } order)
        {
            return work();
        }

        if (order.Done)
        {
            work();
        }

        return busy();
    }
}
