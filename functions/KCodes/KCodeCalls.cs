using Microsoft.AspNetCore.Http;
using PayFunctions.Channels;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;

namespace PayFunctions.KCodes;

/// <summary>
/// The JSON dialect of payments by card and code: read, run, write. A refusal names a member, never
/// what stood in it.
/// </summary>
internal sealed class KCodeCalls(
    TermsCheck terms, ChannelRouter channels, SendKCode send, ResendKCode resend, PayByKCode pay)
{
    private const string OutRequestNo = "out_request_no";
    private const string CardNo = "card_no";
    private const string MobileEnd = "mobile_end";
    private const string Channel = "channel";

    private static readonly string[] SendTexts =
        [.. TermsCheck.Texts, OutRequestNo, CardNo, MobileEnd];

    private static readonly string[] PayTexts = [OutRequestNo, .. KCodeProof.Members];

    /// <summary><c>POST /v1/payments/kcode</c>.</summary>
    public async Task<ApiAnswer> SendAsync(
        VerifiedCall call, string? contentType, CancellationToken cancellation)
    {
        var (fields, malformed) = JsonBody.Read(
            call.Body, contentType, SendTexts, TermsCheck.Numbers);
        if (fields is null)
        {
            return ApiAnswer.Failed(malformed!);
        }

        // The terms name the product: nobody pays the same order on a page.
        if (fields.GetValueOrDefault(Channel) is not { Length: > 0 }
            && channels.Products.FirstOrDefault(static p => p.Kind == ProductKind.KCode)
                is { } usual)
        {
            fields[Channel] = usual.Name;
        }

        var (wanted, wrong) = await terms.ReadAsync(
            fields, call.Application, TermsKind.KCode, cancellation);
        if (wanted is null)
        {
            return ApiAnswer.Failed(wrong!);
        }

        if ((WrongNumber(fields) ?? WrongCard(fields)) is { } refused)
        {
            return ApiAnswer.Failed(refused);
        }

        var card = KCodeCard.Of(fields[CardNo], fields[MobileEnd])!;
        return Answer(await send.RunAsync(
            call.Application, fields["out_trade_no"], wanted, fields[OutRequestNo], card,
            cancellation));
    }

    /// <summary><c>POST /v1/payments/{transaction_id}/kcode/resend</c>.</summary>
    public async Task<ApiAnswer> ResendAsync(
        VerifiedCall call, string transactionId, string? contentType,
        CancellationToken cancellation)
    {
        var (fields, malformed) = JsonBody.Read(call.Body, contentType, [OutRequestNo], []);
        if (fields is null)
        {
            return ApiAnswer.Failed(malformed!);
        }

        return WrongNumber(fields) is { } wrong ? ApiAnswer.Failed(wrong)
            : !OrderId.TryParse(transactionId, out var id) ? NotFound()
            : Answer(await resend.RunAsync(
                call.Application, id, fields[OutRequestNo], cancellation));
    }

    /// <summary><c>POST /v1/payments/{transaction_id}/kcode</c>.</summary>
    public async Task<ApiAnswer> PayAsync(
        VerifiedCall call, string transactionId, string? contentType,
        CancellationToken cancellation)
    {
        var (fields, malformed) = JsonBody.Read(call.Body, contentType, PayTexts, []);
        if (fields is null)
        {
            return ApiAnswer.Failed(malformed!);
        }

        if ((WrongNumber(fields) ?? Missing(fields, KCodeProof.Code)) is { } wrong)
        {
            return ApiAnswer.Failed(wrong);
        }

        var (proof, member) = KCodeProof.Of(fields);
        return proof is null
            ? ApiAnswer.Failed(new ApiError(ApiErrorCode.ParameterInvalid, member))
            : !OrderId.TryParse(transactionId, out var id) ? NotFound()
            : Answer(await pay.RunAsync(
                call.Application, id, fields[OutRequestNo], proof, cancellation));
    }

    private static ApiAnswer Answer(KCodeResult result) => result switch
    {
        KCodeKnown known => ApiAnswer.Done(
            PaymentJson.Of(known.Order),
            known.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK),
        KCodeForbidden forbidden => ApiAnswer.Failed(ApiError.Of(forbidden.Why)),
        KCodeDenied denied => ApiAnswer.Failed(
            new ApiError(ApiErrorCode.KCodeRefused, denied.Reason)),
        KCodeNotTaken => ApiAnswer.Failed(new ApiError(ApiErrorCode.KCodeWrong)),
        KCodeUnavailable => ApiAnswer.Failed(
            new ApiError(ApiErrorCode.ChannelUnsupported, Channel)),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    private static ApiError? WrongNumber(Dictionary<string, string> fields)
        => Missing(fields, OutRequestNo)
            ?? (TermsCheck.IsOutTradeNo(fields[OutRequestNo])
                ? null
                : new ApiError(ApiErrorCode.ParameterInvalid, OutRequestNo));

    private static ApiError? WrongCard(Dictionary<string, string> fields)
        => Missing(fields, CardNo) ?? Missing(fields, MobileEnd)
            ?? (!KCodeCard.IsNumber(fields[CardNo])
                ? new ApiError(ApiErrorCode.ParameterInvalid, CardNo)
                : !KCodeCard.IsMobileEnd(fields[MobileEnd])
                    ? new ApiError(ApiErrorCode.ParameterInvalid, MobileEnd)
                    : null);

    private static ApiError? Missing(Dictionary<string, string> fields, string name)
        => fields.GetValueOrDefault(name) is { Length: > 0 }
            ? null
            : new ApiError(ApiErrorCode.ParameterMissing, name);

    private static ApiAnswer NotFound()
        => ApiAnswer.Failed(new ApiError(ApiErrorCode.OrderNotFound));
}
