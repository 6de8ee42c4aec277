using System.Collections.Immutable;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>One refund.</summary>
/// <param name="OutRefundNo">The merchant's number.</param>
/// <param name="RefundId">Our number: 111, merchant, day, seven digits.</param>
/// <param name="Fen">The amount.</param>
/// <param name="NotifyUrl">Where its notifications go; empty for nowhere.</param>
/// <param name="CharsetName">The request's charset as written.</param>
/// <param name="Asked">When it was asked for.</param>
internal sealed record Refund(
    string OutRefundNo, string RefundId, long Fen, string NotifyUrl, string CharsetName,
    DateTimeOffset Asked)
{
    /// <summary>The state now, and those that follow; the last one stays.</summary>
    public required ImmutableArray<int> States { get; init; }

    /// <summary>When it reached the state it is in.</summary>
    public required DateTimeOffset Reached { get; init; }

    /// <summary>The refund_status: 1 to 11.</summary>
    public int State => States[0];

    /// <summary>The payer has the money.</summary>
    public bool IsDone => State is 4 or 10;

    /// <summary>It failed for good.</summary>
    public bool IsFailed => State is 3 or 5 or 6;

    /// <summary>It is in work: a later question finds it further on.</summary>
    public bool IsInWork => State is 8 or 9 or 11;

    /// <summary>Nobody knows: it has to be sent again.</summary>
    public bool IsUndetermined => State is 1 or 2;

    /// <summary>Whether reaching its state is told to the merchant.</summary>
    public bool IsTold => NotifyUrl.Length > 0 && State is 4 or 7 or 9 or 10;

    /// <summary>The state in the words of every channel.</summary>
    public RefundState Word
        => IsDone ? RefundState.Success
            : IsFailed || State is 7 ? RefundState.Failed
            : RefundState.Processing;

    /// <summary>The same refund, one state further.</summary>
    public Refund Next(DateTimeOffset now)
        => States.Length == 1 ? this : this with { States = States[1..], Reached = now };
}
