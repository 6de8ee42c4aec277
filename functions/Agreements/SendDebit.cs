namespace PayFunctions.Agreements;

/// <summary>Sends a debit that was just begun, and tells its agreement what the channel says at
/// once.</summary>
internal sealed class SendDebit(DebitQuestion question)
{
    /// <summary>Runs for whoever has just opened it.</summary>
    public async Task<DebitKnown> RunAsync(DebitBegun begun, CancellationToken cancellation)
    {
        var sent = await question.AskAsync(begun.Payment, cancellation);
        await question.TellAsync(sent, cancellation);
        return new DebitKnown(sent, begun.IsNew);
    }
}
