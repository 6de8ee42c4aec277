namespace PayFunctions.Channels;

/// <summary>
/// The channel says whether somebody is who he says to be. What is said of the person passes
/// through: it is in no answer, no reason and no trace.
/// </summary>
internal interface ICheckIdentity : IChannel
{
    /// <summary>
    /// The member of a person that the product lacks or cannot take; null when there is none.
    /// </summary>
    string? WrongMember(string product, Person person);

    /// <summary>
    /// Has a person checked: at once, or on a page. Repeatable: it moves nothing, and a check that
    /// nobody comes to ends by itself.
    /// </summary>
    Task<IdentityOutcome> CheckAsync(
        IdentityRequest request, Person person, CancellationToken cancellation);
}
