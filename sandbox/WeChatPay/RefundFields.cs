namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>The fields of a refund.</summary>
internal static class RefundFields
{
    private const int Word = 32;
    private const int Address = 256;

    /// <summary>Everything that a refund may say.</summary>
    public static IReadOnlyList<Field> Of(bool allowsPlainUrl)
        =>
        [
            Field.Text("sub_mchid", Word), Field.Text("transaction_id", Word),
            Field.Text("out_trade_no", Word),
            Field.Text("out_refund_no", 64, TextRules.IsRefundNumber).Needed(),
            Field.Text("reason", 80),
            Field.Text("notify_url", Address, allowsPlainUrl
                ? TextRules.IsPlainNotifyUrl
                : TextRules.IsNotifyUrl),
            Field.Text(
                "funds_account", Word, static t => t is "AVAILABLE" or "UNSETTLED"),
            Field.Object(
                "amount", Field.Number("refund", least: 1).Needed(),
                Field.Number("total", least: 1).Needed(),
                Field.Text("currency", 16, static t => t is "CNY").Needed(),
                Field.List(
                    "from", Field.Text("account", Word).Needed(),
                    Field.Number("amount", least: 1).Needed())).Needed(),
            Field.List(
                "goods_detail", Field.Text("merchant_goods_id", Word).Needed(),
                Field.Text("wechatpay_goods_id", Word), Field.Text("goods_name", Address),
                Field.Number("unit_price").Needed(), Field.Number("refund_amount").Needed(),
                Field.Number("refund_quantity", least: 1).Needed()),
        ];
}
