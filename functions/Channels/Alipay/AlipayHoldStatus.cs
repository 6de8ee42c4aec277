using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Alipay;

/// <summary>What Alipay's words about frozen amounts mean. Every answer has a meaning here.
/// </summary>
internal static class AlipayHoldStatus
{
    private const int CodeMax = 1024;
    private const int OperationMax = 64;

    /// <summary>What an answer to the wish for a code says.</summary>
    public static PageOpening OfCode(AlipayAnswer answer, ChannelOrderNo number)
        => (answer.Code, answer.SubCode) switch
        {
            _ when !IsAbout(answer, number) => new PageUnknown(AlipayStatus.ReasonOf(answer)),
            (AlipayAnswer.Ok, _) when !answer.IsGatewayError => answer.Text("code_value")
                is { Length: > 0 and <= CodeMax } code
                    ? new CodeReady(code)
                    : new PageUnknown("the answer has no code_value"),

            // The number was used by a call whose answer was lost: nobody has seen its code.
            (AlipayStatus.BusinessFailed, "UNIQUE_VIOLATION" or "ORDER_ALREADY_CLOSED"
                or "ORDER_ALREADY_FINISH" or "ILLEGAL_ARGUMENT" or "EXIST_FORBIDDEN_WORD"
                or "ACCESS_FORBIDDEN" or "PAYEE_NOT_EXIST" or "PAYEE_USER_STATUS_LIMIT"
                or "UNSUPPORT_ORDER_AMOUNT") => new PageRefused(answer.Codes),
            _ when AlipayRefusalStatus.IsForGood(answer) => new PageRefused(answer.Codes),
            _ => new PageUnknown(AlipayStatus.ReasonOf(answer)),
        };

    /// <summary>What an answer to a question about a freeze says.</summary>
    public static ChannelOutcome OfQuery(AlipayAnswer answer, ChannelOrderNo number)
        => (answer.Code, answer.SubCode) switch
        {
            _ when answer.IsGatewayError => new Unknown(AlipayStatus.ReasonOf(answer)),
            (AlipayAnswer.Ok, _) => IsAbout(answer, number)
                && Says(answer, "out_request_no", number.ToString())
                    ? OfFreeze(answer)
                    : new Unknown(AlipayStatus.ReasonOf(answer)),

            // There is none until the payer has scanned.
            (AlipayStatus.BusinessFailed, "AUTH_ORDER_NOT_EXIST" or "AUTH_OPERATION_NOT_EXIST")
                => new Waiting("the hold has not begun"),
            _ => new Unknown(AlipayStatus.ReasonOf(answer)),
        };

    /// <summary>What an answer to a cancel says. An amount that was frozen meanwhile has been
    /// let go by it: nothing is held in either case.</summary>
    public static ChannelOutcome OfCancel(AlipayAnswer answer, ChannelOrderNo number)
        => (answer.Code, answer.SubCode) switch
        {
            _ when answer.IsGatewayError || !IsAbout(answer, number)
                => new Unknown(AlipayStatus.ReasonOf(answer)),
            (AlipayAnswer.Ok, _) => answer.Text("action") is "close" or "unfreeze"
                ? new Declined("cancelled")
                : new Unknown("the answer has no known action"),
            (AlipayStatus.BusinessFailed, "AUTH_ORDER_NOT_EXIST" or "AUTH_OPERATION_NOT_EXIST")
                => new Declined("never began"),
            (AlipayStatus.BusinessFailed, "ORDER_ALREADY_FINISH" or "ORDER_ALREADY_CLOSED"
                or "ILLEGAL_STATUS" or "CANCEL_OPERATION_TIME_OUT")
                => new Waiting("not open: a query must say what it is"),
            _ => new Unknown(AlipayStatus.ReasonOf(answer)),
        };

    /// <summary>Who authorised, where the answer to a question says that the amount is frozen.
    /// </summary>
    public static string? PayerOf(AlipayAnswer answer, ChannelOrderNo number)
        => OfQuery(answer, number) is Succeeded
            && AlipayTradeNo.TryRead(answer.Text("payer_user_id"), out var payer)
                ? payer
                : null;

    /// <summary>Whether an unfreeze that is refused may have been made before.</summary>
    public static bool IsDoubtful(AlipayAnswer answer)
        => answer is { IsGatewayError: false, Code: AlipayStatus.BusinessFailed }
            && answer.SubCode is "UNIQUE_VIOLATION" or "REQUEST_AMOUNT_EXCEED" or "ILLEGAL_STATUS"
                or "ORDER_ALREADY_FINISH" or "ORDER_ALREADY_CLOSED";

