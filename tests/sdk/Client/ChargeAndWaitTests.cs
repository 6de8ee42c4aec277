namespace PayFunctions.Tests.Sdk.Client;

public sealed class ChargeAndWaitTests : IAsyncLifetime
{
    private const string Charge = "POST /v1/payments/barcode";
    private const string Query = "GET /v1/payments?out_trade_no=T-2026_0001";
    private const string Cancel = "POST /v1/payments/5Z7K2M9QW3E8R1T6Y4V0B2N8C7/cancel";

    private static readonly TimeSpan HangsAfter = TimeSpan.FromSeconds(60);

    private readonly ManualTimeProvider _clock = new(Vectors.Noon);
    private LoopbackGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await LoopbackGateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [InlineData("SUCCESS", TradeState.Success)]
    [InlineData("REFUND", TradeState.Refund)]
    [InlineData("PAYERROR", TradeState.PayError)]
    [InlineData("CLOSED", TradeState.Closed)]
    [InlineData("REVOKED", TradeState.Revoked)]
    public async Task What_is_decided_at_once_is_returned_at_once(string word, TradeState state)
    {
        Answer(Reply.Order(word));

        var result = await RunAsync(seconds: 30);

        result.Value!.TradeState.ShouldBe(state);
        Called(Charge);
    }

    [Fact]
    public async Task What_is_undecided_is_asked_about_every_three_seconds()
    {
        Answer(Paying, Paying, Reply.Order("SUCCESS"));

        var result = await RunAsync(seconds: 30, pauses: [3, 3]);

        result.Value!.IsPaySuccessful().ShouldBeTrue();
        Called(Charge, Query, Query);
    }

    [Fact]
    public async Task What_is_undecided_for_too_long_is_cancelled()
    {
        Answer(Paying, Paying, Paying, Paying, Reply.Order("REVOKED"));

        var result = await RunAsync(seconds: 7, pauses: [3, 3, 1]);

        result.Value!.TradeState.ShouldBe(TradeState.Revoked);
        Called(Charge, Query, Query, Query, Cancel);
    }

    [Fact]
    public async Task A_payer_who_is_quicker_than_the_cancel_has_paid()
    {
        Answer(Paying, Paying, Reply.Problem(409, "ORDER_PAID"), Reply.Order("SUCCESS"));

        var result = await RunAsync(seconds: 3, pauses: [3]);

        result.Value!.IsPaySuccessful().ShouldBeTrue();
        Called(Charge, Query, Cancel, Query);
    }

    [Fact]
    public async Task A_word_that_a_later_gateway_knows_decides_nothing()
    {
        var melted = Reply.Order("MELTED");
        Answer(melted, melted, Reply.Problem(409, "ORDER_PAID"), Reply.Order("SUCCESS"));

        var result = await RunAsync(seconds: 3, pauses: [3]);

        result.Value!.IsPaySuccessful().ShouldBeTrue();
    }

