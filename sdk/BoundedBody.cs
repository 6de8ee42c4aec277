namespace PayFunctions.Sdk;

/// <summary>Bodies of strangers are read up to a limit, whatever their headers promise.</summary>
internal static class BoundedBody
{
    private const int FirstBytes = 4096;

    /// <summary>The whole body, or null when it is longer than the limit.</summary>
    public static async Task<byte[]?> ReadAsync(
        HttpContent content, int bytesMax, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > bytesMax)
        {
            return null;
        }

        var stream = await content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            return await ReadAsync(stream, bytesMax, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The whole stream, or null when it is longer than the limit.</summary>
    public static async Task<byte[]?> ReadAsync(
        Stream stream, int bytesMax, CancellationToken cancellation)
    {
        var buffer = new byte[Math.Min(FirstBytes, bytesMax + 1)];
        var length = 0;
        while (length <= bytesMax)
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, bytesMax + 1));
            }

            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellation)
                .ConfigureAwait(false);
            if (read == 0)
            {
                return buffer[..length];
            }

            length += read;
        }

        return null;
    }
}
