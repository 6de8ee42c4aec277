using System.Text;

namespace PayFunctions.Tests.Sdk.Responses;

public class ReturnTests
{
    private static readonly string Query
        = Vectors.Case("returns.json", "a paid order")["query"]!.GetValue<string>();

    [Fact]
    public void A_return_is_read_beside_the_merchants_own_parameters()
    {
        var verification = Verify(Query);

        verification.Verdict.ShouldBe(PayVerdict.Genuine);
        verification.Response!.OutTradeNo.ShouldBe("T-2026_0001");
        verification.Response.IsPaySuccessful().ShouldBeTrue();
        verification.Response.Parameters.ContainsKey("order").ShouldBeFalse();
    }

    [Fact]
    public void A_parameter_of_the_gateways_that_comes_twice_is_refused()
    {
        Verify(Query + "&total_fee=1").Verdict.ShouldBe(PayVerdict.DuplicateParameter);
        Verify(Query + "&%74otal_fee=1").Verdict.ShouldBe(PayVerdict.DuplicateParameter);
    }

    [Fact]
    public void A_changed_return_is_refused()
        => Verify(Query.Replace("SUCCESS", "REFUND", StringComparison.Ordinal))
            .Verdict.ShouldBe(PayVerdict.SignatureInvalid);

    [Fact]
    public void A_query_of_the_merchants_alone_is_not_signed()
        => Verify("?order=7").Verdict.ShouldBe(PayVerdict.SignatureMissing);

    [Fact]
    public void A_reload_after_five_minutes_is_stale()
        => PayResponse.VerifyReturn(
            Encoding.ASCII.GetBytes(Query), "app_1", A.GatewayKeys, Vectors.Noon.AddMinutes(6))
            .Verdict.ShouldBe(PayVerdict.Stale);

    [Fact]
    public async Task The_verifier_reads_a_return_with_its_own_keys()
    {
        using var keys = new GatewayKeys(A.GatewayKeys);
        var verifier = new PayVerifier(A.Options(), keys, new ManualTimeProvider(Vectors.Noon));

        var verification = await verifier.VerifyReturnAsync(
            Query, TestContext.Current.CancellationToken);

        verification.IsGenuine.ShouldBeTrue();
    }

    [Fact]
    public async Task No_query_at_all_is_refused()
    {
        using var keys = new GatewayKeys(A.GatewayKeys);
        var verifier = new PayVerifier(A.Options(), keys, new ManualTimeProvider(Vectors.Noon));

        var verification = await verifier.VerifyReturnAsync(
            null, TestContext.Current.CancellationToken);

        verification.Verdict.ShouldBe(PayVerdict.SignatureMissing);
    }

    private static PayVerification<PayReturn> Verify(string query)
        => PayResponse.VerifyReturn(
            Encoding.ASCII.GetBytes(query), "app_1", A.GatewayKeys, Vectors.Noon);
}
