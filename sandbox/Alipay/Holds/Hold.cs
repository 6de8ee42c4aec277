using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay.Holds;

/// <summary>An authorisation and every operation on it.</summary>
/// <param name="HoldNo">Our number, <c>auth_no</c>.</param>
/// <param name="Order">What was asked for.</param>
/// <param name="Operations">The freeze first; none while the payer has not authorised.</param>
/// <param name="Created">The payer's first act.</param>
internal sealed record Hold(
    string HoldNo, HoldOrder Order, IReadOnlyList<HoldOperation> Operations,
    DateTimeOffset Created)
{
    /// <summary>Whether it ended without being authorised.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether the payer has authorised.</summary>
    public bool IsFrozen => Operations.Count > 0;

    /// <summary>What is still frozen, in fen.</summary>
    public long RestFen => Sum(HoldAct.Freeze) - Sum(HoldAct.Unfreeze) - Sum(HoldAct.Pay);

    /// <summary>The whole's status as the wire spells it.</summary>
    public string OrderStatus
        => IsClosed ? "CLOSED" : !IsFrozen ? "INIT" : RestFen > 0 ? "AUTHORIZED" : "FINISH";

    /// <summary>The status in the words of every channel.</summary>
    public TradeState State
        => IsClosed ? TradeState.Closed : IsFrozen ? TradeState.Paid : TradeState.Waiting;

    /// <summary>All of one kind, in fen.</summary>
    public long Sum(HoldAct act) => Operations.Where(o => o.Act == act).Sum(static o => o.Fen);

    /// <summary>The operation of that number, or null.</summary>
    public HoldOperation? Find(string outRequestNo)
        => Operations.FirstOrDefault(
            o => string.Equals(o.OutRequestNo, outRequestNo, StringComparison.Ordinal));

    /// <summary>The same, ended if its time was over before anybody authorised.</summary>
    public Hold At(DateTimeOffset now)
        => !IsFrozen && !IsClosed && now >= Order.Deadline ? this with { IsClosed = true } : this;
}

/// <summary>One operation.</summary>
/// <param name="Act">What it did.</param>
/// <param name="OperationId">Our number.</param>
/// <param name="OutRequestNo">The merchant's number.</param>
/// <param name="Fen">How much.</param>
/// <param name="At">When.</param>
internal sealed record HoldOperation(
    HoldAct Act, string OperationId, string OutRequestNo, long Fen, DateTimeOffset At);

/// <summary>What an operation does.</summary>
internal enum HoldAct
{
    /// <summary>The payer authorised.</summary>
    Freeze,

    /// <summary>It was let go.</summary>
    Unfreeze,

    /// <summary>It was taken.</summary>
    Pay,
}
