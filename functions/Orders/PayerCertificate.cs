namespace PayFunctions.Orders;

/// <summary>
/// A payer's identity document, in the channel's own code for its kind. It has no readable text
/// but where a channel is told it.
/// </summary>
/// <param name="Kind">The channel's letter for the kind of document.</param>
/// <param name="Number">Its number.</param>
internal sealed record PayerCertificate(string Kind, string Number)
{
    /// <inheritdoc/>
    public override string ToString() => "***";
}
