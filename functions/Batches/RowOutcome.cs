namespace PayFunctions.Batches;

/// <summary>What became of a row.</summary>
internal enum RowOutcome
{
    /// <summary>The refund or debit was begun; its end is not known.</summary>
    Processing,

    /// <summary>The money reached the payer.</summary>
    Succeeded,

    /// <summary>The refund failed, or needs a human.</summary>
    Failed,

    /// <summary>There is no refund: the rules refused it when its turn came.</summary>
    Refused,
}
