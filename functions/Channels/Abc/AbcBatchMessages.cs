using System.Globalization;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// What we say to the bank about refunds and debits that go together: the text of a message, not
/// signed yet. Members and their order are those of the bank's own SDK.
/// </summary>
internal static class AbcBatchMessages
{
    /// <summary>The most refunds of a batch: with all texts at their longest, they stay below the
    /// bank's 8000 bytes for a request.</summary>
    public const int RefundsMax = 18;

    /// <summary>The most debits of a batch, for the same reason.</summary>
    public const int DebitsMax = 8;

    /// <summary>Sends refunds together.</summary>
    public static string Refund(
        AbcAccount account, Filing filing, IReadOnlyList<RefundRequest> refunds)
        => AbcMessages.Message(account, json => json
            .Text("TrxType", "BatchRefund")
            .Text("BatchNo", filing.BatchNo)
            .Text("BatchDate", BeijingClock.Write(filing.At, BeijingClock.SlashedDay))
            .Text("BatchTime", BeijingClock.Write(filing.At, BeijingClock.TimeOfDay))
            .Text("MerRefundAccountNo", account.Terms.RefundAccountNo)
            .Text("MerRefundAccountName", account.Terms.RefundAccountName)
            .Text("TotalCount", Count(refunds.Count))
            .Text("TotalAmount", YuanText.Write(TotalOf(refunds)))
            .List("OrderData", refunds.Index(), (row, item) => row
                .Text("SeqNo", Count(item.Index + 1))
                .Text("OrderNo", AbcMessages.OriginalOf(account, item.Item))
                .Text("NewOrderNo", item.Item.Number.ToString())
                .Text("CurrencyCode", AbcMessages.Yuan)
                .Text("RefundAmount", YuanText.Write(item.Item.Total))
                .Text("Remark", AbcText.Clean(
                    item.Item.Reason ?? "", AbcMessages.WordsMax))));

    /// <summary>Asks what became of them.</summary>
    public static string QueryRefund(AbcAccount account, Filing filing)
        => AbcMessages.Message(account, json => json
            .Text("TrxType", "QueryBatchRefund")
            .Text("BatchDate", BeijingClock.Write(filing.At, BeijingClock.SlashedDay))
            .Text("BatchTime", BeijingClock.Write(filing.At, BeijingClock.TimeOfDay))
            .Text("SerialNumber", filing.Serial ?? ""));

    /// <summary>Sends debits together.</summary>
    public static string Debit(
        AbcAccount account, Filing filing, IReadOnlyList<DebitRequest> debits)
        => AbcMessages.Message(account, json => json
            .Text("TrxType", "AgentBatch")
            .Text("ReceiveAccount", account.Terms.ReceiveAccount)
            .Text("ReceiveAccName", account.Terms.ReceiveAccName)
            .Text("CurrencyCode", AbcMessages.Yuan)
            .Object("AgentBatch", batch => batch
                .Text("BatchNo", filing.BatchNo)
                .Text("BatchDate", BeijingClock.Write(filing.At, BeijingClock.SlashedDay))
                .Text("BatchTime", BeijingClock.Write(filing.At, BeijingClock.TimeOfDay))
                .Text("AgentCount", Count(debits.Count))
                .Text("AgentAmount", YuanText.Write(
                    Money.OfFen(debits.Sum(static d => d.Order.Terms.Total.Fen)))))
            .List("Details", debits.Index(), (row, item) => WriteDebit(
                row, account, item.Index + 1, item.Item)));

    private static void WriteDebit(
        AbcJson row, AbcAccount account, int number, DebitRequest debit)
        => row.Text("SeqNo", Count(number))
            .Text("OrderNo", debit.Number.ToString())
            .Text("AgentSignNo", debit.Agreement.ChannelAgreementNo)
            .Text("CardNo", "")
            .Text("AgentAmount", YuanText.Write(debit.Order.Terms.Total))
            .Text("ReceiverAddress", "")
            .Text("Fee", "")
            .Text("CertificateNo", "")
            .Text("InstallmentMark", "0")
            .Text("InstallmentCode", "")
            .Text("InstallmentNum", "")
            .Text("CommodityType", account.Terms.CommodityType)
            .Text("SubMerName", "")
            .Text("SubMerId", "")
            .Text("SubMerMCC", "")
            .Text("SubMerchantRemarks", "")
            .Text("ProductID", "")
            .Text("ProductName", AbcAgreementMessages.ProductOf(debit))
            .Text("UnitPrice", "")
            .Text("Qty", "")
            .Text("ProductRemarks", "")
            .Text("ProductType", "")
            .Text("ProductDiscount", "")
            .Text("ProductExpiredDate", "")
            .Text("Remark", "")
            .Text("IsBreakAccount", "0")
            .Text("SplitAccTemplate", "");

    /// <summary>What the refunds of a batch come to.</summary>
    internal static Money TotalOf(IReadOnlyList<RefundRequest> refunds)
        => Money.OfFen(refunds.Sum(static r => r.Total.Fen));

    /// <summary>A number of rows, as the bank writes it.</summary>
    internal static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
