using System.Security.Cryptography;
using PayFunctions.Channels.Wire;
using PayFunctions.Tests.Channels.Abc;

namespace PayFunctions.Tests.Channels.Wire;

public sealed class Pkcs12KeyTests
{
    private static readonly byte[] File = Convert.FromBase64String(AbcVectors.Pkcs12);

    [Fact]
    public void The_vectors_file_signs_as_its_bare_key_does()
    {
        Pkcs12Key.TryRead(File, AbcVectors.Password, out var key).ShouldBeTrue();
        using var ours = key;
        var data = Said.Raw("学费");

        foreach (var hash in (HashAlgorithmName[])[
            HashAlgorithmName.SHA1, HashAlgorithmName.SHA256])
        {
            Convert.ToBase64String(ours.Sign(data, hash))
                .ShouldBe(Said.By(AbcVectors.Merchant, data, hash));
        }

        ours.SerialNumber.ShouldBe("77D901CB2D037DABA25E577E3827523DF64841AE");
    }

    [Fact]
    public void Many_may_sign_at_once()
    {
        Pkcs12Key.TryRead(File, AbcVectors.Password, out var key).ShouldBeTrue();
        using var ours = key;
        var expected = Said.By(AbcVectors.Merchant, [1, 2, 3]);

        var signatures = Enumerable.Range(0, 64).AsParallel()
            .Select(_ => Convert.ToBase64String(ours.Sign([1, 2, 3], HashAlgorithmName.SHA1)));

        signatures.ShouldAllBe(s => s == expected);
    }

    [Fact]
    public void A_damaged_file_another_password_and_nothing_at_all_are_no_key()
    {
        byte[] damaged = [.. File];
        damaged[File.Length / 2] ^= 1;

        Pkcs12Key.TryRead(damaged, AbcVectors.Password, out _).ShouldBeFalse();
        Pkcs12Key.TryRead(File.AsSpan(0, 100).ToArray(), AbcVectors.Password, out _)
            .ShouldBeFalse();
        Pkcs12Key.TryRead(File, "sim12346", out _).ShouldBeFalse();
        Pkcs12Key.TryRead(File, null, out _).ShouldBeFalse();
        Pkcs12Key.TryRead([], AbcVectors.Password, out _).ShouldBeFalse();
        Pkcs12Key.TryRead(null, AbcVectors.Password, out _).ShouldBeFalse();
        Pkcs12Key.TryRead(new byte[1024 * 1024], AbcVectors.Password, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(2048, 1, true)]
    [InlineData(1024, 1, false)]
    [InlineData(2048, 2, false)]
    [InlineData(2048, 0, false)]
    public void One_key_of_at_least_2048_bits_is_wanted(int bits, int keys, bool isKey)
        => Pkcs12Key.TryRead(TestCertificate.Pkcs12(bits, "x", keys), "x", out _)
            .ShouldBe(isKey);
}
