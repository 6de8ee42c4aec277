using System.Security.Cryptography;
using System.Text;
using PayFunctions.Channels;
using PayFunctions.Channels.Abc;

namespace PayFunctions.Tests.Channels.Abc;

/// <summary>What an attacker, or a broken sender, may post: each refused by name.</summary>
public sealed class AbcHostileNoticeTests : IDisposable
{
    private readonly AbcBench bench = new(("confirm_by_query", "false"));

    public static TheoryData<string> Fields
        => [.. Notice.Paid.Fields.Select(static f => f.Key)];

    public void Dispose() => bench.Dispose();

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_field_that_is_altered_removed_emptied_or_doubled_is_refused(string name)
    {
        var genuine = Notice.Paid;
        foreach (var touched in (Notice[])[
            genuine.With(name, "x"), genuine.Without(name), genuine.With(name, ""),
            genuine.Again(name, "x")])
        {
            (await ReadAsync(Notice.OfXml(touched.Xml(signature: genuine.Signature))))
                .ShouldBe(nameof(NotificationRefusal.SignatureWrong));
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_field_that_the_bank_doubled_is_refused_although_it_is_signed(string name)
        => (await ReadAsync(Notice.Paid.Again(name, "x").Raw()))
            .ShouldBe(nameof(NotificationRefusal.FieldDuplicated));

    [Theory]
    [InlineData("ReturnCode", "", "FieldInvalid")]
    [InlineData("MerchantID", "", "FieldInvalid")]
    [InlineData("MerchantID", "103880000000002", "SellerDiffers")]
    [InlineData("OrderNo", "", "OrderNumberUnknown")]
    [InlineData("OrderNo", "T20260102000001", "OrderNumberUnknown")]
    [InlineData("OrderNo", "0123456789ABCDEFGHJKMNPQRS00", "OrderNumberUnknown")]
    [InlineData("Amount", "", "FieldInvalid")]
    [InlineData("Amount", "-88.88", "FieldInvalid")]
    [InlineData("Amount", "88.888", "FieldInvalid")]
    [InlineData("Amount", "88,88", "FieldInvalid")]
    [InlineData("Amount", "１.00", "FieldInvalid")]
    [InlineData("Amount", "999999999999999999999", "FieldInvalid")]
    [InlineData("HostDate", "", "FieldInvalid")]
    [InlineData("HostDate", "2026/13/01", "FieldInvalid")]
    [InlineData("HostTime", "25:00:00", "FieldInvalid")]
    [InlineData("TrxType", "<a></a>", "Malformed")]
    [InlineData("TrxType", "a & b", "Malformed")]
    [InlineData("TrxType", "&x;", "Malformed")]
    public async Task A_well_signed_notification_with_wrong_content_is_refused(
        string name, string value, string refusal)
        => (await ReadAsync(Notice.Paid.With(name, value).Raw())).ShouldBe(refusal);

    [Fact]
    public async Task A_signature_by_another_key_digest_or_algorithm_is_refused()
    {
        (await ReadAsync((Notice.Paid with { Key = AbcVectors.Merchant }).Raw()))
            .ShouldBe(nameof(NotificationRefusal.SignatureWrong));
        foreach (var hash in (HashAlgorithmName[])[
            HashAlgorithmName.SHA256, HashAlgorithmName.MD5, HashAlgorithmName.SHA512])
        {
            (await ReadAsync((Notice.Paid with { Hash = hash }).Raw()))
                .ShouldBe(nameof(NotificationRefusal.SignatureWrong));
        }

        foreach (var algorithm in (string[])["SHA256withRSA", "sha1withrsa", "MD5", "none", ""])
        {
            (await ReadAsync((Notice.Paid with { Algorithm = algorithm }).Raw()))
                .ShouldBe(nameof(NotificationRefusal.SignTypeUnexpected));
        }
    }

    [Theory]
    [InlineData("", "SignatureMissing")]
    [InlineData(" ", "SignatureMissing")]
    [InlineData("AAAA", "SignatureWrong")]
    [InlineData("*", "SignatureWrong")]
    public async Task A_signature_that_is_none_is_refused(string signature, string refusal)
        => (await ReadAsync(Notice.OfXml(Notice.Paid.Xml(signature: signature))))
            .ShouldBe(refusal);

    [Theory]
    [InlineData("<Message>", "<message>", "Malformed")]
    [InlineData("</Message>", "", "Malformed")]
    [InlineData("<Signature-Algorithm>", "<Signature-Alg>", "SignatureMissing")]
    [InlineData("</Signature>", "", "SignatureMissing")]
    [InlineData("<Signature>", "<Sign>", "SignatureMissing")]
    [InlineData("</MSG>", "", "Malformed")]
    [InlineData("</MSG>", "</MSG>x", "Malformed")]
    [InlineData("</MSG>", "<Message></Message></MSG>", "SignatureMissing")]
    [InlineData("<TrxResponse>", "<TrxResponse><Amount>0.01</Amount>", "SignatureWrong")]
    [InlineData("<Message>", "<Message> ", "SignatureWrong")]
    public async Task Another_envelope_is_refused(string what, string by, string refusal)
        => (await ReadAsync(Notice.OfXml(Notice.Paid.Xml()
                .Replace(what, by, StringComparison.Ordinal))))
            .ShouldBe(refusal);

    [Theory]
    [InlineData("<TrxResponse></TrxResponse>")]
    [InlineData("</TrxResponse><TrxResponse>")]
    [InlineData("<TrxResponse>")]
    [InlineData("<TrxResponse/>")]
    [InlineData("x")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><TrxResponse>&a;</TrxResponse>")]
    public async Task A_signed_message_with_another_content_is_refused(string inner)
    {
        var signature = Said.By(AbcVectors.Bank, Said.Raw(inner));

        (await ReadAsync(Notice.OfXml(Notice.Paid.Xml(inner, signature)))).ShouldBeOneOf(
            nameof(NotificationRefusal.Malformed), nameof(NotificationRefusal.FieldInvalid));
    }

    [Fact]
    public async Task Two_responses_in_one_signed_message_are_refused()
    {
        var inner = Notice.Paid.Inner + Notice.Paid.Inner;
        var signature = Said.By(AbcVectors.Bank, Said.Raw(inner));

        (await ReadAsync(Notice.OfXml(Notice.Paid.Xml(inner, signature))))
            .ShouldBe(nameof(NotificationRefusal.Malformed));
    }

    [Fact]
    public async Task Bytes_that_are_no_GBK_are_refused_although_they_are_signed()
    {
        byte[] inner = [.. "<TrxResponse><ErrorMessage>"u8, 0x81, 0x20,
            .. "</ErrorMessage></TrxResponse>"u8];
        var signature = Said.By(AbcVectors.Bank, inner);
        byte[] xml = [.. "<MSG><Message>"u8, .. inner,
            .. Said.Raw("</Message><Signature-Algorithm>SHA1withRSA</Signature-Algorithm>"
                + $"<Signature>{signature}</Signature></MSG>")];

        (await ReadAsync(Notice.OfXml(xml))).ShouldBe(nameof(NotificationRefusal.Malformed));
    }

    [Fact]
    public async Task Every_truncation_is_refused()
    {
        var body = Encoding.Latin1.GetString(Notice.Paid.Raw().Body.Span);
        for (var length = 0; length < body.Length; length++)
        {
            (await bench.ReadAsync(Notice.Of(body[..length]))).ShouldBeOfType<NotAccepted>();
        }

        var xml = Said.Raw(Notice.Paid.Xml());
        for (var length = 0; length < xml.Length; length++)
        {
            (await bench.ReadAsync(Notice.OfXml(xml[..length]))).ShouldBeOfType<NotAccepted>();
        }
    }

    [Theory]
    [InlineData("", "Malformed")]
    [InlineData("MSG=", "Malformed")]
    [InlineData("MSG=*", "Malformed")]
    [InlineData("MSG=AAA", "Malformed")]
    [InlineData("MSG=AAAA", "Malformed")]
    [InlineData("msg=AAAA", "Malformed")]
    [InlineData("MSG=%4", "Malformed")]
    [InlineData("MSG=AAAA&MSG=AAAA", "FieldDuplicated")]
    [InlineData("{\"MSG\":\"AAAA\"}", "Malformed")]
    [InlineData("<MSG></MSG>", "Malformed")]
    public async Task What_was_never_a_notification_is_refused(string body, string refusal)
        => (await ReadAsync(Notice.Of(body))).ShouldBe(refusal);

    [Theory]
    [InlineData("text/xml")]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/x-www-form-urlencodedx")]
    [InlineData("application/x-www-form-urlencoded, text/plain")]
    public async Task Another_content_type_is_refused(string contentType)
        => (await ReadAsync(Notice.Paid.Raw() with { ContentType = contentType }))
            .ShouldBe(nameof(NotificationRefusal.ContentTypeUnexpected));

    [Fact]
    public async Task Too_much_is_refused()
        => (await ReadAsync(Notice.Of("MSG=" + new string('A', AbcNoticeForm.BytesMax))))
            .ShouldBe(nameof(NotificationRefusal.BodyTooLarge));

    private async Task<string> ReadAsync(RawNotification raw)
        => await bench.ReadAsync(raw) switch
        {
            NotAccepted refused => refused.Why.ToString(),
            var other => other.GetType().Name,
        };
}
