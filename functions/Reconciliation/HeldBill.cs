using PayFunctions.Channels;

namespace PayFunctions.Reconciliation;

/// <summary>What came of holding a bill against a journal.</summary>
/// <param name="Strange">The rows that differ, and how.</param>
/// <param name="Trouble">Why none of it counts; null where it does.</param>
/// <param name="Reason">That in words.</param>
internal sealed record HeldBill(
    IReadOnlyList<(BillRow Row, Difference Difference)> Strange, RunState? Trouble = null,
    string Reason = "")
{
    /// <summary>None of it counts.</summary>
    public static HeldBill Not(RunState trouble, string reason) => new([], trouble, reason);
}
