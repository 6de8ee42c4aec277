using System.Runtime.InteropServices;

namespace PayFunctions.Reconciliation;

/// <summary>What a difference is called on its day: found again, it is the same.</summary>
/// <param name="Kind">What.</param>
/// <param name="IsRefund">Whether it is about a refund.</param>
/// <param name="Number">The number.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DifferenceName(
    DifferenceKind Kind, bool IsRefund, string Number)
{
    /// <summary>The name of one.</summary>
    public static DifferenceName Of(Difference difference)
        => new(difference.Kind, difference.IsRefund, difference.Number);
}
