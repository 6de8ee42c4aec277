namespace PayFunctions.Channels;

/// <summary>The payer pays on the channel's own page.</summary>
internal interface IPagePayment : IChannel
{
    /// <summary>Makes the signed request that the payer's browser carries to the channel.</summary>
    Task<PageHandover> OpenAsync(PageRequest request, CancellationToken cancellation);
}
