namespace PayFunctions.Channels;

/// <summary>
/// What the payer's browser carries to the channel: short ones as a redirect to
/// <see cref="Url"/>, long ones as a form with <see cref="Fields"/> posted to <see cref="Action"/>.
/// </summary>
/// <param name="Url">The gateway address with every parameter in its query.</param>
/// <param name="Action">Where the form is posted.</param>
/// <param name="Fields">The form's hidden fields, unescaped.</param>
internal sealed record PageHandover(
    Uri Url, Uri Action, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>
    /// Whether the channel wants to see from which site the payer comes: then a page of ours leads
    /// to <see cref="Url"/>, which names our origin and nothing else.
    /// </summary>
    public bool NamesOrigin { get; init; }
}
