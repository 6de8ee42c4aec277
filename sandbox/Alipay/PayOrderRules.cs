namespace PayFunctions.Sandbox.Alipay;

/// <summary>Reads the order of a request that creates one.</summary>
internal static class PayOrderRules
{
    /// <summary>The order of a checked request, or why there is none.</summary>
    /// <param name="call">The request.</param>
    /// <param name="refuseSpecialSubjects">
    /// Whether <c>/ = &amp;</c> in a subject are refused.
    /// </param>
    public static (PayOrder? Order, GatewayError? Error) Read(
        MethodCall call, bool refuseSpecialSubjects)
    {
        var (request, content) = (call.Request, call.Content);
        if (OrderFieldRules.Wrong(call.Method, content, refuseSpecialSubjects) is { } wrong)
        {
            return (null, GatewayError.Field(wrong));
        }

        var order = new PayOrder
        {
            Merchant = call.Merchant,
            Method = call.Method,
            OutTradeNo = content["out_trade_no"],
            Fen = OrderFieldRules.Amount(content, "total_amount") ?? 0,
            Subject = content["subject"],
            Body = content["body"],
            PassbackParams = content["passback_params"],
            StoreId = content["store_id"],
            OperatorId = content["operator_id"],
            TerminalId = content["terminal_id"],
            NotifyUrl = request["notify_url"],
            ReturnUrl = Methods.IsPage(call.Method) ? request["return_url"] : string.Empty,
            QuitUrl = content["quit_url"],
            CharsetName = request["charset"],
        };
        return PayTimeout.Apply(order, content, call.Now);
    }
}
