using System.Buffers;

namespace PayFunctions.Net;

/// <summary>Reads an answer up to a limit, and says whether it ended by itself.</summary>
internal static class AnswerReading
{
    /// <summary>The answer as a result: Answered, TooLarge or Cut, each with its status and the
    /// bytes that came.</summary>
    public static async Task<DeliveryResult> ReadAsync(
        HttpResponseMessage response, int limit, DateTimeOffset now, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(limit + 1);
        try
        {
            var (outcome, length) = await FillAsync(
                response, buffer.AsMemory(0, limit + 1), cancellation);
            return new(outcome)
            {
                Status = (int)response.StatusCode,
                Body = buffer.AsSpan(0, Math.Min(length, limit)).ToArray(),
                RetryAfter = ReadRetryAfter(response, now),
            };
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // The buffer has room for one byte more than the limit: filling it is being too large.
    private static async Task<(DeliveryOutcome Outcome, int Length)> FillAsync(
        HttpResponseMessage response, Memory<byte> buffer, CancellationToken cancellation)
    {
        var length = 0;
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(cancellation);
            while (length < buffer.Length)
            {
                var read = await stream.ReadAsync(buffer[length..], cancellation);
                if (read == 0)
                {
                    return (DeliveryOutcome.Answered, length);
                }

                length += read;
            }

            return (DeliveryOutcome.TooLarge, length);
        }
        catch (IOException)
        {
            return (DeliveryOutcome.Cut, length);
        }
    }

    // Two headers that ask for different times ask for none.
    private static TimeSpan? ReadRetryAfter(HttpResponseMessage response, DateTimeOffset now)
        => response.Headers.NonValidated.TryGetValues("Retry-After", out var values)
            && values.Count == 1
            ? RetryAfterRules.Read(values.ToString(), now)
            : null;
}
