using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Alipay;

/// <summary>What Alipay's words about a trade mean. Every answer has a meaning here.</summary>
internal static class AlipayStatus
{
    /// <summary>The trade exists, the payer has not paid.</summary>
    public const string WaitBuyerPay = "WAIT_BUYER_PAY";

    /// <summary>Ended unpaid, or paid and refunded in full.</summary>
    public const string Closed = "TRADE_CLOSED";

    /// <summary>Paid.</summary>
    public const string Success = "TRADE_SUCCESS";

    /// <summary>Paid, and no refund is possible any more.</summary>
    public const string Finished = "TRADE_FINISHED";

    /// <summary>The business refused; the finer code says why.</summary>
    public const string BusinessFailed = "40004";

    private const string NotExist = "TRADE_NOT_EXIST";

    /// <summary>What an answer to a query says.</summary>
    public static ChannelOutcome OfQuery(AlipayAnswer answer, ChannelOrderNo number)
        => (answer.Code, answer.SubCode) switch
        {
            _ when answer.IsGatewayError || !answer.IsAbout(number) => Other(answer),
            (AlipayAnswer.Ok, _) => OfTrade(answer),

            // There is no trade until the payer has logged in, or scanned.
            (BusinessFailed, NotExist) => new Waiting("the trade has not begun"),
            _ => Other(answer),
        };

    /// <summary>What an answer to a close says.</summary>
    public static ChannelOutcome OfClose(AlipayAnswer answer, ChannelOrderNo number)
        => (answer.Code, answer.SubCode) switch
        {
            _ when answer.IsGatewayError || !answer.IsAbout(number) => Other(answer),
            (AlipayAnswer.Ok, _) => new Declined("closed"),

            // The payer's page may still begin it before time_expire: then money comes late.
            (BusinessFailed, NotExist) => new Declined("never began"),
            (BusinessFailed, "TRADE_STATUS_ERROR" or "REASON_TRADE_STATUS_INVALID"
                or "REASON_ILLEGAL_STATUS") => new Waiting("not open: a query must say what it is"),
            _ => Other(answer),
        };

    /// <summary>Why an answer teaches nothing.</summary>
    public static string ReasonOf(AlipayAnswer answer)
        => answer.Code is AlipayAnswer.Ok or null
            ? "the answer is not about this trade"
            : answer.Codes;

    private static ChannelOutcome OfTrade(AlipayAnswer answer)
        => answer.Text("trade_status") switch
        {
            Success or Finished => Paid(answer),

            // Also the word for paid and refunded in full. Whoever knows the trade as paid must not
            // read it as Declined: the rules refuse that (SuccessContradicted).
            Closed => new Declined(Closed),
            WaitBuyerPay => new Waiting(WaitBuyerPay),
            _ => new Unknown("the answer has no known trade_status"),
        };

    private static ChannelOutcome Paid(AlipayAnswer answer)
        => AlipayTradeNo.TryRead(answer.Text("trade_no"), out var tradeNo)
            && YuanText.TryRead(answer.Text("total_amount"), out var total)
            && BeijingClock.TryRead(
                answer.Text("send_pay_date"), BeijingClock.Spaced, out var paidAt)
                ? new Succeeded(total, tradeNo, paidAt)
                : new Unknown("paid, but trade_no, total_amount or send_pay_date is unreadable");

    private static Unknown Other(AlipayAnswer answer) => new(ReasonOf(answer));
}
