using System.Text;

namespace PayFunctions.Tests.Sdk.Responses;

public class VerdictTests
{
    [Fact]
    public void A_form_without_a_signature_is_SignatureMissing()
    {
        Verdict("a=1&key_id=gw-1"u8).ShouldBe(PayVerdict.SignatureMissing);
        Verdict("a=1&key_id=gw-1&sign="u8).ShouldBe(PayVerdict.SignatureMissing);
        Verdict(Notice.Genuine.Without("key_id").Form()).ShouldBe(PayVerdict.SignatureMissing);
    }

    [Theory]
    [InlineData("order_version=3", "order_version=4")]
    [InlineData("total_fee=100", "total_fee=1")]
    [InlineData("trade_state=SUCCESS", "trade_state=REFUND")]
    [InlineData("attach=", "attacj=")]
    [InlineData("&sign=", "&extra=1&sign=")]
    [InlineData("&sign=", "&sign=AAAA")]
    [InlineData("&sign=", "&sign=%2A")]
    public void Anything_changed_is_SignatureInvalid(string genuine, string changed)
    {
        var form = Encoding.ASCII.GetString(Notice.Genuine.Form())
            .Replace(genuine, changed, StringComparison.Ordinal);

        Verdict(Encoding.ASCII.GetBytes(form)).ShouldBe(PayVerdict.SignatureInvalid);
    }

    [Fact]
    public void A_signature_of_another_key_is_SignatureInvalid()
        => Verdict(Notice.Genuine.SignedBy(Vectors.MerchantKey).Form())
            .ShouldBe(PayVerdict.SignatureInvalid);

    [Fact]
    public void A_huge_signature_is_SignatureInvalid()
    {
        var form = Encoding.ASCII.GetString(Notice.Genuine.Form());
        var start = form.IndexOf("&sign=", StringComparison.Ordinal);

        Verdict(Encoding.ASCII.GetBytes(form[..start] + "&sign=" + new string('A', 4000)))
            .ShouldBe(PayVerdict.SignatureInvalid);
    }

    [Fact]
    public void A_key_that_nobody_knows_is_KeyUnknown()
        => Verdict(Notice.Genuine.With("key_id", "gw-9").Form()).ShouldBe(PayVerdict.KeyUnknown);

    [Fact]
    public void Without_any_key_everything_is_KeyUnknown()
        => PayResponse.Verify(Notice.Genuine.Form(), "app_1", GatewayKeySet.Empty, Vectors.Noon)
            .Verdict.ShouldBe(PayVerdict.KeyUnknown);

    [Theory]
    [InlineData("RSA")]
    [InlineData("rsa2")]
    [InlineData("MD5")]
    [InlineData("none")]
    [InlineData("")]
    public void A_message_that_chooses_its_algorithm_is_AlgorithmNotAllowed(string signType)
        => Verdict(Notice.Genuine.With("sign_type", signType).Form())
            .ShouldBe(PayVerdict.AlgorithmNotAllowed);

    [Fact]
    public void A_message_that_names_no_algorithm_is_AlgorithmNotAllowed()
        => Verdict(Notice.Genuine.Without("sign_type").Form())
            .ShouldBe(PayVerdict.AlgorithmNotAllowed);

    [Theory]
    [InlineData("GBK")]
    [InlineData("")]
    public void Another_charset_is_CharsetNotAllowed(string charset)
        => Verdict(Notice.Genuine.With("charset", charset).Form())
            .ShouldBe(PayVerdict.CharsetNotAllowed);

    [Fact]
    public void A_later_version_is_VersionUnsupported()
        => Verdict(Notice.Genuine.With("version", "2.0").Form())
            .ShouldBe(PayVerdict.VersionUnsupported);

    [Fact]
    public void A_message_for_another_shop_is_WrongApplication()
        => Verdict(Notice.Genuine.With("app_id", "app_2").Form())
            .ShouldBe(PayVerdict.WrongApplication);

    [Theory]
    [InlineData(-301, PayVerdict.Stale)]
    [InlineData(-300, PayVerdict.Genuine)]
    [InlineData(300, PayVerdict.Genuine)]
    [InlineData(301, PayVerdict.Stale)]
    public void A_message_over_300_seconds_away_is_Stale(int seconds, PayVerdict verdict)
        => PayResponse.Verify(
            Notice.Genuine.Form(), "app_1", A.GatewayKeys, Vectors.Noon.AddSeconds(seconds))
            .Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData("&total_fee=100")]
    [InlineData("&%74otal_fee=1")]
    [InlineData("&sign=AAAA")]
    [InlineData("&sign_type=RSA2")]
    [InlineData("&key_id=")]
    public void A_parameter_that_comes_twice_is_DuplicateParameter(string added)
        => Verdict(Notice.Genuine.Form(added)).ShouldBe(PayVerdict.DuplicateParameter);

    [Theory]
    [InlineData("")]
    [InlineData("&")]
    [InlineData("a")]
    [InlineData("=1")]
    [InlineData("a=1&&b=2")]
    [InlineData("a=%")]
    [InlineData("a=%4")]
    [InlineData("a=%+1")]
    [InlineData("a=%zz")]
    [InlineData("a=%C3%28")]
    [InlineData("a[]=1")]
    [InlineData("名=1")]
    public void What_is_not_a_form_is_Malformed(string text)
        => Verdict(Encoding.UTF8.GetBytes(text)).ShouldBe(PayVerdict.Malformed);

    [Theory]
    [InlineData("total_fee", "1.00")]
    [InlineData("total_fee", "-1")]
    [InlineData("total_fee", "99999999999999999999")]
    [InlineData("order_version", "x")]
    [InlineData("timestamp", "now")]
    [InlineData("timestamp", "")]
    [InlineData("notify_time", "2026-01-02T12:04:05Z")]
    [InlineData("notify_time", "0001-01-01 00:00:00")]
    [InlineData("time_end", "yesterday")]
    [InlineData("notify_id", "")]
    [InlineData("transaction_id", "")]
    public void A_field_that_cannot_be_read_is_Malformed(string name, string value)
    {
        var verification = PayResponse.Verify(
            Notice.Genuine.With(name, value).Form(), "app_1", A.GatewayKeys, Vectors.Noon);

        verification.Verdict.ShouldBe(PayVerdict.Malformed);
        verification.Response.ShouldBeNull();
    }

    [Fact]
    public void Too_many_bytes_or_parameters_are_TooLarge()
    {
        var many = string.Join('&', Enumerable.Range(0, 65).Select(one => $"a{one}=1"));

        Verdict(new byte[(64 * 1024) + 1]).ShouldBe(PayVerdict.TooLarge);
        Verdict(Encoding.ASCII.GetBytes(many)).ShouldBe(PayVerdict.TooLarge);
    }

    [Fact]
    public void The_verdict_that_nobody_set_is_a_refusal()
        => default(PayVerdict).ShouldNotBe(PayVerdict.Genuine);

    private static PayVerdict Verdict(ReadOnlySpan<byte> form)
        => PayResponse.Verify(form, "app_1", A.GatewayKeys, Vectors.Noon).Verdict;
}
