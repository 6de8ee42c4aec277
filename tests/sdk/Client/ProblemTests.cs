namespace PayFunctions.Tests.Sdk.Client;

public sealed class ProblemTests : IAsyncLifetime
{
    private LoopbackGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await LoopbackGateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task A_refusal_is_a_value_with_the_gateways_words()
    {
        (_gateway.Status, _gateway.ContentType) = (404, "application/problem+json; charset=utf-8");
        _gateway.Answer = Answers.NotFound;

        var result = await QueryAsync();

        result.IsAnswered.ShouldBeFalse();
        result.Problem.ShouldBe(new PayProblem
        {
            Code = "ORDER_NOT_FOUND",
            Detail = "Check the number.",
            Status = 404,
            RequestId = "r-4",
        });
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("999999999", 3600)]
    [InlineData("Fri, 02 Jan 2026 04:04:35 GMT", 30)]
    [InlineData("Fri, 02 Jan 2026 04:00:00 GMT", 0)]
    [InlineData("soon", null)]
    public async Task Trouble_in_the_gateway_says_when_to_come_again(string header, int? seconds)
    {
        (_gateway.Status, _gateway.ContentType) = (503, "application/problem+json");
        _gateway.Answer = """{"code":"TRY_AGAIN","title":"Busy"}""";
        _gateway.Headers["Retry-After"] = header;
        _gateway.Headers["X-Request-Id"] = "r-5";

        var problem = (await QueryAsync()).Problem.ShouldNotBeNull();

        problem.Code.ShouldBe("TRY_AGAIN");
        problem.Detail.ShouldBe("Busy");
        problem.RequestId.ShouldBe("r-5");
        problem.RetryAfter.ShouldBe(seconds is { } some ? TimeSpan.FromSeconds(some) : null);
        problem.IsOutcomeUnknown.ShouldBeTrue();
    }

    [Theory]
    [InlineData(200, "text/html", "<html>", true)]
    [InlineData(200, "application/json", "{", true)]
    [InlineData(200, "application/json", "null", true)]
    [InlineData(200, "application/json", "{}", true)]
    [InlineData(200, "application/json", "[1]", true)]
    [InlineData(204, "application/json", "", true)]
    [InlineData(302, "text/html", "", false)]
    [InlineData(401, "text/plain", "no", false)]
    [InlineData(404, "application/problem+json", "{}", false)]
    [InlineData(502, "text/html", "<html>", true)]
    public async Task An_answer_that_is_not_the_gateways_is_named(
        int status, string type, string body, bool unknown)
    {
        (_gateway.Status, _gateway.ContentType) = (status, type);
        _gateway.Answer = body;
        _gateway.Headers["Location"] = "https://elsewhere.example.com/";

        var problem = (await QueryAsync()).Problem.ShouldNotBeNull();

        problem.Code.ShouldBe(PayProblemCodes.AnswerMalformed);
        problem.Status.ShouldBe(status);
        problem.IsOutcomeUnknown.ShouldBe(unknown);
    }

    [Theory]
    [InlineData("\"trade_state\":\"SUCCESS\"", "\"trade_state\":1")]
    [InlineData("\"total_fee\":100", "\"total_fee\":1.5")]
    [InlineData("\"total_fee\":100", "\"total_fee\":\"100\"")]
    [InlineData("\"total_fee\":100", "\"total_fee\":100,\"total_fee\":1")]
    [InlineData("\"subject\":\"茶\"", "\"subject\":null")]
    [InlineData("\"time_created\":\"2026", "\"time_created\":\"yesterday 2026")]
    public async Task An_answer_with_a_wrong_member_is_not_read(string right, string wrong)
    {
        _gateway.Answer = Answers.Paid.Replace(right, wrong, StringComparison.Ordinal);

        (await QueryAsync()).Problem!.Code.ShouldBe(PayProblemCodes.AnswerMalformed);
    }

    [Fact]
    public async Task A_state_that_a_later_gateway_knows_is_no_success()
    {
        _gateway.Answer = Answers.Paid.Replace("SUCCESS", "MELTED", StringComparison.Ordinal);

        var order = (await QueryAsync()).Value.ShouldNotBeNull();

        order.TradeState.ShouldBe(TradeState.Unrecognised);
        order.IsPaySuccessful().ShouldBeFalse();
    }

    [Fact]
    public async Task A_wrong_key_is_refused_by_the_gateway()
    {
        var options = A.Options(one =>
        {
            one.Environment = PayEnvironment.Sandbox(_gateway.Address);
            one.Signer = SigningKey.FromPem(Vectors.GatewayKey);
        });
        using var http = new HttpClient(PayClient.CreateHandler());
        var client = new PayClient(http, options, new ManualTimeProvider(Vectors.Noon));

        var result = await client.QueryAsync(OrderQueryRequest.ByOutTradeNo("T-1"));

        result.Problem!.Code.ShouldBe("SIGNATURE_INVALID");
    }

    private Task<PayResult<OrderQueryResponse>> QueryAsync()
        => _gateway.Client().QueryAsync(OrderQueryRequest.ByOutTradeNo("T-1"));
}
