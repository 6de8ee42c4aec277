using System.Runtime.InteropServices;

namespace PayFunctions.Batches;

/// <summary>What the rows of a batch came to.</summary>
/// <param name="Succeeded">How many reached the payer.</param>
/// <param name="SucceededFen">What they came to.</param>
/// <param name="Processing">How many are under way.</param>
/// <param name="Failed">How many failed or were refused.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BatchSums(
    int Succeeded, long SucceededFen, int Processing, int Failed)
{
    /// <summary>With a row more.</summary>
    public BatchSums With(BatchRow row) => row.Outcome switch
    {
        RowOutcome.Succeeded => this with
        {
            Succeeded = Succeeded + 1,
            SucceededFen = SucceededFen + row.Fen,
        },
        RowOutcome.Processing => this with { Processing = Processing + 1 },
        RowOutcome.Failed or RowOutcome.Refused => this with { Failed = Failed + 1 },
        _ => this,
    };
}
