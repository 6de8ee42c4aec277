namespace PayFunctions.Channels;

/// <summary>The payer pays on the channel's own page.</summary>
internal interface IPagePayment : IChannel
{
    /// <summary>
    /// Makes what the payer's browser carries to the channel; asks the channel first where it
    /// hands out its pages. Repeatable: the same attempt may be opened again and again.
    /// </summary>
    Task<PageOpening> OpenPageAsync(PageRequest request, CancellationToken cancellation);
}
