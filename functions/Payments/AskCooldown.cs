using Microsoft.Extensions.Caching.Memory;
using PayFunctions.Orders;

namespace PayFunctions.Payments;

/// <summary>
/// Keeps a polling merchant or page from becoming a polling gateway: one question per order and
/// pause, per instance. Losing it costs a question, nothing else.
/// </summary>
internal sealed class AskCooldown(TimeProvider time) : IDisposable
{
    /// <summary>The pause between two questions about one order.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>How many orders are remembered.</summary>
    public const int MaxOrders = 10_000;

    private readonly MemoryCache recent = new(new MemoryCacheOptions { SizeLimit = MaxOrders });

    /// <summary>True for the first caller in a pause.</summary>
    public bool TryEnter(OrderId id)
    {
        var now = time.GetUtcNow();
        if (recent.TryGetValue(id, out DateTimeOffset until) && now < until)
        {
            return false;
        }

        _ = recent.Set(id, now + Pause, new MemoryCacheEntryOptions { Size = 1 });
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => recent.Dispose();
}
