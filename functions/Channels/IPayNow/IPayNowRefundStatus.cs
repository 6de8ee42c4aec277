namespace PayFunctions.Channels.IPayNow;

/// <summary>What ipaynow's words about money that goes back mean.</summary>
internal static class IPayNowRefundStatus
{
    /// <summary>What the answer to T001 or R001 says.</summary>
    public static RefundOutcome OfRefund(
        IPayNowAccount account, IPayNowAnswer answer, RefundRequest request)
        => account.Profile == IPayNowProfile.A
            ? IsAboutOld(answer, request)
                ? Of(answer, answer.Text("transStatus"u8))
                : About()
            : answer.Is("mhtOrderNo"u8, request.Trade.Number.ToString())
                && IsAbout(answer, request)
                ? Of(answer, answer.Text("tradeStatus"u8))
                : About();

    /// <summary>What the answer to Q001 says: its order and amount come empty as a rule.</summary>
    public static RefundOutcome OfQuery(
        IPayNowAccount account, IPayNowAnswer answer, RefundRequest request)
    {
        if (!answer.IsOrLacks("mhtOrderNo"u8, request.Trade.Number.ToString())
            || !IsAbout(answer, request))
        {
            return About();
        }

        var status = answer.Text("tradeStatus"u8);
        if (status is not null || Worked(answer.Code))
        {
            return Of(answer, status);
        }

        // The number is this refund's alone: sent again, the money cannot go back twice.
        return account.RefundAbsentWhenFailed
            && OfStatus(answer.Code, null, "") is RefundDeclined
                ? new RefundAbsent(answer.Said)
                : new RefundUnknown($"the query failed: {answer.Said}");
    }

    /// <summary>What the answer to R002 or Q002 says: the same words, about the cancel.</summary>
    public static RefundOutcome OfCancel(IPayNowAnswer answer, TradeReference trade)
        => answer.IsOrLacks("mhtOrderNo"u8, trade.Number.ToString())
            && answer.Is("mhtRefundNo"u8, IPayNowRefundMessages.CancelNumber(trade.Number))
                ? Of(answer, answer.Text("tradeStatus"u8))
                : About();

    /// <summary>A status of the table, without a call around it.</summary>
    /// <param name="status">R0… of profile A, A00… of profile B.</param>
    /// <param name="channelRefundNo">The channel's own number, or null.</param>
    /// <param name="said">Words for people.</param>
    public static RefundOutcome OfStatus(string? status, string? channelRefundNo, string said)
        => status switch
        {
            IPayNowCode.RefundDone or IPayNowCode.Success
                => new RefundSucceeded(channelRefundNo, At: null),
            IPayNowCode.RefundAccepted or IPayNowCode.RefundUnderway
                or IPayNowCode.Accepted or IPayNowCode.Unprocessed => new RefundPending(status),
            IPayNowCode.RefundRefused or IPayNowCode.RefundFailed
                or IPayNowCode.Failure or IPayNowCode.Refused
                => new RefundDeclined($"{status} {said}".TrimEnd()),
            _ when IPayNowCode.IsRefundFault(status)
                => new RefundDeclined($"{status} {said}".TrimEnd()),
            IPayNowCode.Unknown => new RefundUnknown("ipaynow does not know the result yet"),
            _ => new RefundUnknown("the answer has no known status of a refund"),
        };

    /// <summary>The call's code and the refund's status in one.</summary>
    private static RefundOutcome Of(IPayNowAnswer answer, string? status)
    {
        if (Worked(answer.Code))
        {
            return status is null
                ? new RefundPending("accepted")
                : OfStatus(status, NumberOf(answer), answer.Said);
        }

        // A call that failed and a refund that is done, or underway, contradict each other.
        return OfStatus(status ?? answer.Code, null, "") is RefundDeclined
            && answer.Code is not (null or IPayNowCode.Unknown)
                ? new RefundDeclined(answer.Said)
                : new RefundUnknown($"no verdict: {answer.Said}");
    }

    private static bool Worked(string? code)
        => code is IPayNowCode.Success or IPayNowCode.RefundAccepted;

    private static bool IsAbout(IPayNowAnswer answer, RefundRequest request)
        => answer.Is("mhtRefundNo"u8, request.Number.ToString())
            && answer.IsOrLacks("amount"u8, IPayNowAmount.Write(request.Total));

    private static bool IsAboutOld(IPayNowAnswer answer, RefundRequest request)
        => answer.Is("refundOrderNo"u8, request.Number.ToString())
            && answer.IsOrLacks("mhtOrderNo"u8, request.Trade.Number.ToString())
            && answer.IsOrLacks("mhtRefundAmt"u8, IPayNowAmount.Write(request.Total))
            && answer.IsOrLacks("mhtOrderAmt"u8, IPayNowAmount.Write(request.Paid))
            && answer.IsOrLacks("mhtCurrencyType"u8, IPayNowAmount.Currency);

    private static RefundUnknown About() => new("the answer is not about this refund");

    private static string? NumberOf(IPayNowAnswer answer)
        => IPayNowNumber.Read(answer.Bytes("nowPayOrderNo"u8));
}
