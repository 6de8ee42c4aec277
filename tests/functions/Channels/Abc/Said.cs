using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Tests.Channels.Abc;

/// <summary>What the bank would say, made and signed without any code of the channel.</summary>
internal static class Said
{
    private const string PageUrl =
        "https://pay.abchina.com/EbusPerbankFront/PaymentModeNewAct?TOKEN=17689868990000000001";

    public static string By(RSA key, byte[] data, HashAlgorithmName? hash = null)
        => Convert.ToBase64String(key.SignData(
            data, hash ?? HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1));

    /// <summary>A message as it stands, in GBK, with the bank's signature.</summary>
    public static byte[] Signed(string message, RSA? key = null, HashAlgorithmName? hash = null)
    {
        var signature = By(key ?? AbcVectors.Bank, AbcVectors.Gbk.GetBytes(message), hash);
        return AbcVectors.Gbk.GetBytes(
            $$$"""{"MSG":{"Message":{{{message}}},"Signature-Algorithm":"SHA1withRSA","""
            + $"\"Signature\":\"{signature}\"}}}}\r\n");
    }

    /// <summary>Texts as members: <c>"a":"b","c":"d"</c>.</summary>
    public static string Members(params (string Name, string Value)[] members)
        => string.Join(',', members.Select(static m => $"\"{m.Name}\":\"{m.Value}\""));

    /// <summary>Fields beside the merchant, as current servers write them.</summary>
    public static string Flat(string fields, string merchant = An.MerchantId)
        => """{"Version":"V3.0.0","Format":"JSON","Common":{"Channel":""},"Merchant":{"""
            + $"{Members(("ECMerchantType", "EBUS"), ("MerchantID", merchant))}}},{fields}}}";

    /// <summary>Fields in an object of their own, as older servers write them.</summary>
    public static string Wrapped(string fields) => Flat($"\"TrxResponse\":{{{fields}}}");

    public static byte[] Code(string code)
        => Signed(Flat(Members(("ReturnCode", code), ("ErrorMessage", "交易失败"))));

    /// <summary>The answer to a question: an order as base64.</summary>
    public static byte[] Order(string order)
        => Signed(Wrapped(Members(
            ("ReturnCode", "0000"), ("ErrorMessage", "交易成功"), ("TrxType", "Query"),
            ("Order", Convert.ToBase64String(AbcVectors.Gbk.GetBytes(order))))));

    public static string TradeText(
        string status = "04", string amount = "88.88", string? number = null,
        string payType = "ImmediatePay")
        => "{" + Members(
            ("PayTypeID", payType), ("OrderNo", number ?? An.Number.ToString()),
            ("OrderDate", "2026/01/02"), ("OrderTime", "03:04:05"), ("OrderAmount", amount),
            ("Status", status), ("OrderDesc", "测试订单"))
            + ""","OrderItems":[{"ProductName":"测试商品"}]}""";

    public static byte[] Trade(string status = "04", string amount = "88.88")
        => Order(TradeText(status, amount));

    public static string RefundText(
        string status = "04", string? refundAmount = "8.80", string orderAmount = "88.88",
        string? number = null, string payType = "Refund")
        => "{" + Members(
            ("PayTypeID", payType), ("OrderNo", number ?? An.RefundNumber.ToString()),
            ("OrderDate", "2026/01/03"), ("OrderTime", "03:04:05"),
            ("OrderAmount", orderAmount), ("Status", status))
            + (refundAmount is null ? "" : "," + Members(("RefundAmount", refundAmount))) + "}";

    public static byte[] RefundTaken(
        string? number = null, string? newNumber = null, string amount = "8.80")
        => Signed(Wrapped(Members(
            ("ReturnCode", "0000"), ("ErrorMessage", "交易成功"), ("TrxType", "Refund"),
            ("OrderNo", number ?? An.Number.ToString()),
            ("NewOrderNo", newNumber ?? An.RefundNumber.ToString()), ("TrxAmount", amount),
            ("BatchNo", "000001"), ("VoucherNo", "000002"), ("HostDate", "2026/01/03"),
            ("HostTime", "10:00:01"), ("iRspRef", "9026010210000100001"))));

    public static string PageFields(
        string url = PageUrl, string? number = null, string amount = "88.88")
        => Members(
            ("ReturnCode", "0000"), ("ErrorMessage", "交易成功"), ("TrxType", "PayReq"),
            ("OrderNo", number ?? An.Number.ToString()), ("OrderAmount", amount),
            ("PaymentURL", url), ("OneQRForAll", ""));

    public static byte[] Page(string url = PageUrl) => Signed(Flat(PageFields(url)));

    /// <summary>As <see cref="Encoding.GetBytes(string)"/> of GBK.</summary>
    public static byte[] Raw(string text) => AbcVectors.Gbk.GetBytes(text);
}
