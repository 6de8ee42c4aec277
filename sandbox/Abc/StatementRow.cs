using System.IO.Compression;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc;

/// <summary>One movement of money in a statement.</summary>
/// <param name="MerchantId">Whose.</param>
/// <param name="IsRefund">Whether it went back.</param>
/// <param name="Number">OrderNo, or NewOrderNo.</param>
/// <param name="At">When.</param>
/// <param name="Fen">How much; positive also for refunds.</param>
/// <param name="Numbers">Its numbers.</param>
/// <param name="Original">The order of a refund; empty for a payment.</param>
internal sealed record StatementRow(
    string MerchantId, bool IsRefund, string Number, DateTimeOffset At, long Fen,
    HostNumbers Numbers, string Original)
{
    private const string Header = "商户号|交易类型|订单编号|交易时间|交易金额|商户账号|商户动账金额|客户账号|"
        + "账户类型|商户回佣手续费|商户分期手续费|会计日期|主机流水号|9014流水号|原订单号";

    private const string MerchantAccount = "790101040000001";
    private const string PayerAccount = "6228480000000000001";
    private const string DebitCard = "401";

    // Of a payment, in hundredths of a per cent, rounded half up. A rate of this simulator's own.
    private const long FeeRate = 38;
    private const long FeeWhole = 10_000;

    /// <summary>The movements of an order.</summary>
    public static IEnumerable<StatementRow> Of(Trade trade)
    {
        var order = trade.Order;
        if (trade.HoldEnd is { IsConfirmed: true } end)
        {
            yield return new(
                order.MerchantId, IsRefund: false, end.Number, end.At, end.Fen, end.Numbers,
                string.Empty);
        }

        if (trade.PaidAt is { } paid && !order.IsHold)
        {
            yield return new(
                order.MerchantId, IsRefund: false, order.OutTradeNo, paid, order.Fen,
                trade.Numbers!, string.Empty);
        }

        foreach (var refund in trade.Refunds)
        {
            yield return new(
                order.MerchantId, IsRefund: true, refund.Number, refund.TakenAt, refund.Fen,
                refund.Numbers, trade.HoldEnd?.Number ?? order.OutTradeNo);
        }
    }

    /// <summary>Records apart by <c>^^</c>, the first of them the header.</summary>
    public static string Text(IEnumerable<StatementRow> rows)
        => string.Join("^^", rows.Select(static r => r.Record()).Prepend(Header));

    /// <summary>The same in GBK, compressed by gzip, in base64.</summary>
    public static string Zip(IEnumerable<StatementRow> rows)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Optimal))
        {
            zip.Write(Charset.Gbk.GetBytes(Text(rows)));
        }

        return Convert.ToBase64String(bytes.ToArray());
    }

    private string Record()
    {
        var fee = IsRefund ? 0 : ((Fen * FeeRate) + (FeeWhole / 2)) / FeeWhole;
        return string.Join(
            '|',
            MerchantId, IsRefund ? "Refund" : "Sale", Number,
            BeijingTime.Format(At, BeijingTime.Digits), Yuan.Format(Fen), MerchantAccount,
            Yuan.Format(Fen - fee), PayerAccount, DebitCard, Yuan.Format(fee), Yuan.Format(0),
            BeijingTime.Format(At, "yyyyMMdd"), Numbers.Journal, Numbers.Reference, Original);
    }
}
