using System.Security.Cryptography;
using System.Text.Json;

namespace PayFunctions.Tests.Sdk.Signing;

public class SigningKeyTests
{
    private static readonly byte[] Hash = SHA256.HashData("text"u8);

    [Fact]
    public void One_key_in_each_of_its_forms_signs_alike()
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(Vectors.MerchantKey);
        var file = Path.GetTempFileName();
        File.WriteAllText(file, Vectors.MerchantKey);

        SigningKey[] keys =
        [
            SigningKey.FromPem(Vectors.MerchantKey),
            SigningKey.FromPem(rsa.ExportRSAPrivateKeyPem()),
            SigningKey.FromBase64(Convert.ToBase64String(rsa.ExportPkcs8PrivateKey())),
            SigningKey.FromBase64(Convert.ToBase64String(
                rsa.ExportRSAPrivateKey(), Base64FormattingOptions.InsertLineBreaks)),
            SigningKey.FromFile(file),
        ];
        File.Delete(file);

        var expected = rsa.SignHash(Hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        foreach (var key in keys)
        {
            key.SignHash(Hash).ShouldBe(expected);
        }
    }

    [Fact]
    public void What_is_no_private_key_is_refused_without_being_repeated()
    {
        using var rsa = RSA.Create(2048);
        var encrypted = rsa.ExportEncryptedPkcs8PrivateKeyPem(
            "word",
            new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1));

        foreach (var text in new[] { "", "secret", rsa.ExportSubjectPublicKeyInfoPem(), encrypted })
        {
            var refusal = Should.Throw<ArgumentException>(() => SigningKey.FromPem(text));
            refusal.Message.ShouldBe(
                "This is not an unencrypted RSA private key in PEM. (Parameter 'pem')");
            refusal.InnerException.ShouldBeNull();
        }

        Should.Throw<ArgumentException>(() => SigningKey.FromBase64("c2VjcmV0"))
            .ToString().ShouldNotContain("c2VjcmV0");
        Should.Throw<ArgumentException>(() => SigningKey.FromBase64("not base64 secret"))
            .ToString().ShouldNotContain("secret");
    }

    [Fact]
    public void A_short_key_is_refused()
    {
        using var rsa = RSA.Create(1024);

        Should.Throw<ArgumentException>(() => SigningKey.FromPem(rsa.ExportPkcs8PrivateKeyPem()))
            .Message.ShouldContain("2048 to 4096 bits");
    }

    [Fact]
    public void A_file_that_is_no_key_file_is_not_read_whole()
    {
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, new byte[(64 * 1024) + 1]);

        var refusal = Should.Throw<ArgumentException>(() => SigningKey.FromFile(file));
        File.Delete(file);

        refusal.Message.ShouldContain("64 KiB");
        Should.Throw<FileNotFoundException>(() => SigningKey.FromFile(file));
    }

    [Fact]
    public void A_key_shows_its_size_and_nothing_else()
    {
        using var key = SigningKey.FromPem(Vectors.MerchantKey);

        key.ToString().ShouldBe("RSA private key, 2048 bits");
        JsonSerializer.Serialize(key).ShouldBe("{}");
    }

    [Fact]
    public void Many_threads_sign_with_one_key()
    {
        using var key = SigningKey.FromPem(Vectors.MerchantKey);
        var expected = key.SignHash(Hash);

        var equal = ParallelEnumerable.Range(0, 200)
            .Count(_ => key.SignHash(Hash).AsSpan().SequenceEqual(expected));

        equal.ShouldBe(200);
    }
}
