using System.Security.Cryptography;
using System.Text;
using PayFunctions.Channels;

namespace PayFunctions.Tests.Channels.Abc;

/// <summary>A notification, signed and encoded without the channel's code.</summary>
internal sealed record Notice
{
    public const string FormType = "application/x-www-form-urlencoded";

    public static readonly Notice Paid = new()
    {
        Fields =
        [
            new("ReturnCode", "0000"),
            new("ErrorMessage", "交易成功"),
            new("ECMerchantType", "EBUS"),
            new("MerchantID", An.MerchantId),
            new("TrxType", "ABCSoftTokenPay"),
            new("OrderNo", An.Number.ToString()),
            new("Amount", "88.88"),
            new("BatchNo", "000001"),
            new("VoucherNo", "000002"),
            new("HostDate", "2026/01/02"),
            new("HostTime", "03:04:09"),
            new("MerchantRemarks", "学费"),
            new("PayType", "EP072"),
            new("NotifyType", "1"),
            new("iRspRef", "9026010203040900001"),
            new("AccDate", "20260102"),
            new("AcqFee", "0.00"),
            new("IssFee", "0.00"),
            new("JrnNo", " 123174002"),
        ],
    };

    public required IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; }

    public RSA Key { get; init; } = AbcVectors.Bank;

    public HashAlgorithmName Hash { get; init; } = HashAlgorithmName.SHA1;

    public string Algorithm { get; init; } = "SHA1withRSA";

    public Encoding Encoding { get; init; } = AbcVectors.Gbk;

    public string Before { get; init; } = "";

    /// <summary>What is signed.</summary>
    public string Inner => $"{Before}<TrxResponse>{string.Concat(Fields.Select(
        static f => $"<{f.Key}>{f.Value}</{f.Key}>"))}</TrxResponse>";

    public string Signature => Said.By(Key, Encoding.GetBytes(Inner), Hash);

    public Notice With(string name, string value)
        => this with { Fields = [.. Fields.Select(f => Is(f, name) ? new(name, value) : f)] };

    public Notice Without(string name)
        => this with { Fields = [.. Fields.Where(f => !Is(f, name))] };

    public Notice Again(string name, string value)
        => this with { Fields = [.. Fields, new(name, value)] };

    public string Xml(string? inner = null, string? signature = null)
        => $"<MSG><Message>{inner ?? Inner}</Message>"
            + $"<Signature-Algorithm>{Algorithm}</Signature-Algorithm>"
            + $"<Signature>{signature ?? Signature}</Signature></MSG>";

    public RawNotification Raw(string account = "main", string method = "POST")
        => OfXml(Xml(), account, method, Encoding);

    public static RawNotification OfXml(
        string xml, string account = "main", string method = "POST", Encoding? encoding = null)
        => OfXml((encoding ?? AbcVectors.Gbk).GetBytes(xml), account, method);

    public static RawNotification OfXml(
        byte[] xml, string account = "main", string method = "POST")
        => Of($"MSG={Uri.EscapeDataString(Convert.ToBase64String(xml))}", account, method);

    public static RawNotification Of(
        string body, string account = "main", string method = "POST",
        string? contentType = FormType)
        => new(
            account, method, method == "GET" ? null : contentType,
            Encoding.Latin1.GetBytes(body));

    private static bool Is(KeyValuePair<string, string> field, string name)
        => string.Equals(field.Key, name, StringComparison.Ordinal);
}
