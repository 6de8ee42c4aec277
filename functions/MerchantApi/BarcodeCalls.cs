using System.Globalization;
using Microsoft.AspNetCore.Http;
using PayFunctions.Channels;
using PayFunctions.Payments;

namespace PayFunctions.MerchantApi;

/// <summary>The JSON dialect of payments at a till.</summary>
internal sealed class BarcodeCalls(TermsCheck terms, ChargePayment charge)
{
    /// <summary>The member with the payer's code.</summary>
    public const string AuthCode = "auth_code";

    /// <summary>The member with the seconds to wait for an outcome.</summary>
    public const string WaitSeconds = "wait_seconds";

    private static readonly string[] Texts = [.. TermsCheck.Texts, AuthCode];
    private static readonly string[] Numbers = [.. TermsCheck.Numbers, WaitSeconds];

    /// <summary><c>POST /v1/payments/barcode</c>.</summary>
    public async Task<ApiAnswer> ChargeAsync(
        VerifiedCall call, string? contentType, CancellationToken cancellation)
    {
        var (fields, malformed) = JsonBody.Read(call.Body, contentType, Texts, Numbers);
        if (fields is null)
        {
            return ApiAnswer.Failed(malformed!);
        }

        var (wanted, wrong) = await terms.ReadAsync(
            fields, call.Application, TermsKind.Barcode, cancellation);
        if (wanted is null)
        {
            return ApiAnswer.Failed(wrong!);
        }

        if (fields.GetValueOrDefault(AuthCode) is not { Length: > 0 } text)
        {
            return ApiAnswer.Failed(new ApiError(ApiErrorCode.ParameterMissing, AuthCode));
        }

        if (!TryWait(fields.GetValueOrDefault(WaitSeconds), out var wait))
        {
            return ApiAnswer.Failed(new ApiError(ApiErrorCode.ParameterInvalid, WaitSeconds));
        }

        return PayerCode.Of(text) is { } code
            ? Answer(await charge.RunAsync(
                call.Application, fields["out_trade_no"], wanted, code, wait, cancellation))
            : ApiAnswer.Failed(new ApiError(ApiErrorCode.AuthCodeInvalid, AuthCode));
    }

    private static ApiAnswer Answer(ChargeResult result) => result switch
    {
        Charged charged => ApiAnswer.Done(
            PaymentJson.Of(charged.Order),
            charged.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK),
        NotCharged not => ApiAnswer.Failed(ApiError.Of(not.Why)),
        AccountUnavailable => ApiAnswer.Failed(
            new ApiError(ApiErrorCode.ChannelUnsupported, "channel")),
        _ => ApiAnswer.Failed(new ApiError(ApiErrorCode.AuthCodeInvalid, AuthCode)),
    };

    private static bool TryWait(string? text, out TimeSpan wait)
    {
        var seconds = 0;
        var valid = text is null || (int.TryParse(
            text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds)
            && seconds <= ChargePayment.WaitMax.TotalSeconds);
        wait = TimeSpan.FromSeconds(seconds);
        return valid;
    }
}
