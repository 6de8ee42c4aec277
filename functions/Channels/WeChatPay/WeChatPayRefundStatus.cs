using PayFunctions.Orders;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>What WeChat Pay's words about a refund mean.</summary>
internal static class WeChatPayRefundStatus
{
    private const string NotAbout = "the answer is not about this refund";

    /// <summary>What an answer to a refund says. Accepted is not refunded.</summary>
    public static RefundOutcome OfRefund(WeChatPayAnswer answer, RefundRequest request)
        => answer.IsOk ? OfBody(answer.Body, request)
            : answer.Meaning switch
            {
                WeChatPayMeaning.Refused => new RefundDeclined(answer.Reason),

                // The merchant's balance: the same refund is sent again later.
                WeChatPayMeaning.NotEnough => new RefundPending(answer.Reason),
                _ => new RefundUnknown(answer.Reason),
            };

    /// <summary>What an answer to a question about a refund says.</summary>
    public static RefundOutcome OfQuery(WeChatPayAnswer answer, RefundRequest request)
        => answer.IsOk ? OfBody(answer.Body, request)
            : answer.Meaning == WeChatPayMeaning.NoResource
                ? new RefundAbsent("WeChat Pay knows no such refund")
                : new RefundUnknown(answer.Reason);

    /// <summary>What a status says.</summary>
    /// <param name="status">The word.</param>
    /// <param name="refundId">WeChat Pay's number of the refund.</param>
    /// <param name="at">When it reached the payer.</param>
    public static RefundOutcome OfStatus(string? status, string? refundId, DateTimeOffset? at)
        => status switch
        {
            "SUCCESS" => new RefundSucceeded(refundId, at),
            "PROCESSING" => new RefundPending(status),

            // For good, for want of funds: another try takes another number.
            "CLOSED" => new RefundDeclined(status),

            // The payer's account takes nothing: it is settled by hand, and may yet succeed.
            "ABNORMAL" => new RefundStuck(status),
            _ => new RefundUnknown("no known status of a refund"),
        };

    private static RefundOutcome OfBody(WeChatPayJson? body, RefundRequest request)
    {
        var amount = body?.Inner("amount");
        if (body is null
            || !Is(body.Text("out_refund_no"), request.Number.ToString())
            || !Is(body.Text("out_trade_no"), request.Trade.Number.ToString())
            || (request.ChannelTradeNo.Length > 0
                && !Is(body.Text("transaction_id"), request.ChannelTradeNo)))
        {
            return new RefundUnknown(NotAbout);
        }

        return amount?.Fen("refund") == request.Total
            && amount?.Fen("total") == request.Paid
            && amount.Text("currency") is null or Money.Cny
                ? OfStatus(
                    body.Text("status"), WeChatPayNumber.TryRead(body.Text("refund_id")),
                    WeChatPayTime.TryRead(body.Text("success_time")))
                : new RefundUnknown("the answer names another amount");
    }

    private static bool Is(string? said, string ours)
        => string.Equals(said, ours, StringComparison.Ordinal);
}
