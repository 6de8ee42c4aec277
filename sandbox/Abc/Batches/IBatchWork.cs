namespace PayFunctions.Sandbox.Abc.Batches;

/// <summary>What the rows of batches of one kind do.</summary>
internal interface IBatchWork
{
    /// <summary>A row is taken. It moves nothing yet.</summary>
    void Take(BatchRow row);

    /// <summary>Does a row.</summary>
    /// <returns>Whether this was possible.</returns>
    bool CarryOut(BatchOrder batch, BatchRow row);

    /// <summary>The bank refuses a row.</summary>
    void Decline(BatchRow row);
}
