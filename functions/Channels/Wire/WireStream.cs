namespace PayFunctions.Channels.Wire;

/// <summary>An answer whose body is read as it comes. Whoever asked disposes of it.</summary>
/// <param name="reply">The answer without its body, or the reason why there is none.</param>
/// <param name="response">What holds the connection; null when there is no answer.</param>
internal sealed class WireStream(WireReply reply, HttpResponseMessage? response) : IDisposable
{
    /// <summary>Status and headers, or the reason why there is no answer.</summary>
    public WireReply Reply => reply;

    /// <summary>The body. It has no limit of its own, of bytes or of time.</summary>
    public Task<Stream> OpenBodyAsync(CancellationToken cancellation)
        => (response ?? throw new InvalidOperationException("There is no answer."))
            .Content.ReadAsStreamAsync(cancellation);

    /// <inheritdoc/>
    public void Dispose() => response?.Dispose();
}
