using System.Text.Json.Nodes;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Charges the code that a payer shows.</summary>
internal sealed class ChargeCode(WeChatPaySimulatorOptions options, ChargeDesk desk) : IOperation
{
    private readonly OrderFields fields = new(options);

    /// <inheritdoc/>
    public string Name => "charge";

    /// <inheritdoc/>
    public string Method => HttpMethods.Post;

    /// <inheritdoc/>
    public string Path => "/v3/pay/transactions/codepay";

    /// <inheritdoc/>
    public string PartnerPath => "/v3/pay/partner/transactions/codepay";

    /// <inheritdoc/>
    public IReadOnlyList<Field> Fields(bool isPartner) => fields.Of(Product.Code, isPartner);

    /// <inheritdoc/>
    public ApiAnswer Answer(ApiCall call)
    {
        var (identity, unknown) = Identity.Read(call);
        if (identity is null)
        {
            return ApiAnswer.Of(unknown!);
        }

        var (order, error) = call.Body.TextAt("scene_info", "store_info", "id").Length > 0
            || call.Body.TextAt("scene_info", "store_info", "out_id").Length > 0
            ? PayOrderRules.Read(
                call.Body, Product.Code, identity, call.Now, options.PayerAddressMayChange)
            : (null, ApiError.Parameter("/scene_info/store_info/id", string.Empty, "缺少参数"));
        if (order is null)
        {
            return ApiAnswer.Of(error!);
        }

        var (trade, refusal) = desk.Charge(order, call.Body.TextAt("payer", "auth_code"));
        return trade is null ? ApiAnswer.Of(refusal!)
            : trade.Status is not TradeStatus.UserPaying ? ApiAnswer.Ok(OrderView.Of(trade))
            : options.WaitingIsAccepted ? Accepted()
            : ApiAnswer.Ok(new() { ["trade_state"] = trade.WireState.Code });
    }

    private static ApiAnswer Accepted()
        => ApiAnswer.Ok(new JsonObject
        {
            ["code"] = "USERPAYING",
            ["message"] = "需要用户输入支付密码",
        }) with
        {
            Status = StatusCodes.Status202Accepted,
        };
}
