using System.Globalization;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>Answers about trades: the two notify queries and the order query.</summary>
internal sealed class TradeAnswers(TradeBook book, TimeProvider time)
{
    private const int NotifyIdMaximum = 128;

    /// <summary>What a notify_id was given out for.</summary>
    public Answer Verify(Request request, Merchant merchant)
        => Notified(request, merchant, static trade => Fields(trade));

    /// <summary>Only whether a notify_id was given out.</summary>
    public Answer SimpleVerify(Request request, Merchant merchant)
        => Notified(request, merchant, static _ => []);

    /// <summary>What became of a trade.</summary>
    public Answer Query(Request request, Merchant merchant)
    {
        var (transactionId, outTradeNo) = (request["transaction_id"], request["out_trade_no"]);
        if (transactionId.Length == 0 && outTradeNo.Length == 0)
        {
            return Answer.Refused(Retcode.Wrong("out_trade_no"));
        }

        return book.Find(merchant, transactionId, outTradeNo) is { } trade
            && trade.IsFound(time.GetUtcNow())
                ? Answer.Of(
                [
                    .. Fields(trade),
                    new("agentid", string.Empty),
                    new("cash_ticket_fee", "0"),
                    new("is_refund", trade.Refunds.IsEmpty ? "false" : "true"),
                    new("is_split", "false"),
                    new("rmb_total_fee", string.Empty),
                ])
                : Answer.Refused(Retcode.NoTrade);
    }

    /// <summary>What is said of a trade, in answers and in notifications.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Fields(Trade trade)
        =>
        [
            new("attach", trade.Order.Attach),
            new("bank_billno", trade.IsBalance ? string.Empty : trade.TransactionId[^10..]),
            new("bank_type", trade.IsBalance ? "BL" : trade.Order.BankType),
            new("buyer_alias", Trade.BuyerAlias),
            new("discount", Number(trade.Discount)),
            new("fee_type", "1"),
            new("out_trade_no", trade.Order.OutTradeNo),
            new("product_fee", Number(trade.Order.Fen - trade.Order.TransportFee)),
            new("time_end", trade.Paid is { } paid
                ? BeijingTime.Format(paid, BeijingTime.Digits)
                : string.Empty),
            new("total_fee", Number(trade.Order.Fen - trade.Discount)),
            new("trade_mode", "1"),
            new("trade_state", trade.WireState),
            new("transaction_id", trade.TransactionId),
            new("transport_fee", Number(trade.Order.TransportFee)),
        ];

    private static string Number(long fen) => fen.ToString(CultureInfo.InvariantCulture);

    private Answer Notified(
        Request request, Merchant merchant,
        Func<Trade, IReadOnlyList<KeyValuePair<string, string>>> fields)
        => request["notify_id"].Length is 0 or > NotifyIdMaximum
            ? Answer.Refused(Retcode.Wrong("notify_id"))
            : book.FindNotified(merchant, request["notify_id"]) is { } trade
                ? Answer.Of(fields(trade))
                : Answer.Refused(Retcode.NotifyIdExpired);
}
