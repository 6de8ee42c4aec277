namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Ends an order that is not paid.</summary>
internal sealed class CloseOrder(TradeBook book, WeChatPaySimulatorOptions options) : IOperation
{
    private const string Number = "number";

    /// <inheritdoc/>
    public string Name => "close";

    /// <inheritdoc/>
    public string Method => HttpMethods.Post;

    /// <inheritdoc/>
    public string Path => $"/v3/pay/transactions/out-trade-no/{{{Number}}}/close";

    /// <inheritdoc/>
    public string PartnerPath => $"/v3/pay/partner/transactions/out-trade-no/{{{Number}}}/close";

    /// <inheritdoc/>
    public IReadOnlyList<Field> Fields(bool isPartner)
        => isPartner
            ? [Field.Text("sp_mchid", 32).Needed(), Field.Text("sub_mchid", 32).Needed()]
            : [Field.Text("mchid", 32).Needed()];

    /// <inheritdoc/>
    public ApiAnswer Answer(ApiCall call)
    {
        var (party, error) = call.PartyOfBody();
        if (error is not null)
        {
            return ApiAnswer.Of(error);
        }

        return book.Find(party, call.Route(Number)) is not { } trade
                ? options.ClosesUnknown ? ApiAnswer.Done : ApiAnswer.Of(ApiError.NoOrder)
            : book.Change(trade, static (t, _) => TradeRules.Close(t)).Error is { } refusal
                ? ApiAnswer.Of(refusal)
            : ApiAnswer.Done;
    }
}
