namespace PayFunctions.Sdk;

/// <summary>
/// One charge until its outcome is known: charge, ask, cancel. Runs once. Whatever happens on the
/// way, an outcome that the gateway knows is returned, and one that nobody knows is called so.
/// </summary>
internal sealed class ChargeWait(PayClient client, BarcodeRequest request, TimeProvider clock)
{
    /// <summary>The gateway asks the channel at most once in five seconds for an order.</summary>
    public static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(3);

    public static readonly TimeSpan LimitMin = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan LimitMax = TimeSpan.FromMinutes(10);

    /// <summary>A gateway that asks for more quiet than this is asked all the same.</summary>
    public static readonly TimeSpan PauseMax = TimeSpan.FromSeconds(10);

    /// <summary>How often a cancel is tried.</summary>
    public const int CancelsMax = 5;

    private OrderQueryResponse? _seen;
    private PayProblem? _trouble;
    private TimeSpan? _quiet;
    private bool _mayBeCharged;
    private bool _isRefused;

    public async Task<PayResult<OrderQueryResponse>> RunAsync(
        TimeSpan limit, CancellationToken cancellation)
    {
        var until = clock.GetUtcNow() + limit;
        while (true)
        {
            var step = await StepAsync(cancellation).ConfigureAwait(false);
            if (IsOver(step))
            {
                return step;
            }

            var left = until - clock.GetUtcNow();
            if (left <= TimeSpan.Zero)
            {
                return await CancelAsync(cancellation).ConfigureAwait(false);
            }

            var pause = Pause();
            await Task.Delay(pause < left ? pause : left, clock, cancellation)
                .ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Until the order is seen the charge itself is repeated: it may never have arrived, and the
    /// same code is charged once. After a refusal only a question can tell what the first try did.
    /// </summary>
    private async Task<PayResult<OrderQueryResponse>> StepAsync(CancellationToken cancellation)
    {
        if (_seen is not null || _isRefused)
        {
            return await QueryAsync(cancellation).ConfigureAwait(false);
        }

        var charged = await TryAsync(client.ChargeAsync(request, cancellation))
            .ConfigureAwait(false);
        _isRefused = charged.Problem is { IsOutcomeUnknown: false };
        return charged;
    }

    private bool IsOver(PayResult<OrderQueryResponse> step)
    {
        if (IsDecided(step) || (_isRefused && !_mayBeCharged))
        {
            return true;
        }

        _mayBeCharged = true;
        return false;
    }

    private async Task<PayResult<OrderQueryResponse>> CancelAsync(CancellationToken cancellation)
    {
        for (var cancels = 0; cancels < CancelsMax; cancels++)
        {
            if (cancels > 0)
            {
                await Task.Delay(Pause(), clock, cancellation).ConfigureAwait(false);
            }

            var isFinal = false;
            if (_seen is { TransactionId: var id })
            {
                var cancelled = await TryAsync(client.CancelAsync(id, cancellation))
                    .ConfigureAwait(false);
                if (IsDecided(cancelled))
                {
                    return cancelled;
                }

                isFinal = cancelled.Problem is { IsOutcomeUnknown: false };
            }

            // A cancel is refused because the order is decided, or because its channel cannot.
            var asked = await QueryAsync(cancellation).ConfigureAwait(false);
            if (IsDecided(asked))
            {
                return asked;
            }

            if (isFinal && asked.IsAnswered)
            {
                break;
            }
        }

        return new(Undecided());
    }

    private Task<PayResult<OrderQueryResponse>> QueryAsync(CancellationToken cancellation)
        => TryAsync(client.QueryAsync(
            OrderQueryRequest.ByOutTradeNo(request.OutTradeNo!), cancellation));

    /// <summary>A key that fails half-way must not hide that the payer may be charged.</summary>
    private async Task<PayResult<OrderQueryResponse>> TryAsync(
        Task<PayResult<OrderQueryResponse>> calling)
    {
        try
        {
            var result = await calling.ConfigureAwait(false);
            _seen = result.Value ?? _seen;
            _trouble = result.Problem ?? _trouble;
            _quiet = result.Problem?.RetryAfter;
            return result;
        }
        catch (RequestSigningException problem) when (_mayBeCharged)
        {
            _trouble = PayAnswer.NoAnswer(PayProblemCodes.Undecided, problem.Message);
            return new(_trouble);
        }
    }

    private TimeSpan Pause()
    {
        var wanted = _quiet ?? TimeSpan.Zero;
        return wanted < AskEvery ? AskEvery : wanted > PauseMax ? PauseMax : wanted;
    }

    private PayProblem Undecided()
        => new()
        {
            Code = PayProblemCodes.Undecided,
            Detail = "The payment is not decided, and neither is its cancel: query the order "
                + "before anything is shipped or charged again."
                + (_trouble is { } last ? $" The last trouble was {last.Code}: {last.Detail}" : ""),
            Status = _trouble?.Status ?? 0,
            RequestId = _trouble?.RequestId ?? _seen?.RequestId,
            IsOutcomeUnknown = true,
        };

    /// <summary>A word that is not known decides nothing.</summary>
    private static bool IsDecided(PayResult<OrderQueryResponse> result)
        => result.Value?.TradeState is TradeState.Success or TradeState.Refund
            or TradeState.Closed or TradeState.Revoked or TradeState.PayError;
}
