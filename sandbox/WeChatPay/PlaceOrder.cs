using System.Text.Json.Nodes;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Places an order that is paid on a page or in a wallet.</summary>
internal sealed class PlaceOrder(
    Product product, string name, WeChatPaySimulatorOptions options, TradeBook book,
    PrepayBook prepays) : IOperation
{
    private readonly OrderFields fields = new(options);

    /// <inheritdoc/>
    public string Name => "prepay";

    /// <inheritdoc/>
    public string Method => HttpMethods.Post;

    /// <inheritdoc/>
    public string Path => $"/v3/pay/transactions/{name}";

    /// <inheritdoc/>
    public string PartnerPath => $"/v3/pay/partner/transactions/{name}";

    /// <summary>One operation for each product.</summary>
    public static IReadOnlyList<PlaceOrder> All(
        WeChatPaySimulatorOptions options, TradeBook book, PrepayBook prepays)
        =>
        [
            new(Product.Native, "native", options, book, prepays),
            new(Product.H5, "h5", options, book, prepays),
            new(Product.Jsapi, "jsapi", options, book, prepays),
            new(Product.App, "app", options, book, prepays),
        ];

    /// <inheritdoc/>
    public IReadOnlyList<Field> Fields(bool isPartner) => fields.Of(product, isPartner);

    /// <inheritdoc/>
    public ApiAnswer Answer(ApiCall call)
    {
        var (identity, error) = Identity.Read(call);
        PayOrder? order = null;
        if (identity is not null)
        {
            (order, error) = PayOrderRules.Read(
                call.Body, product, identity, call.Now, options.PayerAddressMayChange);
        }

        if (order is null)
        {
            return ApiAnswer.Of(error!);
        }

        var move = book.Open(
            order, TradeStatus.NotPaid, (known, _) => TradeRules.Repost(known, order));
        return move is { Error: null, Trade: { } trade }
            && prepays.Open(trade.Order, call.Now) is { } prepay
            ? ApiAnswer.Ok(Opened(prepay, call.Root))
            : ApiAnswer.Of(move.Error ?? ApiError.Busy);
    }

    private JsonObject Opened(Prepay prepay, string root)
        => product switch
        {
            Product.Native => new() { ["code_url"] = prepay.CodeUrl },
            Product.H5 => new() { ["h5_url"] = root + EntryPages.H5Path + prepay.H5Query },
            _ => new() { ["prepay_id"] = prepay.Id },
        };
}
