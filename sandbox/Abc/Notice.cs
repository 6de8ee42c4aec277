using System.Security.Cryptography;
using System.Text;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc;

/// <summary>
/// What the merchant is told of a payment: XML in GBK, signed over what stands in Message, all of
/// it as base64 in the form field MSG. Server and browser carry the same.
/// </summary>
internal static class Notice
{
    private const string Begin = "<URL>";
    private const string End = "</URL>";

    /// <summary>The message to an order's address.</summary>
    public static WireMessage Post(Trade trade, RSA key, bool spoilt)
        => Post(trade.Order.NotifyUrl, Fields(trade), key, spoilt);

    /// <summary>A message with these fields.</summary>
    public static WireMessage Post(
        string url, IEnumerable<(string Name, string Value)> fields, RSA key, bool spoilt)
    {
        var inner = $"<TrxResponse>{string.Concat(fields.Select(
            static f => $"<{f.Name}>{f.Value}</{f.Name}>"))}</TrxResponse>";
        var signature = BankSignature.Of(Charset.Gbk.GetBytes(inner), key, spoilt);
        var xml = $"<MSG><Message>{inner}</Message>"
            + "<Signature-Algorithm>SHA1withRSA</Signature-Algorithm>"
            + $"<Signature>{signature}</Signature></MSG>";
        var form = FormText.Write(
            [new("MSG", Convert.ToBase64String(Charset.Gbk.GetBytes(xml)))], Charset.Utf8);
        return new(
            "POST", url, "application/x-www-form-urlencoded",
            Encoding.ASCII.GetBytes(form));
    }

    /// <summary>The page for the payer that an answer names; null where it names none.</summary>
    public static string? PageOf(string answer)
    {
        var begin = answer.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = answer.IndexOf(End, StringComparison.Ordinal);
        return begin >= Begin.Length && end > begin && WireMessage.IsWeb(answer[begin..end])
            ? answer[begin..end]
            : null;
    }

    private static IEnumerable<(string Name, string Value)> Fields(Trade trade)
    {
        var (order, numbers, at) = (trade.Order, trade.Numbers!, trade.PaidAt!.Value);
        return
        [
            ("ReturnCode", ReturnCode.Done.Code), ("ErrorMessage", ReturnCode.Done.Words),
            ("ECMerchantType", "EBUS"), ("MerchantID", order.MerchantId),

            // The means of payment, not the request's own type.
            ("TrxType", "ABCSoftTokenPay"),
            ("OrderNo", order.OutTradeNo), ("Amount", Yuan.Format(order.Fen)),
            ("BatchNo", numbers.Batch), ("VoucherNo", numbers.Voucher),
            ("HostDate", BeijingTime.Format(at, "yyyy/MM/dd")),
            ("HostTime", BeijingTime.Format(at, "HH:mm:ss")),
            ("MerchantRemarks", order.Remarks), ("PayType", "EP072"),
            ("NotifyType", order.ServerNotifies ? "1" : "0"),
            ("iRspRef", numbers.Reference), ("AccDate", BeijingTime.Format(at, "yyyyMMdd")),
            ("AcqFee", "0.00"), ("IssFee", "0.00"), ("JrnNo", $" {numbers.Journal}"),
        ];
    }
}