    /// <summary>What an answer to an unfreeze says.</summary>
    public static RefundOutcome OfUnfreeze(AlipayAnswer answer, RefundRequest request)
        => (answer.Code, answer.SubCode) switch
        {
            _ when answer.IsGatewayError => Unknown(answer),
            (AlipayAnswer.Ok, _) => Says(answer, "auth_no", request.ChannelTradeNo)
                ? OfOperation(answer, request)
                : Unknown(answer),
            (AlipayStatus.BusinessFailed, "REQUEST_AMOUNT_EXCEED" or "ILLEGAL_STATUS"
                or "ORDER_ALREADY_FINISH" or "ORDER_ALREADY_CLOSED" or "AUTH_ORDER_NOT_EXIST"
                or "ILLEGAL_ARGUMENT") => new RefundDeclined(answer.Codes),
            (AlipayStatus.BusinessFailed, "PAYER_USER_STATUS_LIMIT" or "PAYER_NOT_EXIST")
                => new RefundStuck(answer.Codes),
            _ => Unknown(answer),
        };

    /// <summary>What an answer to a question about an unfreeze says.</summary>
    public static RefundOutcome OfUnfreezeQuery(AlipayAnswer answer, RefundRequest request)
        => (answer.Code, answer.SubCode) switch
        {
            _ when answer.IsGatewayError => Unknown(answer),
            (AlipayAnswer.Ok, _) => IsAbout(answer, request.Trade.Number)
                ? OfOperation(answer, request)
                : Unknown(answer),
            (AlipayStatus.BusinessFailed, "AUTH_OPERATION_NOT_EXIST")
                => new RefundAbsent(answer.Codes),
            _ => Unknown(answer),
        };

    private static ChannelOutcome OfFreeze(AlipayAnswer answer)
        => answer.Text("status") switch
        {
            "SUCCESS" => AlipayTradeNo.TryRead(answer.Text("auth_no"), out var holdNo)
                && YuanText.TryRead(answer.Text("amount"), out var total)
                && BeijingClock.TryRead(
                    answer.Text("gmt_trans"), BeijingClock.Spaced, out var heldAt)
                    ? new Succeeded(total, holdNo, heldAt)
                    : new Unknown("held, but auth_no, amount or gmt_trans is unreadable"),
            "FAIL" or "CLOSED" => new Declined(answer.Text("status")!),
            "INIT" or "PROCESSING" => new Waiting(answer.Text("status")!),
            _ => new Unknown("the answer has no known status"),
        };

    private static RefundOutcome OfOperation(AlipayAnswer answer, RefundRequest request)
        => !Says(answer, "out_request_no", request.Number.ToString())
            || !YuanText.TryRead(answer.Text("amount"), out var amount)
            || amount != request.Total
            ? new RefundUnknown("the answer is not about this release and amount")
            : answer.Text("status") switch
            {
                "SUCCESS" => new RefundSucceeded(OperationOf(answer), TimeOf(answer)),
                "INIT" or "PROCESSING" => new RefundPending(answer.Text("status")!),
                "FAIL" or "CLOSED" => new RefundDeclined(answer.Text("status")!),
                _ => new RefundUnknown("the answer has no known status"),
            };

    private static string? OperationOf(AlipayAnswer answer)
        => answer.Text("operation_id") is { Length: > 0 and <= OperationMax } operation
            && operation.All(char.IsAsciiLetterOrDigit)
                ? operation
                : null;

    private static DateTimeOffset? TimeOf(AlipayAnswer answer)
        => BeijingClock.TryRead(answer.Text("gmt_trans"), BeijingClock.Spaced, out var at)
            ? at
            : null;

    /// <summary>A refusal may leave the number out; a success has to say it.</summary>
    private static bool IsAbout(AlipayAnswer answer, ChannelOrderNo number)
        => answer.Text("out_order_no") is { } named
            ? string.Equals(named, number.ToString(), StringComparison.Ordinal)
            : !string.Equals(answer.Code, AlipayAnswer.Ok, StringComparison.Ordinal);

    private static bool Says(AlipayAnswer answer, string field, string value)
        => string.Equals(answer.Text(field), value, StringComparison.Ordinal);

    private static RefundUnknown Unknown(AlipayAnswer answer)
        => new(AlipayStatus.ReasonOf(answer));
}
