using System.Globalization;
using Microsoft.AspNetCore.Http;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;
using PayFunctions.Platform;

namespace PayFunctions.Agreements;

/// <summary>The JSON dialect of debits: read, run, write.</summary>
internal sealed class DebitCalls(TermsCheck terms, DebitAgreement debit)
{
    private const string OutTradeNo = "out_trade_no";
    private const string AgreementId = "agreement_id";
    private const string TotalFee = "total_fee";
    private const string Subject = "subject";
    private const string NotifyUrl = "notify_url";

    private static readonly string[] Texts =
        [OutTradeNo, AgreementId, "fee_type", Subject, "body", "attach", NotifyUrl];

    /// <summary><c>POST /v1/debits</c>.</summary>
    public async Task<ApiAnswer> DebitAsync(
        VerifiedCall call, string? contentType, CancellationToken cancellation)
    {
        var (fields, malformed) = JsonBody.Read(call.Body, contentType, Texts, [TotalFee]);
        if (fields is null)
        {
            return ApiAnswer.Failed(malformed!);
        }

        if (Wrong(fields, call.Application) is { } wrong)
        {
            return ApiAnswer.Failed(wrong);
        }

        if (!OrderId.TryParse(fields[AgreementId], out var agreement))
        {
            return ApiAnswer.Failed(new ApiError(ApiErrorCode.AgreementNotFound));
        }

        return await debit.RunAsync(
            call.Application, WishOf(fields, agreement), cancellation) switch
        {
            DebitKnown known => ApiAnswer.Done(
                AgreementJson.OfDebit(known.Payment),
                known.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK),
            DebitRefused { Why: OrderRefusal.OrderNotFound }
                => ApiAnswer.Failed(new ApiError(ApiErrorCode.AgreementNotFound)),
            DebitRefused refused => ApiAnswer.Failed(ApiError.Of(refused.Why)),
            _ => ApiAnswer.Failed(new ApiError(ApiErrorCode.CapabilityUnsupported)),
        };
    }

    /// <summary>In the documented order: number, amount, currency, texts, URL.</summary>
    private ApiError? Wrong(Dictionary<string, string> fields, Application application)
    {
        foreach (var required in (string[])[OutTradeNo, AgreementId, TotalFee, Subject])
        {
            if (string.IsNullOrEmpty(fields.GetValueOrDefault(required)))
            {
                return new ApiError(ApiErrorCode.ParameterMissing, required);
            }
        }

        return TermsCheck.CheckTexts(fields) ?? terms.CheckUrl(fields, NotifyUrl, application);
    }

    private static DebitWish WishOf(Dictionary<string, string> fields, OrderId agreement)
        => new(
            agreement, fields[OutTradeNo],
            Money.OfFen(long.Parse(fields[TotalFee], CultureInfo.InvariantCulture)),
            fields[Subject], Optional(fields, "body"), Optional(fields, "attach"),
            Optional(fields, NotifyUrl));

    private static string? Optional(Dictionary<string, string> fields, string name)
        => fields.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;
}
