using PayFunctions.MerchantApi;
using PayFunctions.Orders;

namespace PayFunctions.Batches;

/// <summary>Reads rows that are refunds.</summary>
internal static class RefundRowReading
{
    private const string OutRequestNo = "out_request_no";
    private const string OutTradeNo = "out_trade_no";
    private const string TransactionId = "transaction_id";
    private const string RefundFee = "refund_fee";
    private const string Reason = "reason";
    private const int MaxReasonLength = 80;

    /// <summary>The reading.</summary>
    public static RowReading Rows { get; } = new(
        [OutRequestNo, OutTradeNo, TransactionId, RefundFee, Reason], RefundFee, Read);

    private static (BatchRow? Row, ApiError? Error) Read(
        string appId, int number, IReadOnlyDictionary<string, string> fields, RowsBefore before)
    {
        var (request, trade, transaction, fee) = (
            Text(OutRequestNo), Text(OutTradeNo), Text(TransactionId), Text(RefundFee));
        var error = request is "" ? Wrong(ApiErrorCode.ParameterMissing, OutRequestNo)
            : fee is "" ? Wrong(ApiErrorCode.ParameterMissing, RefundFee)
            : trade is "" && transaction is ""
                ? Wrong(ApiErrorCode.ParameterMissing, $"{OutTradeNo} or {TransactionId}")
            : trade is not "" && transaction is not ""
                ? Wrong(ApiErrorCode.ParameterInvalid, $"{OutTradeNo} or {TransactionId}")
            : !TermsCheck.IsOutTradeNo(request)
                ? Wrong(ApiErrorCode.ParameterInvalid, OutRequestNo)
            : !before.IsNew(request) ? Wrong(ApiErrorCode.ParameterDuplicated, OutRequestNo)
            : trade is not "" && !TermsCheck.IsOutTradeNo(trade)
                ? Wrong(ApiErrorCode.ParameterInvalid, OutTradeNo)
            : TermsCheck.CheckText(fields, Reason, MaxReasonLength) is { } reason
                ? Wrong(reason.Code, Reason)
            : default;
        if (error.Error is not null)
        {
            return error;
        }

        if (!TermsCheck.TryFen(fee, out var fen))
        {
            return Wrong(ApiErrorCode.AmountInvalid, RefundFee);
        }

        if (transaction is not "" && !OrderId.TryParse(transaction, out _))
        {
            return Wrong(ApiErrorCode.OrderNotFound, "");
        }

        var order = trade is "" ? transaction : OrderId.Of(appId, trade).Value;
        return (
            new BatchRow(number, order, request, fen, Text(Reason) is "" ? null : Text(Reason)),
            null);

        string Text(string name) => fields.GetValueOrDefault(name) ?? "";

        static (BatchRow? Row, ApiError? Error) Wrong(ApiErrorCode code, string subject)
            => (null, new ApiError(code, subject));
    }
}
