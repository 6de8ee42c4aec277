using System.Security.Cryptography;
using System.Text;
using PayFunctions.Channels.Abc;

namespace PayFunctions.Tests.Channels.Abc;

public sealed class AbcEnvelopeTests : IDisposable
{
    private readonly AbcBench bench = new();

    public static TheoryData<string> OwnRequests => AbcVectors.Names(AbcVectors.Requests);

    public static TheoryData<string> SdkRequests => AbcVectors.Names(AbcVectors.SdkRequests);

    public static TheoryData<string> Answers => AbcVectors.Names(AbcVectors.Responses);

    public void Dispose() => bench.Dispose();

    [Theory]
    [MemberData(nameof(OwnRequests))]
    public void A_message_is_wrapped_as_in_the_vectors_byte_for_byte(string name)
    {
        var vector = AbcVectors.Named(AbcVectors.Requests, name);

        var body = AbcEnvelope.Write(vector.Text("signed_text"), bench.Account);

        Encoding.UTF8.GetString(body.ShouldNotBeNull()).ShouldBe(vector.Text("http_body"));
    }

    [Theory]
    [MemberData(nameof(SdkRequests))]
    public void A_message_is_wrapped_as_the_banks_own_SDK_wraps_it(string name)
    {
        var vector = AbcVectors.Named(AbcVectors.SdkRequests, name);

        var body = AbcEnvelope.Write(vector.Text("request_signed_text"), bench.Account);

        Encoding.UTF8.GetString(body.ShouldNotBeNull())
            .ShouldBe(vector.Text("request_body_utf8"));
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_is_cut_and_judged_as_in_the_vectors(string name)
    {
        var vector = AbcVectors.Named(AbcVectors.Responses, name);

        var envelope = AbcEnvelope.Cut(vector.Bytes("body_gbk_base64"));

        if (vector.GetProperty("signature").ValueKind == System.Text.Json.JsonValueKind.Null)
        {
            envelope.ShouldBeNull();
            return;
        }

        envelope.ShouldNotBeNull();
        AbcVectors.Gbk.GetString(envelope.Signed.Span).ShouldBe(vector.Text("signed_text"));
        Encoding.ASCII.GetString(envelope.Signature.Span).ShouldBe(vector.Text("signature"));
        bench.Account.BankKey.Verifies(envelope.Signed.Span, envelope.Signature.Span)
            .ShouldBe(vector.GetProperty("expected_verify").GetBoolean());
    }

    [Theory]
    [MemberData(nameof(SdkRequests))]
    public void An_answer_that_the_banks_own_SDK_took_is_taken(string name)
    {
        var vector = AbcVectors.Named(AbcVectors.SdkRequests, name);

        var reply = AbcAnswer.Read(Said.Raw(vector.Text("response_body")), bench.Account);

        reply.Reason.ShouldBe("");
        reply.Answer.ShouldNotBeNull().Code.ShouldBe(vector.Text("sdk_return_code"));
    }

    [Theory]
    [InlineData("PayReq success, flat (as observed in production 2026-01)")]
    [InlineData("PayReq success, TrxResponse wrapper (as in older servers)")]
    public void Both_layouts_give_the_same_fields(string name)
    {
        var vector = AbcVectors.Named(AbcVectors.Responses, name);

        var answer = AbcAnswer.Read(vector.Bytes("body_gbk_base64"), bench.Account).Answer;

        answer.ShouldNotBeNull().Said.ShouldBe("0000 交易成功");
        answer.Text("OrderNo").ShouldBe("T20260102000001");
        answer.Text("PaymentURL").ShouldBe(
            vector.GetProperty("fields").Text("PaymentURL"));
    }

    [Theory]
    [InlineData("error without a signature (seen for some gateway errors)",
        "an unsigned error EUNKWN")]
    [InlineData("tampered amount", "the answer's signature is wrong")]
    public void What_is_not_signed_by_the_bank_is_no_answer(string name, string reason)
    {
        var vector = AbcVectors.Named(AbcVectors.Responses, name);

        var reply = AbcAnswer.Read(vector.Bytes("body_gbk_base64"), bench.Account);

        reply.Answer.ShouldBeNull();
        reply.Reason.ShouldBe(reason);
    }

    [Fact]
    public void A_request_in_GBK_is_signed_and_sent_in_the_same_bytes()
    {
        using var gbk = new AbcBench(("charset", "gbk"));
        const string message = """{"MerchantRemarks":"学费"}""";
        var signature = Said.By(AbcVectors.Merchant, Said.Raw(message));

        var body = AbcEnvelope.Write(message, gbk.Account);

        AbcVectors.Gbk.GetString(body.ShouldNotBeNull()).ShouldBe(
            $$"""{"Message":{{message}},"Signature-Algorithm":"SHA1withRSA","""
            + $"\"Signature\":\"{signature}\"}}");
    }

    [Fact]
    public void More_than_8000_bytes_are_not_sent()
    {
        var fixedBytes = AbcEnvelope.Write("{}", bench.Account)!.Length - 2;
        var most = new string('x', AbcEnvelope.RequestBytesMax - fixedBytes);

        AbcEnvelope.Write(most, bench.Account)!.Length.ShouldBe(8_000);
        AbcEnvelope.Write(most + "x", bench.Account).ShouldBeNull();
    }

    [Fact]
    public void Every_truncation_of_an_answer_is_no_answer()
    {
        var body = Said.Page().AsSpan().TrimEnd("\r\n"u8).ToArray();
        for (var length = 0; length < body.Length; length++)
        {
            AbcAnswer.Read(body.AsMemory(0, length), bench.Account).Answer.ShouldBeNull();
        }

        AbcAnswer.Read(body, bench.Account).Answer.ShouldNotBeNull();
    }

    [Fact]
    public void A_flip_of_any_byte_of_the_message_is_a_wrong_signature()
    {
        var body = Said.Page();
        var envelope = AbcEnvelope.Cut(body).ShouldNotBeNull();
        var start = "{\"MSG\":{\"Message\":".Length;
        for (var i = start; i < start + envelope.Signed.Length; i++)
        {
            var flipped = body.ToArray();
            flipped[i] ^= 1;
            AbcAnswer.Read(flipped, bench.Account).Answer.ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("SHA1withRSA", "SHA256withRSA")]
    [InlineData("SHA1withRSA", "MD5withRSA")]
    [InlineData("SHA1withRSA", "")]
    [InlineData("\"Signature-Algorithm\"", "\"signature-algorithm\"")]
    [InlineData("\"Signature\":", "\"Sign\":")]
    [InlineData("\"Message\":", "\"message\":")]
    [InlineData("\"}}", "\"}}}")]
    [InlineData("\"}}", "\"}}x")]
    [InlineData("\"}}", "\",\"x\":\"y\"}}")]
    public void Another_envelope_is_no_answer(string what, string by)
    {
        var body = AbcVectors.Gbk.GetString(Said.Page())
            .Replace(what, by, StringComparison.Ordinal);

        AbcAnswer.Read(Said.Raw(body), bench.Account).Answer.ShouldBeNull();
    }

    [Fact]
    public void An_answer_by_another_key_or_digest_is_refused()
    {
        var message = Said.Flat(Said.PageFields());

        foreach (var body in (byte[][])[
            Said.Signed(message, AbcVectors.Merchant),
            Said.Signed(message, hash: HashAlgorithmName.SHA256),
            Said.Signed(message, hash: HashAlgorithmName.MD5)])
        {
            AbcAnswer.Read(body, bench.Account).Reason
                .ShouldBe("the answer's signature is wrong");
        }
    }

    [Theory]
    [InlineData("{\"a\":\"b\"}", "the answer is for another merchant")]
    [InlineData("[]", "the answer is signed, but cannot be read")]
    [InlineData("x", "the answer is signed, but cannot be read")]
    [InlineData("{\"a\":\"b\",\"a\":\"c\"}", "the answer is signed, but cannot be read")]
    [InlineData("{\"a\":\"b\",\"TrxResponse\":{\"a\":\"c\"}}",
        "the answer is signed, but cannot be read")]
    [InlineData("{\"TrxResponse\":[]}", "the answer is signed, but cannot be read")]
    [InlineData("{\"Merchant\":{\"MerchantID\":103880000000001}}",
        "the answer is for another merchant")]
    public void A_signed_answer_that_says_nothing_clear_is_trouble(string message, string reason)
        => AbcAnswer.Read(Said.Signed(message), bench.Account).Reason.ShouldBe(reason);

    [Fact]
    public void An_answer_for_another_merchant_is_trouble()
    {
        var body = Said.Signed(Said.Flat(Said.PageFields(), merchant: "103880000000002"));

        AbcAnswer.Read(body, bench.Account).Reason.ShouldBe("the answer is for another merchant");
    }

    [Fact]
    public void Nesting_has_a_limit()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", AbcAnswer.DepthMax + 1)) + "1"
            + new string('}', AbcAnswer.DepthMax + 1);

        AbcAnswer.Read(Said.Signed(deep), bench.Account).Reason
            .ShouldBe("the answer is signed, but cannot be read");
    }
}
