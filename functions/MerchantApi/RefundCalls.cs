using System.Globalization;
using Microsoft.AspNetCore.Http;
using PayFunctions.Orders;
using PayFunctions.Refunds;

namespace PayFunctions.MerchantApi;

/// <summary>The JSON dialect of the refund operations.</summary>
internal sealed class RefundCalls(RefundPayment refund, QueryRefund query)
{
    private const string OutRequestNo = "out_request_no";
    private const string OutTradeNo = "out_trade_no";
    private const string TransactionId = "transaction_id";
    private const string RefundFee = "refund_fee";
    private const string Reason = "reason";
    private const int MaxReasonLength = 80;

    private static readonly string[] Texts = [OutRequestNo, OutTradeNo, TransactionId, Reason];
    private static readonly string[] Numbers = [RefundFee];

    /// <summary><c>POST /v1/refunds</c>.</summary>
    public async Task<ApiAnswer> CreateAsync(
        VerifiedCall call, string? contentType, CancellationToken cancellation)
    {
        var (fields, malformed) = JsonBody.Read(call.Body, contentType, Texts, Numbers);
        if (fields is null)
        {
            return ApiAnswer.Failed(malformed!);
        }

        if (Wrong(fields) is { } wrong)
        {
            return ApiAnswer.Failed(wrong);
        }

        if (IdOf(call, fields) is not { } id)
        {
            return ApiAnswer.Failed(new ApiError(ApiErrorCode.OrderNotFound));
        }

        var wanted = new RequestRefund(
            fields[OutRequestNo],
            Money.OfFen(long.Parse(fields[RefundFee], CultureInfo.InvariantCulture)),
            fields.GetValueOrDefault(Reason) is { Length: > 0 } reason ? reason : null);
        return await refund.RunAsync(call.Application, id, wanted, cancellation) switch
        {
            RefundKnown known => ApiAnswer.Done(
                RefundJson.Of(known.Order, known.Refund),
                known.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK),
            RefundRefused refused => ApiAnswer.Failed(ApiError.Of(refused.Why)),
            _ => ApiAnswer.Failed(new ApiError(ApiErrorCode.CapabilityUnsupported)),
        };
    }

    /// <summary><c>GET /v1/refunds/{out_request_no}</c>.</summary>
    public async Task<ApiAnswer> QueryAsync(
        VerifiedCall call, string outRequestNo, CancellationToken cancellation)
        => TermsCheck.IsOutTradeNo(outRequestNo)
            && await query.RunAsync(call.Application, outRequestNo, cancellation) is { } known
                ? ApiAnswer.Done(RefundJson.Of(known.Order, known.Refund))
                : ApiAnswer.Failed(new ApiError(ApiErrorCode.RefundNotFound));

    /// <summary>In the documented order: number, order, amount, reason.</summary>
    private static ApiError? Wrong(Dictionary<string, string> fields)
    {
        foreach (var required in (string[])[OutRequestNo, RefundFee])
        {
            if (string.IsNullOrEmpty(fields.GetValueOrDefault(required)))
            {
                return new ApiError(ApiErrorCode.ParameterMissing, required);
            }
        }

        if (Has(fields, OutTradeNo) == Has(fields, TransactionId))
        {
            return new ApiError(
                Has(fields, OutTradeNo)
                    ? ApiErrorCode.ParameterInvalid
                    : ApiErrorCode.ParameterMissing,
                $"{OutTradeNo} or {TransactionId}");
        }

        if (!TermsCheck.IsOutTradeNo(fields[OutRequestNo]))
        {
            return new ApiError(ApiErrorCode.ParameterInvalid, OutRequestNo);
        }

        if (Has(fields, OutTradeNo) && !TermsCheck.IsOutTradeNo(fields[OutTradeNo]))
        {
            return new ApiError(ApiErrorCode.ParameterInvalid, OutTradeNo);
        }

        return !TermsCheck.TryFen(fields[RefundFee], out _)
            ? new ApiError(ApiErrorCode.AmountInvalid, RefundFee)
            : TermsCheck.CheckText(fields, Reason, MaxReasonLength);
    }

    /// <summary>An empty text is the same as leaving the member out.</summary>
    private static bool Has(Dictionary<string, string> fields, string name)
        => !string.IsNullOrEmpty(fields.GetValueOrDefault(name));

    private static OrderId? IdOf(VerifiedCall call, Dictionary<string, string> fields)
        => Has(fields, OutTradeNo)
            ? OrderId.Of(call.Application.AppId, fields[OutTradeNo])
            : OrderId.TryParse(fields[TransactionId], out var id)
                ? id
                : null;
}
