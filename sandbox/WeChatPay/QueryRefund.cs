namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Asks about a refund.</summary>
internal sealed class QueryRefund(TradeBook book) : IOperation
{
    private const string Number = "number";

    /// <inheritdoc/>
    public string Name => "refund_query";

    /// <inheritdoc/>
    public string Method => HttpMethods.Get;

    /// <inheritdoc/>
    public string Path => $"{GiveBack.RefundsPath}/{{{Number}}}";

    /// <inheritdoc/>
    public bool IsOfTransactions => false;

    /// <inheritdoc/>
    public ApiAnswer Answer(ApiCall call)
    {
        var (party, error) = call.PartyOf(call.Query("sub_mchid"));
        return error is not null ? ApiAnswer.Of(error)
            : book.FindRefund(party, call.Route(Number)) is { } found
                ? ApiAnswer.Ok(RefundView.Of(found.Trade, found.Refund))
            : ApiAnswer.Of(ApiError.NoResource);
    }
}
