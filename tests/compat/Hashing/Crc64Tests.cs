using System.IO.Hashing;
using System.Text;
using Azure.Storage;

namespace PayFunctions.Tests.Compat.Hashing;

/// <summary>Azure.Storage.Common's own checksum, standing on the stand-in.</summary>
public sealed class Crc64Tests
{
    // The published check value of this CRC (catalogued as CRC-64/NVME) for "123456789".
    private static readonly byte[] Check = BitConverter.GetBytes(0xAE8B14860A799888);

    [Fact]
    public void It_computes_the_published_check_value()
    {
        var crc = Create();

        crc.Append("123456789"u8);

        crc.HashLengthInBytes.ShouldBe(8);
        crc.GetCurrentHash().ShouldBe(Check);
    }

    [Fact]
    public void It_takes_bytes_in_parts_and_starts_anew()
    {
        var crc = Create();

        crc.Append(Encoding.ASCII.GetBytes("1234"));
        crc.Append("56789"u8);

        crc.GetHashAndReset().ShouldBe(Check);
        crc.GetCurrentHash().ShouldBe(Create().GetCurrentHash());
    }

    [Fact]
    public void A_hash_has_a_length()
        => Should.Throw<ArgumentOutOfRangeException>(() => new Lengthless());

    private static NonCryptographicHashAlgorithm Create()
    {
        var type = typeof(StorageSharedKeyCredential).Assembly.GetType(
            "Azure.Storage.StorageCrc64HashAlgorithm", throwOnError: true)!;
        return (NonCryptographicHashAlgorithm)type.GetMethod("Create")!.Invoke(null, null)!;
    }

    private sealed class Lengthless() : NonCryptographicHashAlgorithm(0)
    {
        public override void Append(ReadOnlySpan<byte> source) => Reset();

        public override void Reset() => Append([]);

        protected override void GetCurrentHashCore(Span<byte> destination) => destination.Clear();
    }
}
