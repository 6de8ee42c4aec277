using System.Net;
using System.Text;
using PayFunctions.Channels.WeChatPay;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Channels.WeChatPay;

public sealed class WeChatPayVerificationTests
{
    public static TheoryData<string> Answers => WeChatPayVectors.Names(WeChatPayVectors.Responses);

    public static TheoryData<string> Errors
        => [.. WeChatPayVectors.Names(WeChatPayVectors.Responses, "errors")
            .Select(static row => row.Data)
            .Where(static name => !name.StartsWith("bill file", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_is_judged_as_the_vector_says(string name)
    {
        var vector = WeChatPayVectors.Named(WeChatPayVectors.Responses, name);
        var keys = WeChatPayVectors.KeyRing(vector.TryGetProperty("keyring", out var ring)
            ? ring
            : WeChatPayVectors.Responses.GetProperty("default_keyring"));

        var (answer, verdict) = WeChatPayAnswer.Read(
            new WireAnswer(
                (HttpStatusCode)vector.GetProperty("status").GetInt32(), null,
                Encoding.UTF8.GetBytes(vector.Text("body")), vector.Headers()),
            keys, vector.Now());

        verdict.ShouldBe(vector.GetProperty("expected").Text("reason") switch
        {
            "ok" => WeChatPayVerdict.Verified,
            "bad_signature" => WeChatPayVerdict.Wrong,
            "unknown_serial" => WeChatPayVerdict.SerialUnknown,
            "expired" => WeChatPayVerdict.NotInTime,
            "missing_headers" => WeChatPayVerdict.HeadersMissing,
            "unsupported_type" => WeChatPayVerdict.TypeUnknown,

            // Exactly 300 seconds are left to us: they are in time.
            _ => WeChatPayVerdict.Verified,
        });
        (answer is not null).ShouldBe(verdict == WeChatPayVerdict.Verified);
        answer?.IsOk.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void An_error_means_what_the_vector_says(string name)
    {
        var vector = WeChatPayVectors.Named(WeChatPayVectors.Responses, name, "errors");

        var (answer, verdict) = WeChatPayAnswer.Read(
            new WireAnswer(
                (HttpStatusCode)vector.GetProperty("status").GetInt32(), null,
                Encoding.UTF8.GetBytes(vector.Text("body")), vector.Headers()),
            WeChatPayVectors.KeyRing(
                WeChatPayVectors.Responses.GetProperty("default_keyring")),
            A.Now);

        verdict.ShouldBe(WeChatPayVerdict.Verified);
        ClassOf(answer.ShouldNotBeNull().Meaning)
            .ShouldBe(vector.GetProperty("expected").Text("class"));
    }

    [Fact]
    public void An_error_that_is_signed_must_be_signed_well()
    {
        const string body = """{"code":"ORDER_NOT_EXIST"}""";
        var good = Signed.Headers(body, A.Now);
        var bad = Signed.Headers(body, A.Now, WeChatPayVectors.Stranger);

        Read(body, good).Verdict.ShouldBe(WeChatPayVerdict.Verified);
        Read(body, bad).Verdict.ShouldBe(WeChatPayVerdict.Wrong);
        bad.Remove("Wechatpay-Signature");
        Read(body, bad).Verdict.ShouldBe(WeChatPayVerdict.HeadersMissing);
    }

    [Theory]
    [InlineData("Wechatpay-Nonce")]
    [InlineData("Wechatpay-Serial")]
    [InlineData("Wechatpay-Signature")]
    [InlineData("Wechatpay-Timestamp")]
    public void A_header_that_comes_twice_is_none(string name)
    {
        const string body = "{}";
        var headers = Signed.Headers(body, A.Now);

        var doubled = WireHeaders.Of([.. headers, new(name, headers[name])]);

        WeChatPaySignature.Verify(Keys, doubled, "{}"u8, A.Now)
            .ShouldBe(WeChatPayVerdict.HeadersMissing);
    }

    [Theory]
    [InlineData("-1767294245")]
    [InlineData("+1767294245")]
    [InlineData(" 1767294245")]
    [InlineData("1767294245.0")]
    [InlineData("99999999999999999999")]
    [InlineData("")]
    public void A_timestamp_is_digits(string timestamp)
    {
        var headers = Signed.Headers("{}", A.Now);
        headers["Wechatpay-Timestamp"] = timestamp;

        WeChatPaySignature.Verify(Keys, WireHeaders.Of(headers), "{}"u8, A.Now)
            .ShouldBe(WeChatPayVerdict.HeadersMissing);
    }

    [Fact]
    public void The_largest_timestamp_is_just_not_in_time()
    {
        var headers = Signed.Headers("{}", A.Now);
        headers["Wechatpay-Timestamp"] = "9223372036854775807";

        WeChatPaySignature.Verify(Keys, WireHeaders.Of(headers), "{}"u8, A.Now)
            .ShouldBe(WeChatPayVerdict.NotInTime);
    }

    private static WeChatPayKeys Keys
        => WeChatPayVectors.KeyRing(WeChatPayVectors.Responses.GetProperty("default_keyring"));

    private static (WeChatPayAnswer? Answer, WeChatPayVerdict Verdict) Read(
        string body, Dictionary<string, string> headers)
        => WeChatPayAnswer.Read(
            new WireAnswer(
                HttpStatusCode.NotFound, null, Encoding.UTF8.GetBytes(body),
                WireHeaders.Of(headers)),
            Keys, A.Now);

    private static string ClassOf(WeChatPayMeaning meaning) => meaning switch
    {
        WeChatPayMeaning.Misconfigured => "refused_configuration",
        WeChatPayMeaning.Refused or WeChatPayMeaning.NumberUsed => "refused",
        WeChatPayMeaning.NoOrder or WeChatPayMeaning.NoResource => "not_found",
        WeChatPayMeaning.NotEnough => "refused_retry_later",
        WeChatPayMeaning.Unknown => "unknown",
        _ => meaning.ToString(),
    };
}
