using System.Text;
using PayFunctions.Channels.Alipay;

namespace PayFunctions.Tests.Channels.Alipay;

public sealed class AlipayEnvelopeTests
{
    public static TheoryData<string> Responses => AlipayVectors.Names(AlipayVectors.Responses);

    [Theory]
    [MemberData(nameof(Responses))]
    public void Every_answer_is_cut_and_judged_as_the_vector_says(string name)
    {
        var vector = AlipayVectors.Named(AlipayVectors.Responses, name);
        using var bench = new AlipayBench();

        var envelope = AlipayEnvelope.Cut(vector.Text("body"), vector.Text("root"));
        var reply = AlipayAnswer.Read(
            Encoding.UTF8.GetBytes(vector.Text("body")), vector.Text("root"), bench.Account());

        envelope.ShouldNotBeNull().Signed.ShouldBe(vector.Text("expected_signed_substring"));
        (reply.Answer is not null).ShouldBe(vector.GetProperty("expected_verify").GetBoolean());
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public void Every_answer_with_one_byte_changed_is_refused(string name)
    {
        var vector = AlipayVectors.Named(AlipayVectors.Responses, name);
        using var bench = new AlipayBench();
        var body = Encoding.UTF8.GetBytes(vector.Text("body"));
        var signed = Encoding.UTF8.GetBytes(vector.Text("expected_signed_substring"));
        var start = body.AsSpan().IndexOf(signed);

        for (var i = 0; i < signed.Length; i++)
        {
            var changed = body.ToArray();
            changed[start + i] ^= 1;

            AlipayAnswer.Read(changed, vector.Text("root"), bench.Account())
                .Answer.ShouldBeNull($"byte {i}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("<html>502</html>")]
    [InlineData("""{"r":{"code":"10000"}""")]
    [InlineData("""{"r":{"code":"10000"},"sign":"x"} x""")]
    [InlineData("""{"r":{"code":"10000"},"sign":"x"}{}""")]
    [InlineData("""{"r":{"code":"10000},"sign":"x"}""")]
    [InlineData("""{"r":{"a":"1"},"r":{"a":"2"},"sign":"x"}""")]
    [InlineData("""{"r":{"a":"1"},"\u0072":{"a":"2"},"sign":"x"}""")]
    [InlineData("""{"r":{"a":"1"},"sign":"x","sign":"y"}""")]
    [InlineData("""{"r":{"a":"1"},"error_response":{"a":"2"},"sign":"x"}""")]
    [InlineData("""{"other":{"r":{"a":"1"}},"sign":"x"}""")]
    [InlineData("""{"r":1,"sign":"x"}""")]
    [InlineData("""{"r":{"a":"1"},,"sign":"x"}""")]
    [InlineData("""{"r":{"a":"1"} "sign":"x"}""")]
    [InlineData("""{"r":[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]],"sign":"x"}""")]
    [InlineData("""{"a":{},"b":{},"c":{},"d":{},"e":{},"f":{},"g":{},"h":{},"r":{},"sign":"x"}""")]
    public void What_is_not_one_answer_is_not_cut(string text)
    {
        AlipayEnvelope.Cut(text, "r").ShouldBeNull();
    }

    [Fact]
    public void An_encrypted_answer_is_cut_with_its_quotes()
    {
        var envelope = AlipayEnvelope.Cut("""{"r":"abc=","sign":"s\/s"}""", "r");

        envelope.ShouldBe(new AlipayEnvelope("\"abc=\"", "s/s", IsGatewayError: false));
    }

    [Theory]
    [InlineData("""{"r":{},"alipay_cert_sn":"n","sign":"s"}""")]
    [InlineData("""{"r":{},"sign":"s","alipay_cert_sn":"n"}""")]
    public void The_certificate_is_named_before_or_after_the_signature(string text)
    {
        AlipayEnvelope.Cut(text, "r").ShouldBe(new AlipayEnvelope("{}", "s", false, "n"));
    }

    [Fact]
    public void A_signature_that_is_no_text_is_no_signature()
    {
        AlipayEnvelope.Cut("""{"r":{},"sign":{}}""", "r").ShouldNotBeNull().Sign.ShouldBeNull();
        AlipayEnvelope.Cut("""{"error_response":{}}""", "r")
            .ShouldBe(new AlipayEnvelope("{}", null, IsGatewayError: true));
    }

    [Fact]
    public void After_the_second_try_the_verified_text_is_read_not_the_one_that_came()
    {
        using var bench = new AlipayBench();
        const string verified = """{"code":"10000","note":"a\/b"}""";
        const string came = """{"code":"10000","note":"a\\/b"}""";
        var body = $$"""{"r":{{came}},"sign":"{{Signed.By(AlipayVectors.Gateway, verified)}}"}""";

        var reply = AlipayAnswer.Read(Encoding.UTF8.GetBytes(body), "r", bench.Account());

        reply.Answer.ShouldNotBeNull().Text("note").ShouldBe("a/b");
    }

    [Theory]
    [InlineData("""{"code":"10000","code":"40004"}""")]
    [InlineData("""{"code":"10000",}""")]
    [InlineData("""["10000"]""")]
    [InlineData("\"10000\"")]
    public void What_is_signed_and_cannot_be_read_is_no_answer(string text)
    {
        using var bench = new AlipayBench();
        var body = Signed.Answer("r", text);

        var reply = AlipayAnswer.Read(Encoding.UTF8.GetBytes(body), "r", bench.Account());

        reply.ShouldBe(AlipayReply.Trouble("the answer cannot be read"));
    }
}
