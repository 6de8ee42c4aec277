namespace PayFunctions.Reconciliation;

/// <summary>"Hold that day's bill against the journal."</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Account">The account.</param>
/// <param name="Day">The day.</param>
/// <param name="Again">Whether it is to be done although it was.</param>
internal sealed record ReconcileMessage(
    string Channel, string Account, DateOnly Day, bool Again = false);
