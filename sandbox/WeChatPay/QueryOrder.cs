namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Asks about an order, by the merchant's number or by ours.</summary>
/// <param name="book">The trades.</param>
/// <param name="byOurs">By which of the two.</param>
internal sealed class QueryOrder(TradeBook book, bool byOurs) : IOperation
{
    private const string Number = "number";

    private string Tail => byOurs ? $"id/{{{Number}}}" : $"out-trade-no/{{{Number}}}";

    /// <inheritdoc/>
    public string Name => "query";

    /// <inheritdoc/>
    public string Method => HttpMethods.Get;

    /// <inheritdoc/>
    public string Path => $"/v3/pay/transactions/{Tail}";

    /// <inheritdoc/>
    public string PartnerPath => $"/v3/pay/partner/transactions/{Tail}";

    /// <inheritdoc/>
    public ApiAnswer Answer(ApiCall call)
    {
        var (party, error) = call.PartyOfQuery();
        if (error is not null)
        {
            return ApiAnswer.Of(error);
        }

        var number = call.Route(Number);
        var trade = byOurs ? book.FindById(party, number) : book.Find(party, number);
        return trade is null ? ApiAnswer.Of(ApiError.NoOrder) : ApiAnswer.Ok(OrderView.Of(trade));
    }
}
