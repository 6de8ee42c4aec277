using PayFunctions.MerchantApi;

namespace PayFunctions.Batches;

/// <summary>How the rows of one kind of batch are read.</summary>
/// <param name="Names">The members of a row.</param>
/// <param name="Amount">The one that is a number.</param>
/// <param name="Read">Reads a row by its application, place, members and those before it; or says
/// what is wrong.</param>
internal sealed record RowReading(
    IReadOnlyList<string> Names, string Amount,
    Func<string, int, IReadOnlyDictionary<string, string>, RowsBefore,
        (BatchRow? Row, ApiError? Error)> Read)
{
    /// <summary>The reading of a kind.</summary>
    public static RowReading Of(BatchKind kind)
        => kind == BatchKind.Debit ? DebitRowReading.Rows : RefundRowReading.Rows;
}
