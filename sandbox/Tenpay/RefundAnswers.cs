using System.Globalization;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>Makes refunds and answers about them.</summary>
internal sealed class RefundAnswers(
    TradeBook book, RefundPlan plan, RefundTeller teller, TimeProvider time)
{
    private const int NumberMaximum = 32;

    /// <summary>Refunds, once for each number.</summary>
    public Answer Refund(Request request, Merchant merchant)
    {
        if (Objection(request, merchant) is { } objection)
        {
            return Answer.Refused(objection);
        }

        if (book.Find(merchant, request["transaction_id"], request["out_trade_no"])
                is not { } trade
            || !trade.IsFound(time.GetUtcNow()))
        {
            return Answer.Refused(Retcode.NoTrade);
        }

        var number = request["out_refund_no"];
        return book.FindRefund(merchant, r => IsNumbered(r, number)) is { } known
            && !string.Equals(
                known.Trade.TransactionId, trade.TransactionId, StringComparison.Ordinal)
                ? Answer.Refused(Retcode.OtherRefund)
                : book.Change(
                    trade, (now, at, numbers) => RefundAt(request, now, at, numbers));
    }

    /// <summary>What became of a merchant's refunds. Who is asked about goes on meanwhile.
    /// </summary>
    public Answer Query(Request request, Merchant merchant)
    {
        if (Asked(request) is not { } asked)
        {
            return Answer.Refused(Retcode.Wrong("out_trade_no"));
        }

        var trade = asked.ByRefund
            ? book.FindRefund(merchant, asked.IsIt)?.Trade
            : book.Find(merchant, request["transaction_id"], request["out_trade_no"]);
        if (trade is null || trade.Refunds.IsEmpty)
        {
            return Answer.Refused(
                trade is null && !asked.ByRefund ? Retcode.NoTrade : Retcode.NoRefund);
        }

        return book.Change(trade, (known, now, _) =>
        {
            var answer = Rows(known, [.. known.Refunds.Where(asked.IsIt)]);
            var next = known with
            {
                Refunds =
                [
                    .. known.Refunds.Select(r => asked.IsIt(r) && r.IsInWork
                        ? teller.Tell(known, r, r.Next(now))
                        : r),
                ],
            };
            return (next, answer);
        });
    }

    private static bool IsNumbered(Refund refund, string number)
        => string.Equals(refund.OutRefundNo, number, StringComparison.Ordinal);

    /// <summary>What is wrong with a request before any order is looked at.</summary>
    private static Retcode? Objection(Request request, Merchant merchant)
        => merchant.Registered.Profile is TenpayProfile.Open ? Retcode.NotAllowed
            : request["service_version"] is not "1.1" ? Retcode.Wrong("service_version")
            : request["out_refund_no"].Length is 0 or > NumberMaximum
                ? Retcode.Wrong("out_refund_no")
            : PayOrderRules.Fen(request["total_fee"]) is null or 0 ? Retcode.Wrong("total_fee")
            : PayOrderRules.Fen(request["refund_fee"]) is null or 0
                ? Retcode.Wrong("refund_fee")
            : !string.Equals(
                request["op_user_id"], merchant.Registered.Operator, StringComparison.Ordinal)
                ? Retcode.NoOperator
            : !Md5Text.IsSame(
                request["op_user_passwd"],
                Md5Text.OfPassword(merchant.Registered.OperatorPassword))
                ? Retcode.WrongPassword
            : null;

    private (Trade, Answer) RefundAt(
        Request request, Trade trade, DateTimeOffset now, TradeNumbers numbers)
    {
        var fen = PayOrderRules.Fen(request["refund_fee"])!.Value;
        var known = trade.Refunds.FirstOrDefault(r => IsNumbered(r, request["out_refund_no"]));
        var refusal = trade.Paid is null ? Retcode.NotPaid
            : PayOrderRules.Fen(request["total_fee"]) != trade.Order.Fen ? Retcode.OtherOrder
            : known is not null && known.Fen != fen ? Retcode.OtherRefund
            : known is null && trade.Refunded + fen > trade.Order.Fen ? Retcode.TooMuch
            : null;
        if (refusal is not null)
        {
            return (trade, Answer.Refused(refusal));
        }

        var refund = known switch
        {
            null => teller.Tell(trade, null, new Refund(
                request["out_refund_no"], numbers.Refund(trade.Order.Merchant, now), fen,
                request["notify_url"], request.Charset, now)
            {
                States = plan.Take(trade.Order.OutTradeNo),
                Reached = now,
            }),
            { IsUndetermined: true } => teller.Tell(trade, known, known.Next(now)),
            _ => known,
        };
        return (
            trade with
            {
                Refunds = known is null
                    ? trade.Refunds.Add(refund)
                    : trade.Refunds.Replace(known, refund),
            },
            Answer.Of(RefundTeller.Fields(trade, refund)));
    }

    /// <summary>Which refunds a question is about, by the first number of the documented order.
    /// </summary>
    private static (bool ByRefund, Func<Refund, bool> IsIt)? Asked(Request request)
    {
        var (id, number) = (request["refund_id"], request["out_refund_no"]);
        return id.Length > 0
                ? (true, r => string.Equals(r.RefundId, id, StringComparison.Ordinal))
            : number.Length > 0 ? (true, r => IsNumbered(r, number))
            : request["transaction_id"].Length > 0 || request["out_trade_no"].Length > 0
                ? (false, static _ => true)
            : null;
    }

    private static Answer Rows(Trade trade, Refund[] refunds)
        => Answer.Of(
        [
            new("out_trade_no", trade.Order.OutTradeNo),
            new("refund_count", refunds.Length.ToString(CultureInfo.InvariantCulture)),
            new("transaction_id", trade.TransactionId),
            .. refunds.SelectMany((r, n) => Row(trade, r, n)),
        ]);

    private static IEnumerable<KeyValuePair<string, string>> Row(
        Trade trade, Refund refund, int n)
    {
        var suffix = string.Create(CultureInfo.InvariantCulture, $"_{n}");
        return
        [
            new("out_refund_no" + suffix, refund.OutRefundNo),
            new("refund_channel" + suffix, trade.IsBalance ? "0" : "1"),
            new("refund_fee" + suffix, refund.Fen.ToString(CultureInfo.InvariantCulture)),
            new("refund_id" + suffix, refund.RefundId),
            new("refund_state" + suffix, refund.State.ToString(CultureInfo.InvariantCulture)),
            new("refund_time_begin" + suffix,
                BeijingTime.Format(refund.Asked, BeijingTime.Digits)),
            new("refund_time" + suffix, refund.IsDone
                ? BeijingTime.Format(refund.Reached, BeijingTime.Digits)
                : string.Empty),
        ];
    }
}