    [Fact]
    public async Task A_charge_whose_answer_was_lost_is_sent_again_as_it_was()
    {
        Answer(Reply.Lost, Reply.Problem(503, "TRY_AGAIN"), Paying, Reply.Order("SUCCESS"));

        var result = await RunAsync(seconds: 30, pauses: [3, 3, 3]);

        result.Value!.IsPaySuccessful().ShouldBeTrue();
        Called(Charge, Charge, Charge, Query);
        _gateway.Calls.Take(3).Select(call => call.Body).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_of_the_first_try_charges_nobody_and_is_returned()
    {
        Answer(Reply.Problem(400, "AUTH_CODE_INVALID"));

        var result = await RunAsync(seconds: 30);

        result.Problem!.Code.ShouldBe(PayProblemCodes.AuthCodeInvalid);
        Called(Charge);
    }

    [Fact]
    public async Task A_refusal_after_a_lost_answer_does_not_hide_what_the_first_try_did()
    {
        Answer(Reply.Lost, Reply.Problem(409, "ORDER_PAID"), Reply.Order("SUCCESS"));

        var result = await RunAsync(seconds: 30, pauses: [3, 3]);

        result.Value!.IsPaySuccessful().ShouldBeTrue();
        Called(Charge, Charge, Query);
    }

    [Fact]
    public async Task An_order_that_only_the_last_question_finds_is_cancelled()
    {
        Answer(
            Reply.Lost, Reply.Lost, Paying, Reply.Order("REVOKED"));

        var result = await RunAsync(seconds: 3, pauses: [3, 3]);

        result.Value!.TradeState.ShouldBe(TradeState.Revoked);
        Called(Charge, Charge, Query, Cancel);
    }

    [Fact]
    public async Task A_cancel_that_is_left_open_is_repeated()
    {
        var undecided = Reply.Problem(503, "CHANNEL_UNDECIDED");
        Answer(Paying, Paying, undecided, Paying, Reply.Lost, Paying, Reply.Order("REVOKED"));

        var result = await RunAsync(seconds: 3, pauses: [3, 3, 3]);

        result.Value!.TradeState.ShouldBe(TradeState.Revoked);
        Called(Charge, Query, Cancel, Query, Cancel, Query, Cancel);
    }

    [Fact]
    public async Task An_outcome_that_nobody_knows_is_called_so_and_never_a_failure()
    {
        Answer(Paying);
        (_gateway.Status, _gateway.ContentType) = (503, "application/problem+json");
        _gateway.Answer = Reply.Problem(503, "CHANNEL_UNDECIDED").Answer;

        var result = await RunAsync(seconds: 3, pauses: [3, 3, 3, 3, 3]);

        var problem = result.Problem.ShouldNotBeNull();
        problem.Code.ShouldBe(PayProblemCodes.Undecided);
        problem.IsOutcomeUnknown.ShouldBeTrue();
        problem.Detail.ShouldContain("CHANNEL_UNDECIDED: Do this.");
        (problem.Status, problem.RequestId).ShouldBe((503, "r-9"));
        _gateway.Calls.Count(call => call.Target.EndsWith("/cancel", StringComparison.Ordinal))
            .ShouldBe(5);
    }

    [Fact]
    public async Task A_channel_that_cannot_cancel_is_asked_once()
    {
        Answer(Paying, Paying, Reply.Problem(409, "CAPABILITY_UNSUPPORTED"), Paying);

        var result = await RunAsync(seconds: 3, pauses: [3]);

        result.Problem!.Code.ShouldBe(PayProblemCodes.Undecided);
        result.Problem.Detail.ShouldContain("CAPABILITY_UNSUPPORTED");
        Called(Charge, Query, Cancel, Query);
    }

    [Fact]
    public async Task A_charge_that_nobody_heard_of_may_still_arrive()
    {
        Answer(Reply.Lost, Reply.Lost);
        (_gateway.Status, _gateway.ContentType) = (404, "application/problem+json");
        _gateway.Answer = Answers.NotFound;

        var result = await RunAsync(seconds: 3, pauses: [3, 3, 3, 3, 3]);

        result.Problem!.Code.ShouldBe(PayProblemCodes.Undecided);
        result.Problem.Detail.ShouldContain(PayProblemCodes.OrderNotFound);
    }

    [Fact]
    public async Task A_busy_gateway_is_left_alone_for_as_long_as_it_asks_up_to_ten_seconds()
    {
        var busy = Reply.Problem(503, "TRY_AGAIN");
        Answer(busy with { RetryAfter = "5" }, busy with { RetryAfter = "600" }, Paying,
            Reply.Order("SUCCESS"));

        var result = await RunAsync(seconds: 60, pauses: [5, 10, 3]);

        result.Value!.IsPaySuccessful().ShouldBeTrue();
    }

    [Fact]
    public async Task A_caller_who_gives_up_gets_a_cancellation_and_cancels_nothing()
    {
        using var giveUp = new CancellationTokenSource();
        Answer(Paying);

        var waiting = _gateway.Client(_clock).ChargeAndWaitAsync(
            A.Barcode(), TimeSpan.FromSeconds(30), giveUp.Token);
        await _clock.WhenDueAsync(Vectors.Noon.AddSeconds(3)).WaitAsync(HangsAfter);
        await giveUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waiting);
        Called(Charge);
    }

    [Fact]
    public async Task A_key_that_fails_half_way_loses_no_outcome()
    {
        Answer(Paying, Reply.Order("SUCCESS"));

        var result = await RunAsync(seconds: 30, pauses: [3, 3], new FailingSigner(failsAt: 2));

        result.Value!.IsPaySuccessful().ShouldBeTrue();
        Called(Charge, Query);
    }

    [Fact]
    public async Task A_key_that_fails_at_the_start_charges_nobody()
    {
        await Should.ThrowAsync<RequestSigningException>(
            () => RunAsync(seconds: 30, pauses: [], new FailingSigner(failsAt: 1)));

        _gateway.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(601)]
    public void A_limit_that_is_none_is_refused(int seconds)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => RunAsync(seconds));

        _gateway.Calls.ShouldBeEmpty();
    }

    private static Reply Paying => Reply.Order("USERPAYING");

    private void Answer(params Reply[] replies)
    {
        foreach (var reply in replies)
        {
            _gateway.Script.Enqueue(reply);
        }
    }

    private void Called(params string[] calls)
        => _gateway.Calls.Select(call => $"{call.Method} {call.Target}").ShouldBe(calls);

    /// <summary>Runs, passing the time of the pauses that are expected.</summary>
    private async Task<PayResult<OrderQueryResponse>> RunAsync(
        int seconds, int[]? pauses = null, IRequestSigner? signer = null)
    {
        var waiting = _gateway.Client(_clock, signer)
            .ChargeAndWaitAsync(A.Barcode(), TimeSpan.FromSeconds(seconds));
        foreach (var pause in pauses ?? [])
        {
            var due = _clock.WhenDueAsync(_clock.GetUtcNow().AddSeconds(pause));
            await Task.WhenAny(waiting, due).WaitAsync(HangsAfter);
            waiting.IsCompleted.ShouldBeFalse();
            _clock.Advance(TimeSpan.FromSeconds(pause));
        }

        return await waiting.WaitAsync(HangsAfter);
    }

    private sealed class FailingSigner(int failsAt) : IRequestSigner
    {
        private readonly SigningKey _key = SigningKey.FromPem(Vectors.MerchantKey);
        private int _calls;

        public ValueTask<byte[]> SignHashAsync(
            ReadOnlyMemory<byte> sha256, CancellationToken cancellation = default)
            => ++_calls == failsAt
                ? throw new RequestSigningException("The vault is closed.")
                : _key.SignHashAsync(sha256, cancellation);
    }
}
