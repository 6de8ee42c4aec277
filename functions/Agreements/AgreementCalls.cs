using Microsoft.AspNetCore.Http;
using PayFunctions.Host;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;
using PayFunctions.Payments;

namespace PayFunctions.Agreements;

/// <summary>The JSON dialect of agreements: read, run, write.</summary>
internal sealed class AgreementCalls(
    AgreementTermsCheck terms, CreatePayment create, QueryPayment query, CheckAgreement check,
    ClosePayment close, UnsignAgreement unsign, GatewayAddress gateway)
{
    /// <summary><c>POST /v1/agreements</c>.</summary>
    public async Task<ApiAnswer> CreateAsync(
        VerifiedCall call, string? contentType, CancellationToken cancellation)
    {
        var (fields, malformed) = JsonBody.Read(
            call.Body, contentType, AgreementTermsCheck.Texts, AgreementTermsCheck.Numbers);
        if (fields is null)
        {
            return ApiAnswer.Failed(malformed!);
        }

        var (wanted, wrong) = await terms.ReadAsync(fields, call.Application, cancellation);
        if (wanted is null)
        {
            return ApiAnswer.Failed(wrong!);
        }

        return await create.RunAsync(
            call.Application, fields[AgreementTermsCheck.OutAgreementNo], wanted, cancellation)
            switch
        {
            Moved moved => ApiAnswer.Done(
                AgreementJson.OfCreated(moved.Order, gateway), StatusCodes.Status201Created),
            Replayed replayed => ApiAnswer.Done(
                AgreementJson.OfCreated(replayed.Order, gateway)),
            var decision => Refusal(decision),
        };
    }

    /// <summary><c>GET /v1/agreements/{agreement_id}</c>.</summary>
    public Task<ApiAnswer> QueryAsync(
        VerifiedCall call, string agreementId, CancellationToken cancellation)
        => OrderId.TryParse(agreementId, out var id)
            ? FindAsync(call, id, cancellation)
            : Task.FromResult(NotFound());

    /// <summary><c>GET /v1/agreements?out_agreement_no=</c>.</summary>
    public Task<ApiAnswer> QueryByNumberAsync(
        VerifiedCall call, IQueryCollection parameters, CancellationToken cancellation)
    {
        var (number, error) = PaymentCalls.NumberIn(
            parameters, AgreementTermsCheck.OutAgreementNo);
        return number is not null
            ? FindAsync(call, OrderId.Of(call.Application.AppId, number), cancellation)
            : Task.FromResult(ApiAnswer.Failed(error!));
    }

    /// <summary>
    /// <c>POST /v1/agreements/{agreement_id}/unsign</c>: ends what is signed, or closes what the
    /// payer has not signed yet.
    /// </summary>
    public async Task<ApiAnswer> UnsignAsync(
        VerifiedCall call, string agreementId, string? contentType,
        CancellationToken cancellation)
    {
        if (JsonBody.Read(call.Body, contentType, [], []).Error is { } malformed)
        {
            return ApiAnswer.Failed(malformed);
        }

        if (!OrderId.TryParse(agreementId, out var id)
            || await query.FindAsync(call.Application, id, cancellation, OrderKind.Agreement)
                is not { } stored)
        {
            return NotFound();
        }

        if (stored.Order.Payment is null)
        {
            var closed = await close.RunAsync(id, cancellation);
            if (closed is not Refused { Why: OrderRefusal.OrderPaid })
            {
                return Answer(closed);
            }

            // The payer was quicker.
            stored = await query.FindAsync(
                call.Application, id, cancellation, OrderKind.Agreement) ?? stored;
        }

        return Answer(await unsign.RunAsync(stored, cancellation));
    }

    private async Task<ApiAnswer> FindAsync(
        VerifiedCall call, OrderId id, CancellationToken cancellation)
    {
        if (await query.FindAsync(call.Application, id, cancellation, OrderKind.Agreement)
            is not { } stored)
        {
            return NotFound();
        }

        return ApiAnswer.Done(AgreementJson.Of(
            stored.Order.Payment is null
                ? await query.AskIfOpenAsync(stored, cancellation)
                : await check.RunAsync(stored, cancellation)));
    }

    private static ApiAnswer Answer(OrderDecision decision) => decision switch
    {
        Moved moved => ApiAnswer.Done(AgreementJson.Of(moved.Order)),
        Replayed replayed => ApiAnswer.Done(AgreementJson.Of(replayed.Order)),
        _ => Refusal(decision),
    };

    private static ApiAnswer Refusal(OrderDecision decision)
        => ApiAnswer.Failed(((Refused)decision).Why switch
        {
            OrderRefusal.OrderNotFound => new ApiError(ApiErrorCode.AgreementNotFound),
            OrderRefusal.ContentDiffers => new ApiError(ApiErrorCode.AgreementContentDiffers),
            var why => ApiError.Of(why),
        });

    private static ApiAnswer NotFound()
        => ApiAnswer.Failed(new ApiError(ApiErrorCode.AgreementNotFound));
}
