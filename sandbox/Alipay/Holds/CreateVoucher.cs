using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay.Holds;

/// <summary>
/// <see cref="Methods.HoldCode"/>: a code for the payer to scan. Nothing is held until the payer
/// has authorised.
/// </summary>
internal sealed class CreateVoucher(HoldBook book, CheckoutBook<HoldOrder> checkouts)
    : IGatewayMethod
{
    private const int TitleMaximum = 100;

    /// <inheritdoc/>
    public string Name => Methods.HoldCode;

    /// <inheritdoc/>
    public MethodAnswer Answer(MethodCall call)
    {
        var content = call.Content;
        if (Wrong(content, call.Merchant) is { } wrong)
        {
            return MethodAnswer.Refused(HoldError.Field(wrong));
        }

        var order = new HoldOrder(
            call.Merchant, content["out_order_no"], content["out_request_no"],
            OrderFieldRules.Amount(content, "amount") ?? 0, content["order_title"],
            content["product_code"], call.Request["notify_url"], call.Request["charset"],
            call.Now + (PayTimeout.Span(content["pay_timeout"]) ?? PayTimeout.Hold));
        if (book.Find(order) is not null
            || (checkouts.FindLatest(order.OutOrderNo) is { Order: var before }
                && before.Fen != order.Fen))
        {
            return MethodAnswer.Refused(HoldError.NotUnique);
        }

        return checkouts.Open(order) is { } checkout
            ? new AnswerFields()
                .Put("code_type", "shorturl")
                .Put("code_value", call.Root + checkout.Path)
                .Put("out_order_no", order.OutOrderNo)
                .Put("out_request_no", order.OutRequestNo)
                .Success()
            : MethodAnswer.Refused(GatewayError.Busy);
    }

    private static string? Wrong(BizContent content, Merchant merchant)
        => !OrderFieldRules.IsNumber(content["out_order_no"]) ? "out_order_no"
            : !OrderFieldRules.IsNumber(content["out_request_no"]) ? "out_request_no"
            : content["order_title"].Length is 0 or > TitleMaximum ? "order_title"
            : OrderFieldRules.Amount(content, "amount") is null ? "amount"
            : content["product_code"] is not "PRE_AUTH" ? "product_code"
            : content["payee_user_id"] is { Length: > 0 } payee
                && !string.Equals(payee, merchant.SellerId, StringComparison.Ordinal)
                ? "payee_user_id"
            : content["pay_timeout"] is { Length: > 0 } timeout
                && (timeout.Length > PayTimeout.HoldTextMaximum || PayTimeout.Span(timeout) is null)
                ? "pay_timeout"
            : null;
}
