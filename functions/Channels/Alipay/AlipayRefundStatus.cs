using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Alipay;

/// <summary>What Alipay's words about a refund mean.</summary>
internal static class AlipayRefundStatus
{
    // A refund is not to be seen by a question at once.
    private static readonly TimeSpan VisibleAfter = TimeSpan.FromSeconds(10);

    /// <summary>
    /// What an answer to a refund says. Money moved by this call only with
    /// <c>fund_change=Y</c>; a repetition moves none and says N. <c>refund_fee</c> is what all
    /// refunds of the trade sum up to: it can contradict, never prove.
    /// </summary>
    public static RefundOutcome OfRefund(AlipayAnswer answer, RefundRequest request)
        => (answer.Code, answer.SubCode) switch
        {
            _ when answer.IsGatewayError || !IsAbout(answer, request) => Unknown(answer),
            (AlipayAnswer.Ok, _) => OfMove(answer, request),
            (AlipayStatus.BusinessFailed, "BUYER_NOT_EXIST" or "BUYER_ENABLE_STATUS_FORBID"
                or "BUYER_ERROR") => new RefundStuck(answer.Codes),
            (AlipayStatus.BusinessFailed, "SELLER_BALANCE_NOT_ENOUGH"
                or "REFUND_AMT_NOT_EQUAL_TOTAL" or "REASON_TRADE_BEEN_FREEZEN"
                or "TRADE_HAS_FINISHED" or "TRADE_STATUS_ERROR" or "DISCORDANT_REPEAT_REQUEST"
                or "REASON_TRADE_REFUND_FEE_ERR" or "TRADE_NOT_ALLOW_REFUND"
                or "REFUND_FEE_ERROR" or "TRADE_HAS_CLOSE" or "REASON_TRADE_STATUS_INVALID"
                or "NOT_ALLOW_PARTIAL_REFUND" or "ONLINE_TRADE_VOUCHER_NOT_ALLOW_REFUND"
                or "CURRENCY_NOT_SUPPORT" or "REFUND_CHARGE_ERROR" or "CUSTOMER_VALIDATE_ERROR"
                or "INVALID_PARAMETER") => new RefundDeclined(answer.Codes),
            _ => Unknown(answer),
        };

    /// <summary>What an answer to a question about a refund says.</summary>
    public static RefundOutcome OfQuery(
        AlipayAnswer answer, RefundRequest request, DateTimeOffset now)
        => answer.Code switch
        {
            AlipayAnswer.Ok when answer.IsGatewayError => Unknown(answer),
            AlipayAnswer.Ok when !HasRefund(answer) => Absent(answer, request, now),
            AlipayAnswer.Ok when IsAbout(answer, request) => OfStatus(answer, request),
            _ => Unknown(answer),
        };

    private static RefundOutcome OfMove(AlipayAnswer answer, RefundRequest request)
        => answer.Text("fund_change") switch
        {
            "Y" when IsPlausible(answer, request) => new RefundSucceeded(null, TimeOf(answer)),
            "Y" => new RefundUnknown("refunded, but refund_fee contradicts it"),
            "N" => new RefundPending("no money moved by this call"),
            _ => new RefundUnknown("the answer has no known fund_change"),
        };

    private static bool IsPlausible(AlipayAnswer answer, RefundRequest request)
        => YuanText.TryRead(answer.Text("refund_fee"), out var all)
            && all.Fen >= request.Total.Fen && all.Fen <= request.Paid.Fen;

    private static RefundOutcome OfStatus(AlipayAnswer answer, RefundRequest request)
        => answer.Text("refund_status") is not "REFUND_SUCCESS"
            ? new RefundUnknown("the answer has no known refund_status")
            : !string.Equals(
                answer.Text("out_request_no"), request.Number.ToString(),
                StringComparison.Ordinal)
                ? new RefundUnknown("refunded, but under another number")
            : YuanText.TryRead(answer.Text("refund_amount"), out var refunded)
                && refunded == request.Total
                && (answer.Text("total_amount") is not { } said
                    || (YuanText.TryRead(said, out var paid) && paid == request.Paid))
                ? new RefundSucceeded(null, TimeOf(answer))
                : new RefundUnknown("refunded, but another amount");

    // A refund that Alipay does not have is answered like one it has, without a word about it.
    private static RefundOutcome Absent(
        AlipayAnswer answer, RefundRequest request, DateTimeOffset now)
        => answer.Text("out_trade_no") is not null && !IsAbout(answer, request) ? Unknown(answer)
            : now < request.RequestedAt + VisibleAfter
                ? new RefundPending("it may not be visible yet")
                : new RefundAbsent("Alipay knows no such refund");

    private static bool HasRefund(AlipayAnswer answer)
        => answer.Text("refund_status") is { Length: > 0 }
            || answer.Text("refund_amount") is { Length: > 0 };

    private static bool IsAbout(AlipayAnswer answer, RefundRequest request)
        => answer.IsAbout(request.Trade.Number)
            && (answer.Text("trade_no") is not { Length: > 0 } tradeNo
                || request.ChannelTradeNo.Length == 0
                || string.Equals(tradeNo, request.ChannelTradeNo, StringComparison.Ordinal));

    private static DateTimeOffset? TimeOf(AlipayAnswer answer)
        => BeijingClock.TryRead(
            answer.Text("gmt_refund_pay"), BeijingClock.Spaced, out var at) ? at : null;

    private static RefundUnknown Unknown(AlipayAnswer answer)
        => new(AlipayStatus.ReasonOf(answer));
}
