namespace PayFunctions.Channels;

/// <summary>The payer scans a code that the channel makes.</summary>
internal interface ICodePayment : IChannel
{
    /// <summary>
    /// Asks for a code: <see cref="CodeReady"/>, or why there is none. Repeatable.
    /// </summary>
    Task<PageOpening> OpenCodeAsync(PageRequest request, CancellationToken cancellation);
}
