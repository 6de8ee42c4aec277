using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Benchmarks;

/// <summary>
/// Bills of payments of a yuan each, with a refund in every tenth row, in the layouts of the
/// vectors.
/// </summary>
internal static class BillText
{
    private const int RefundEvery = 10;

    /// <summary>Refunds among so many rows.</summary>
    public static int RefundsIn(int rows) => rows / RefundEvery;

    /// <summary>The number of a row's payment: 28 characters, as ours are.</summary>
    public static string NumberOf(int row)
        => string.Create(CultureInfo.InvariantCulture, $"2Q4XH7D0M3K9V5T1{row:D10}01");

    /// <summary>Alipay's archive.</summary>
    public static byte[] Alipay(int rows)
    {
        var (payments, refunds) = (rows - RefundsIn(rows), RefundsIn(rows));
        var text = new StringBuilder()
            .Append("#支付宝业务明细查询\n#账号：[20880000000000010156]\n")
            .Append("支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,")
            .Append("对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,")
            .Append("券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注\n");
        for (var row = 0; row < rows; row++)
        {
            var (kind, sign, fee, number) = IsRefund(row)
                ? ("退款", "-", "0.01", NumberOf(row) + "R001")
                : ("交易", "", "-0.01", "");
            text.Append(
                CultureInfo.InvariantCulture,
                $"20260101220014556114{row:D8}\t,{NumberOf(row)}\t,{kind}\t,测试商品\t,")
                .Append("2026-01-01 10:00:00,2026-01-01 10:00:05,NJ_001\t,南京一店\t,\t,\t,")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"*三(159****5620)\t,{sign}1.00,{sign}1.00,0.00,0.00,0.00,0.00,0.00,\t,0.00,")
                .Append(CultureInfo.InvariantCulture, $"0.00,{number}\t,{fee},0.00,\t\n");
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"#交易合计：{payments}笔，商家实收共{payments}.00元，商家优惠共0.00元\n"
            + $"#退款合计：{refunds}笔，商家实收退款共-{refunds}.00元，商家优惠退款共0.00元\n");
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(
            archive, ZipArchiveMode.Create, leaveOpen: true, TextCharset.Gbk.Encoding))
        using (var entry = zip.CreateEntry("20880000000000010156_20260101_业务明细.csv").Open())
        {
            entry.Write(TextCharset.Gbk.Encoding.GetBytes(text.ToString()));
        }

        return archive.ToArray();
    }

    /// <summary>Tenpay's file.</summary>
    public static byte[] Tenpay(int rows)
    {
        var text = new StringBuilder()
            .Append("交易时间,财付通订单号,商家订单号,支付类型,银行订单号,交易状态,订单交易金额,退款单号,退款金额,")
            .Append("退款类型,退款状态,交易说明\n");
        for (var row = 0; row < rows; row++)
        {
            var (state, number, back) = IsRefund(row)
                ? ("转入退款", "109190000999920260101" + NumberOf(row), "1.00")
                : ("用户已支付", "0", "0.00");
            text.Append("`2026-01-01 10:00:00,`")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"1900009999202601010000{row:D8},`{NumberOf(row)},`网银,`2026010112345678,")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"`{state},`1.00,`{number},`{back},`,`,`测试商品\n");
        }

        return TextCharset.Gbk.Encoding.GetBytes(text
            .Append("总交易笔数,总交易金额,总退款金额\n")
            .Append(
                CultureInfo.InvariantCulture,
                $"`{rows},`{rows - RefundsIn(rows)}.00,`{RefundsIn(rows)}.00\n")
            .ToString());
    }

    /// <summary>WeChat Pay's file, unpacked, and its hash.</summary>
    public static (byte[] File, string Sha1) WeChatPay(int rows)
    {
        var (payments, refunds) = (rows - RefundsIn(rows), RefundsIn(rows));
        var text = new StringBuilder()
            .Append("交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,")
            .Append("付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,")
            .Append("退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注\r\n");
        for (var row = 0; row < rows; row++)
        {
            var refund = IsRefund(row);
            text.Append("`2026-01-02 03:04:05,`wx00000000000000a1,`1999000101,`0,`,`")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"42000099992026010200{row:D8},`{NumberOf(row)},`oTEST-0000000000000000000001,")
                .Append("`NATIVE,`").Append(refund ? "REFUND" : "SUCCESS").Append(",`OTHERS,`CNY,`")
                .Append(refund ? "0.00,`0.00,`5030000999202601020000" : "1.00,`0.00,`0,`0")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"{(refund ? $"{row:D8},`{NumberOf(row)}R001,`1.00" : ",`0.00")},`0.00,")
                .Append(refund ? "`ORIGINAL,`SUCCESS" : "`,`").Append(",`测试商品,`,`")
                .Append(refund ? "-0.00600" : "0.00600").Append(",`0.60%,`")
                .Append(refund ? "0.00,`1.00,`\r\n" : "1.00,`0.00,`\r\n");
        }

        var fee = (payments - refunds) * 6;
        var file = Encoding.UTF8.GetBytes(text
            .Append("总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\r\n")
            .Append(
                CultureInfo.InvariantCulture,
                $"`{rows},`{payments}.00,`{refunds}.00,`0.00,`{fee / 1_000}.{fee % 1_000:D3}00,"
                + $"`{payments}.00,`{refunds}.00\r\n")
            .ToString());
        return (file, Convert.ToHexStringLower(Sha1(file)));
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Security", "CA5350:Do Not Use Weak Cryptographic Algorithms",
        Justification = "The channel knows no other.")]
    private static byte[] Sha1(byte[] file) => SHA1.HashData(file);

    private static bool IsRefund(int row) => row % RefundEvery == RefundEvery - 1;
}
