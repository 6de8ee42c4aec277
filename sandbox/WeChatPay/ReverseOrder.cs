using System.Text.Json.Nodes;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Undoes a charge, paid or not.</summary>
internal sealed class ReverseOrder(TradeBook book, WeChatPaySimulatorOptions options) : IOperation
{
    private const string Number = "number";

    /// <inheritdoc/>
    public string Name => "reverse";

    /// <inheritdoc/>
    public string Method => HttpMethods.Post;

    /// <inheritdoc/>
    public string Path => $"/v3/pay/transactions/out-trade-no/{{{Number}}}/reverse";

    /// <inheritdoc/>
    public string PartnerPath => $"/v3/pay/partner/transactions/out-trade-no/{{{Number}}}/reverse";

    /// <inheritdoc/>
    public IReadOnlyList<Field> Fields(bool isPartner)
        => [.. OrderFields.Identity(isPartner).Select(static f => f.Name is "appid"
            ? f with { IsRequired = false }
            : f)];

    /// <inheritdoc/>
    public ApiAnswer Answer(ApiCall call)
    {
        // A missing appid was answered so, when somebody tried.
        if (!call.IsPartner && call.Body.TextAt("appid").Length == 0)
        {
            return ApiAnswer.Of(ApiError.Busy);
        }

        var (identity, error) = Identity.Read(call);
        if (identity is null)
        {
            return ApiAnswer.Of(error!);
        }

        return book.Find(identity.Party, call.Route(Number)) is not { } trade
                ? ApiAnswer.Of(ApiError.NoOrder)
            : book.Change(trade, (t, now) => TradeRules.Reverse(t, now, options)).Error is { } no
                ? ApiAnswer.Of(no)
            : ApiAnswer.Ok(Said(identity, trade));
    }

    private static JsonObject Said(Identity identity, Trade trade)
    {
        var said = identity.Write();
        said["out_trade_no"] = trade.Order.OutTradeNo;
        return said;
    }
}
