using Microsoft.AspNetCore.Http;

namespace PayFunctions.MerchantApi;

/// <summary>Reads raw bytes up to a limit, and not one more.</summary>
internal static class BoundedBody
{
    /// <summary>Reads the body; a longer one is not read to its end.</summary>
    public static async Task<BodyReading> ReadAsync(
        HttpRequest request, int limit, CancellationToken cancellation)
    {
        if (request.ContentLength > limit)
        {
            return new BodyReading(BodyVerdict.TooLarge, default);
        }

        var buffer = new byte[Math.Min(request.ContentLength ?? limit, limit) + 1];
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellation);
            if (read == 0)
            {
                return new BodyReading(BodyVerdict.Read, buffer.AsMemory(0, length));
            }

            length += read;
        }

        return new BodyReading(BodyVerdict.TooLarge, default);
    }
}
