namespace PayFunctions.Reconciliation;

/// <summary>"Hold that day's bill against the journal."</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Account">The account.</param>
/// <param name="Day">The day.</param>
/// <param name="Again">Whether it is to be done although it was.</param>
/// <param name="Pass">Which of the day's passes goes on; 0 begins.</param>
/// <param name="Step">Which of its steps is next.</param>
internal sealed record ReconcileMessage(
    string Channel, string Account, DateOnly Day, bool Again = false, int Pass = 0, int Step = 0);
