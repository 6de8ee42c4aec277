namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Gives money back: accepted is not done.</summary>
internal sealed class GiveBack(
    TradeBook book, RefundPlan plan, RefundTeller teller, WeChatPaySimulatorOptions options)
    : IOperation
{
    /// <summary>The fault of a merchant whose balance does not suffice.</summary>
    public const string NoMoney = "not_enough";

    /// <summary>The path of refunds, for providers too.</summary>
    public const string RefundsPath = "/v3/refund/domestic/refunds";

    /// <inheritdoc/>
    public string Name => "refund";

    /// <inheritdoc/>
    public string Method => HttpMethods.Post;

    /// <inheritdoc/>
    public string Path => RefundsPath;

    /// <inheritdoc/>
    public bool IsOfTransactions => false;

    /// <inheritdoc/>
    public IReadOnlyList<Field> Fields(bool isPartner)
        => RefundFields.Of(options.AllowsPlainNotifyUrl);

    /// <inheritdoc/>
    public ApiAnswer Answer(ApiCall call)
    {
        var (party, error) = call.PartyOf(call.Body.TextAt("sub_mchid"));
        var (ours, theirs) = (
            call.Body.TextAt("transaction_id"), call.Body.TextAt("out_trade_no"));
        if (error is null && ours.Length == 0 == (theirs.Length == 0))
        {
            error = ApiError.Parameter("/out_trade_no", theirs, "二选一");
        }

        if (error is not null)
        {
            return ApiAnswer.Of(error);
        }

        var trade = ours.Length > 0 ? book.FindById(party, ours) : book.Find(party, theirs);
        var number = call.Body.TextAt("out_refund_no");
        var known = book.FindRefund(party, number);
        return trade is null ? ApiAnswer.Of(ApiError.NoResource)
            : known is { } other && !IsSame(other.Trade, trade)
                ? ApiAnswer.Of(ApiError.OtherValues)
            : known is null && call.Met.Meets(NoMoney) ? ApiAnswer.Of(ApiError.NotEnough)
            : Take(call, trade, number);
    }

    private static bool IsSame(Trade one, Trade other)
        => string.Equals(
            one.Order.OutTradeNo, other.Order.OutTradeNo, StringComparison.Ordinal);

    private ApiAnswer Take(ApiCall call, Trade trade, string number)
    {
        var move = book.Change(trade, (known, _) => RefundRules.Refund(
            known, Wanted(call, number), call.Body.NumberAt("amount", "total") ?? 0,
            options.RefundGap, () => plan.Take(trade.Order.OutTradeNo)));
        if (move is not { Error: null, Trade: { } after })
        {
            return ApiAnswer.Of(move.Error ?? ApiError.NoResource);
        }

        var refund = after.Refunds.Find(r => string.Equals(
            r.OutRefundNo, number, StringComparison.Ordinal))!;
        if (move.Moved)
        {
            teller.Await(refund, trade.Order.Party);
        }

        return ApiAnswer.Ok(RefundView.Of(after, refund));
    }

    private Refund Wanted(ApiCall call, string number)
        => new(
            number, book.Numbers.RefundId(call.Now), call.Body.NumberAt("amount", "refund") ?? 0,
            call.Body.TextAt("reason"), call.Body.TextAt("notify_url"), TradeNumbers.NotifyId(),
            call.Now, call.Now + options.RefundTime, RefundStatus.Success);
}
