namespace PayFunctions.Sdk;

/// <summary>A payer's identity document, where a channel wants it. Its text is masked.</summary>
/// <param name="Kind">The channel's letter for its kind: <c>I</c> is an identity card at ABC.
/// </param>
/// <param name="Number">Its number: 1 to 30 letters and digits.</param>
public sealed record PayerCertificate(string Kind, string Number)
{
    /// <inheritdoc/>
    public override string ToString() => "***";
}
