using System.Diagnostics;

namespace PayFunctions.Tests.MerchantApi;

public sealed class TroubleTests
{
    private readonly TestGateway gateway = new();

    [Theory]
    [InlineData("GET", "/v1/payments/{id}")]
    [InlineData("GET", "/v1/payments?out_trade_no=A-1")]
    [InlineData("POST", "/v1/payments/{id}/close")]
    [InlineData("GET", "/v1/notifications/{id}000003")]
    [InlineData("POST", "/v1/notifications/{id}000003/resend")]
    public async Task While_orders_cannot_be_read_a_call_may_be_repeated(
        string method, string target)
    {
        var order = await gateway.PayOrderAsync();
        gateway.OrderTrouble.IsDown = true;

        var answer = await gateway.SendAsync(new MerchantRequest(
            method, target.Replace("{id}", order.Id.Value, StringComparison.Ordinal)));

        ShouldSayTryAgain(answer);
    }

    [Fact]
    public async Task While_orders_cannot_be_written_a_creation_may_be_repeated()
    {
        gateway.OrderTrouble.RefusesCommits = true;
        var request = MerchantRequest.Create(PaymentBody.Json());

        var down = await gateway.SendAsync(request);
        gateway.OrderTrouble.RefusesCommits = false;
        var up = await gateway.SendAsync(request);

        ShouldSayTryAgain(down);
        up.Status.ShouldBe(201);
    }

    [Fact]
    public async Task While_registrations_cannot_be_read_nobody_is_called_unknown()
    {
        gateway.Applications.IsDown = true;

        var answer = await gateway.SendAsync(MerchantRequest.Create(PaymentBody.Json()));

        ShouldSayTryAgain(answer);
    }

    [Fact]
    public async Task While_the_vault_is_closed_its_keys_may_be_asked_for_again()
    {
        gateway.Keys.IsDown = true;

        var answer = await gateway.SendAsync("GET", "/.well-known/jwks.json");

        ShouldSayTryAgain(answer);
    }

    [Fact]
    public async Task A_problem_carries_its_request_id_twice_and_leads_nowhere()
    {
        var answer = await gateway.SendAsync(MerchantRequest.Get("/v1/payments"));

        answer.Headers.ContentType.ToString().ShouldBe("application/problem+json");
        answer.Headers["X-Request-Id"].ToString().ShouldBe(TestRequest.Id);
        answer.Text.ShouldBe(
            "{\"type\":\"about:blank\",\"title\":\"PARAMETER_MISSING\",\"status\":400,"
            + "\"code\":\"PARAMETER_MISSING\",\"detail\":\"out_trade_no: Add the parameter.\","
            + "\"request_id\":\"request-1\"}");
    }

    [Fact]
    public async Task Inside_a_trace_the_request_id_is_the_trace_id()
    {
        using var activity = new Activity("call").Start();

        var answer = await gateway.SendAsync(MerchantRequest.Get("/v1/payments"));

        answer["request_id"].ShouldBe(activity.TraceId.ToHexString());
    }

    [Fact]
    public async Task No_signature_and_no_content_is_logged()
    {
        var request = MerchantRequest.Create(PaymentBody.Json(("attach", "\"secret-7\"")));

        await gateway.SendAsync(request with { By = TestMerchant.Other, AppId = "shop" });
        await gateway.SendAsync(request with { ContentType = "text/plain" });

        var log = string.Join('\n', gateway.Log.Lines);
        log.ShouldContain("SignatureInvalid");
        log.ShouldNotContain("secret-7");
        log.ShouldNotContain("signature=");
    }

    private static void ShouldSayTryAgain(Answer answer)
    {
        answer.Status.ShouldBe(503);
        answer.Code.ShouldBe("TRY_AGAIN");
        answer.Headers.RetryAfter.ToString().ShouldBe("2");
        answer["request_id"].ShouldBe(TestRequest.Id);
    }
}
