using System.Net;
using System.Text;
using PayFunctions.Channels.WeChatPay;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Channels.WeChatPay;

/// <summary>Platform certificates: what is believed when they are handed out.</summary>
public sealed class WeChatPayCertificateTests : IDisposable
{
    private readonly WeChatPayBench bench = new(
        ("wechatpay_public_key", null), ("wechatpay_public_key_id", null));

    public static TheoryData<string> Answers
        => WeChatPayVectors.Names(WeChatPayVectors.Certificates);

    public void Dispose() => bench.Dispose();

    [Theory]
    [MemberData(nameof(Answers))]
    public void Certificates_are_taken_or_refused_as_the_vector_says(string name)
    {
        var vector = WeChatPayVectors.Named(WeChatPayVectors.Certificates, name);
        var expected = vector.GetProperty("expected");
        var isAccepted = expected.GetProperty("accepted").GetBoolean();

        var (certificates, reason) = WeChatPayCertificates.Read(
            bench.Account, Answer(vector), vector.Now());

        certificates.Select(static c => c.Serial).ShouldBe(isAccepted
            ? expected.GetProperty("serials").EnumerateArray().Select(static s => s.GetString()!)
            : []);
        (reason.Length == 0).ShouldBe(isAccepted, reason);
        if (isAccepted)
        {
            bench.Account.Keys.Beside(certificates).Preferred(vector.Now())!.Serial
                .ShouldBe(expected.Text("encrypt_with"));
        }
    }

    [Theory]
    [InlineData("serial_no does not belong to the certificate",
        "a certificate cannot be decrypted or is not the one that is named")]
    [InlineData("ciphertext altered",
        "a certificate cannot be decrypted or is not the one that is named")]
    [InlineData("well encrypted but signed by a stranger", "the answer's signature: Wrong")]
    [InlineData("merchant with public key only",
        "the merchant has no platform certificate: register wechatpay_public_key")]
    public void A_refusal_says_why(string name, string reason)
    {
        var vector = WeChatPayVectors.Named(WeChatPayVectors.Certificates, name);

        WeChatPayCertificates.Read(bench.Account, Answer(vector), vector.Now()).Reason
            .ShouldBe(reason);
    }

    [Fact]
    public void What_was_handed_out_long_ago_is_not_believed_again()
    {
        var vector = WeChatPayVectors.Named(
            WeChatPayVectors.Certificates, "two certificates during rotation");

        WeChatPayCertificates.Read(
            bench.Account, Answer(vector), vector.Now().AddMinutes(10)).Reason
            .ShouldBe("the answer's signature: NotInTime");
    }

    private static WireAnswer Answer(System.Text.Json.JsonElement vector)
        => new(
            (HttpStatusCode)vector.GetProperty("status").GetInt32(), null,
            Encoding.UTF8.GetBytes(vector.Text("body")), vector.Headers());
}
