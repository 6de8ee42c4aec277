namespace PayFunctions.Reconciliation;

/// <summary>What the steps of a large day do.</summary>
internal enum RunStage
{
    /// <summary>The journal's lines are put onto sheets, a sheet a step.</summary>
    Gathering,

    /// <summary>The bill is held against all sheets, in one step.</summary>
    Matching,

    /// <summary>What the bill did not have is looked through, a sheet a step.</summary>
    Missing,
}
