using PayFunctions.Orders;

namespace PayFunctions.Channels.Alipay;

/// <summary>What an answer to a cancel means.</summary>
internal static class AlipayCancelStatus
{
    /// <summary>
    /// What it says. Only <c>retry_flag=N</c> is an end; the answer does not say when, so that is
    /// now.
    /// </summary>
    public static CancelOutcome Of(AlipayAnswer answer, ChannelOrderNo number, DateTimeOffset now)
        => (answer.Code, answer.SubCode) switch
        {
            _ when answer.IsGatewayError || !answer.IsAbout(number) => Unknown(answer),
            _ when answer.Text("retry_flag") is "Y"
                => new CancelUnknown($"to be repeated: {answer.Codes}"),
            (AlipayAnswer.Ok, _) => Ended(answer, now),
            (AlipayStatus.BusinessFailed, "TRADE_CANCEL_TIME_OUT" or "CANCEL_NOT_ALLOWED"
                or "TRADE_HAS_FINISHED" or "SELLER_BALANCE_NOT_ENOUGH"
                or "REASON_TRADE_BEEN_FREEZEN" or "REASON_TRADE_REFUND_FEE_ERR")
                => new CancelRefused(answer.Codes),
            _ => Unknown(answer),
        };

    private static CancelOutcome Ended(AlipayAnswer answer, DateTimeOffset now)
        => (answer.Text("retry_flag"), answer.Text("action")) switch
        {
            // No action: there was no trade. An empty field is no field.
            ("N", "close" or "" or null) => new Cancelled(),
            ("N", "refund") => AlipayTradeNo.TryRead(answer.Text("trade_no"), out var tradeNo)
                ? new CancelledAndRefunded(tradeNo, now)
                : new CancelUnknown("refunded, but trade_no is unreadable"),
            ("N", _) => new CancelUnknown("the answer has no known action"),
            _ => new CancelUnknown("the answer has no retry_flag"),
        };

    private static CancelUnknown Unknown(AlipayAnswer answer)
        => new(AlipayStatus.ReasonOf(answer));
}
