using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc;

/// <summary>
/// What only this bank can answer. Each code is met before the work, which is not done.
/// </summary>
internal static class AbcFault
{
    /// <summary>2306: the order's state forbids it.</summary>
    public const string StateForbids = "code_2306";

    /// <summary>2307: no such order.</summary>
    public const string OrderUnknown = "code_2307";

    /// <summary>2310: the function is not opened.</summary>
    public const string NotOpened = "code_2310";

    /// <summary>
    /// A question about what is paid is answered 02: no answer from the host. One about a batch
    /// shows 2 for the rows that are done.
    /// </summary>
    public const string Status02 = "status_02";

    /// <summary>The same with 03: requested, not settled; X for rows.</summary>
    public const string Status03 = "status_03";

    /// <summary>
    /// One row of the next batch fails, whatever it says. As often as it is ordered, from the
    /// first row on.
    /// </summary>
    public const string RowDeclined = "row_declined";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All =
        [StateForbids, OrderUnknown, NotOpened, Status02, Status03, RowDeclined];

    /// <summary>How many rows of a batch shall fail.</summary>
    public static int Declined(int rows, RequestFaults met)
        => Enumerable.Range(0, rows).TakeWhile(_ => met.Meets(RowDeclined)).Count();
}
