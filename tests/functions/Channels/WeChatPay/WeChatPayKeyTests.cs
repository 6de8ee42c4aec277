using System.Security.Cryptography;
using System.Text;
using PayFunctions.Channels.WeChatPay;

namespace PayFunctions.Tests.Channels.WeChatPay;

/// <summary>Fields that are encrypted, and the keys they are encrypted for.</summary>
public sealed class WeChatPayKeyTests
{
    public static TheoryData<string> Fields => WeChatPayVectors.Names(WeChatPayVectors.Oaep);

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_opens_as_the_vector_says(string name)
    {
        var vector = WeChatPayVectors.Named(WeChatPayVectors.Oaep, name);
        var expected = vector.GetProperty("expected");
        using var key = WeChatPayVectors.PrivateKey(vector.Text("decrypt_with"));

        var opened = Open(key, vector.Text("ciphertext"));

        opened.ShouldBe(expected.GetProperty("decrypts").GetBoolean()
            ? expected.Text("plaintext")
            : null);
    }

    [Theory]
    [InlineData("张三")]
    [InlineData("6200000000000000000")]
    public void What_is_encrypted_opens_with_the_private_key_alone(string text)
    {
        var key = WeChatPayKey.OfPublicKey(
            WeChatPayVectors.PublicKeyId, WeChatPayVectors.PublicKeyPem).ShouldNotBeNull();

        var ciphertext = key.Encrypt(text);

        Open(WeChatPayVectors.WeChatPay, ciphertext).ShouldBe(text);
        Open(WeChatPayVectors.Stranger, ciphertext).ShouldBeNull();
    }

    [Fact]
    public void A_field_has_at_most_214_bytes()
    {
        var key = WeChatPayKey.OfPublicKey(
            WeChatPayVectors.PublicKeyId, WeChatPayVectors.PublicKeyPem).ShouldNotBeNull();

        Open(WeChatPayVectors.WeChatPay, key.Encrypt(new string('a', 214)))
            .ShouldBe(new string('a', 214));
        Should.Throw<ArgumentException>(() => key.Encrypt(new string('a', 215)));
        Should.Throw<ArgumentException>(() => key.Encrypt(new string('张', 72)));
    }

    [Fact]
    public void A_certificate_is_one_of_its_own_number_only()
    {
        var certificate = WeChatPayVectors.Keys.GetProperty("platform_certificate_a");
        var pem = Encoding.ASCII.GetBytes(certificate.Text("certificate_pem"));
        var serial = certificate.Text("serial_no");

        WeChatPayKey.OfCertificate(serial, pem).ShouldNotBeNull();
        WeChatPayKey.OfCertificate("00" + serial, pem).ShouldNotBeNull();
        WeChatPayKey.OfCertificate(serial[1..], pem).ShouldBeNull();
        WeChatPayKey.OfCertificate(serial, pem.AsSpan(0, pem.Length - 40)).ShouldBeNull();
        WeChatPayKey.OfCertificate(serial, "no certificate"u8).ShouldBeNull();
    }

    [Fact]
    public void A_certificate_is_in_force_from_its_first_moment_until_before_its_last()
    {
        var certificate = WeChatPayVectors.Keys.GetProperty("platform_certificate_a");
        var key = WeChatPayKey.OfCertificate(
            certificate.Text("serial_no"),
            Encoding.ASCII.GetBytes(certificate.Text("certificate_pem"))).ShouldNotBeNull();

        key.IsInForce(key.From).ShouldBeTrue();
        key.IsInForce(key.From.AddTicks(-1)).ShouldBeFalse();
        key.IsInForce(key.Until.AddTicks(-1)).ShouldBeTrue();
        key.IsInForce(key.Until).ShouldBeFalse();
    }

    private static string? Open(RSA key, string ciphertext)
    {
        try
        {
            return Encoding.UTF8.GetString(key.Decrypt(
                Convert.FromBase64String(ciphertext), RSAEncryptionPadding.OaepSHA1));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
