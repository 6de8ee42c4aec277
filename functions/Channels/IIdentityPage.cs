namespace PayFunctions.Channels;

/// <summary>The person is checked on a page of the channel.</summary>
internal interface IIdentityPage : ICheckIdentity
{
    /// <summary>Makes what the person's browser carries to that page. Repeatable.</summary>
    Task<PageOpening> OpenPageAsync(IdentityPage page, CancellationToken cancellation);
}
