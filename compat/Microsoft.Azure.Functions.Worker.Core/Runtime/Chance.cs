using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>Everything the runtime draws, from one source of bytes that tests replace.</summary>
/// <param name="fill">Fills a span with random bytes.</param>
internal sealed class Chance(Action<Span<byte>> fill)
{
    private const double UnitOf53Bits = 1.0 / (1UL << 53);

    public static Chance System { get; } = new(RandomNumberGenerator.Fill);

    /// <summary>At least 0, below 1.</summary>
    public double NextUnit()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        fill(bytes);
        return (BinaryPrimitives.ReadUInt64LittleEndian(bytes) >> 11) * UnitOf53Bits;
    }

    public Guid NextId()
    {
        Span<byte> bytes = stackalloc byte[16];
        fill(bytes);
        return new Guid(bytes);
    }
}
