using PayFunctions.MerchantApi;
using PayFunctions.Orders;

namespace PayFunctions.Batches;

/// <summary>Reads rows that are debits.</summary>
internal static class DebitRowReading
{
    private const string OutTradeNo = "out_trade_no";
    private const string AgreementId = "agreement_id";
    private const string OutAgreementNo = "out_agreement_no";
    private const string TotalFee = "total_fee";
    private const string Subject = "subject";

    /// <summary>The reading.</summary>
    public static RowReading Rows { get; } = new(
        [OutTradeNo, AgreementId, OutAgreementNo, TotalFee, Subject], TotalFee, Read);

    private static (BatchRow? Row, ApiError? Error) Read(
        string appId, int number, IReadOnlyDictionary<string, string> fields, RowsBefore before)
    {
        var (trade, agreement, named) = (
            Text(OutTradeNo), Text(AgreementId), Text(OutAgreementNo));
        var error = trade is "" ? Wrong(ApiErrorCode.ParameterMissing, OutTradeNo)
            : Text(TotalFee) is "" ? Wrong(ApiErrorCode.ParameterMissing, TotalFee)
            : Text(Subject) is "" ? Wrong(ApiErrorCode.ParameterMissing, Subject)
            : agreement is "" && named is ""
                ? Wrong(ApiErrorCode.ParameterMissing, $"{AgreementId} or {OutAgreementNo}")
            : agreement is not "" && named is not ""
                ? Wrong(ApiErrorCode.ParameterInvalid, $"{AgreementId} or {OutAgreementNo}")
            : TermsCheck.CheckTexts(fields) is { } text ? (null, text)
            : !before.IsNew(trade) ? Wrong(ApiErrorCode.ParameterDuplicated, OutTradeNo)
            : named is not "" && !TermsCheck.IsOutTradeNo(named)
                ? Wrong(ApiErrorCode.ParameterInvalid, OutAgreementNo)
            : agreement is not "" && !OrderId.TryParse(agreement, out _)
                ? Wrong(ApiErrorCode.AgreementNotFound, "")
            : default;
        if (error.Error is not null)
        {
            return error;
        }

        _ = TermsCheck.TryFen(Text(TotalFee), out var fen);
        return (
            new BatchRow(
                number, agreement is "" ? OrderId.Of(appId, named).Value : agreement, trade, fen,
                Text(Subject)),
            null);

        string Text(string name) => fields.GetValueOrDefault(name) ?? "";

        static (BatchRow? Row, ApiError? Error) Wrong(ApiErrorCode code, string subject)
            => (null, new ApiError(code, subject));
    }
}
