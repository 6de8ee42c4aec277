using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PayFunctions.Host;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Refunds;

namespace PayFunctions.Authorizations;

/// <summary>The JSON dialect of authorisations: read, run, write.</summary>
internal sealed class AuthorizationCalls(
    TermsCheck terms, CreatePayment create, CreatedAnswer created, QueryPayment query,
    ClosePayment close, CaptureHold capture, VoidHold release, GatewayAddress gateway)
{
    private const string OutTradeNo = "out_trade_no";
    private const string OutRequestNo = "out_request_no";
    private const string TotalFee = "total_fee";
    private const string Final = "final";

    /// <summary><c>POST /v1/authorizations</c>.</summary>
    public async Task<ApiAnswer> CreateAsync(
        VerifiedCall call, string? contentType, CancellationToken cancellation)
    {
        var (fields, malformed) = JsonBody.Read(
            call.Body, contentType, TermsCheck.Texts, TermsCheck.HoldNumbers);
        if (fields is null)
        {
            return ApiAnswer.Failed(malformed!);
        }

        var (wanted, wrong) = await terms.ReadAsync(
            fields, call.Application, TermsKind.Hold, cancellation);
        if (wanted is null)
        {
            return ApiAnswer.Failed(wrong!);
        }

        var decision = await create.RunAsync(
            call.Application, fields[OutTradeNo], wanted, cancellation);
        return decision switch
        {
            Moved moved => await created.OfAsync(
                moved.Order, StatusCodes.Status201Created, Write, cancellation),
            Replayed replayed => await created.OfAsync(
                replayed.Order, StatusCodes.Status200OK, Write, cancellation),
            _ => ApiAnswer.Failed(ApiError.Of(((Refused)decision).Why)),
        };
    }

    /// <summary><c>GET /v1/authorizations/{authorization_id}</c>.</summary>
    public Task<ApiAnswer> QueryAsync(
        VerifiedCall call, string authorizationId, CancellationToken cancellation)
        => OrderId.TryParse(authorizationId, out var id)
            ? FindAsync(call, id, cancellation)
            : Task.FromResult(NotFound());

    /// <summary><c>GET /v1/authorizations?out_trade_no=</c>.</summary>
    public Task<ApiAnswer> QueryByNumberAsync(
        VerifiedCall call, IQueryCollection parameters, CancellationToken cancellation)
        => PaymentCalls.NumberIn(parameters) is { Number: { } number }
            ? FindAsync(call, OrderId.Of(call.Application.AppId, number), cancellation)
            : Task.FromResult(ApiAnswer.Failed(PaymentCalls.NumberIn(parameters).Error!));

    /// <summary><c>POST /v1/authorizations/{authorization_id}/capture</c>.</summary>
    public async Task<ApiAnswer> CaptureAsync(
        VerifiedCall call, string authorizationId, string? contentType,
        CancellationToken cancellation)
    {
        var (fields, malformed) = JsonBody.Read(
            call.Body, contentType, [OutTradeNo], [TotalFee], [Final]);
        if (fields is null)
        {
            return ApiAnswer.Failed(malformed!);
        }

        if (Wrong(fields, OutTradeNo, isFeeRequired: true) is { } wrong)
        {
            return ApiAnswer.Failed(wrong);
        }

        if (!OrderId.TryParse(authorizationId, out var id))
        {
            return NotFound();
        }

        var wanted = new RequestCapture(
            fields[OutTradeNo], FeeOf(fields)!.Value,
            fields.GetValueOrDefault(Final) is "true");
        return await capture.RunAsync(call.Application, id, wanted, cancellation) switch
        {
            CaptureKnown known => ApiAnswer.Done(
                AuthorizationJson.Of(known),
                known.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK),
            CaptureRefused refused => ApiAnswer.Failed(ApiError.Of(refused.Why)),
            CaptureNotFinal => ApiAnswer.Failed(new ApiError(ApiErrorCode.CaptureNotFinal)),
            _ => ApiAnswer.Failed(new ApiError(ApiErrorCode.CapabilityUnsupported)),
        };
    }

    /// <summary>
    /// <c>POST /v1/authorizations/{authorization_id}/void</c>: lets go what is held, or ends what
    /// the payer has not authorised yet.
    /// </summary>
    public async Task<ApiAnswer> VoidAsync(
        VerifiedCall call, string authorizationId, string? contentType,
        CancellationToken cancellation)
    {
        var (fields, malformed) = JsonBody.Read(
            call.Body, contentType, [OutRequestNo], [TotalFee]);
        if (fields is null)
        {
            return ApiAnswer.Failed(malformed!);
        }

        if (Wrong(fields, OutRequestNo, isFeeRequired: false) is { } wrong)
        {
            return ApiAnswer.Failed(wrong);
        }

        if (!OrderId.TryParse(authorizationId, out var id)
            || await query.FindAsync(call.Application, id, cancellation, OrderKind.Hold)
                is not { } stored)
        {
            return NotFound();
        }

        if (stored.Order.Payment is null
            && await close.RunAsync(id, cancellation) is var ended
                and not Refused { Why: OrderRefusal.OrderPaid })
        {
            return ended switch
            {
                Moved moved => ApiAnswer.Done(AuthorizationJson.Of(moved.Order)),
                Replayed replayed => ApiAnswer.Done(AuthorizationJson.Of(replayed.Order)),
                _ => ApiAnswer.Failed(ApiError.Of(((Refused)ended).Why)),
            };
        }

        var wanted = new RequestRelease(fields[OutRequestNo], FeeOf(fields));
        return await release.RunAsync(call.Application, id, wanted, cancellation) switch
        {
            RefundKnown known => ApiAnswer.Done(
                AuthorizationJson.Of(known.Order),
                known.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK),
            RefundRefused refused => ApiAnswer.Failed(ApiError.Of(refused.Why)),
            _ => ApiAnswer.Failed(new ApiError(ApiErrorCode.CapabilityUnsupported)),
        };
    }

    private JsonObject Write(
        Order order, string? codeUrl, IReadOnlyList<KeyValuePair<string, string>>? wallet)
        => AuthorizationJson.OfCreated(order, gateway, codeUrl);

    private async Task<ApiAnswer> FindAsync(
        VerifiedCall call, OrderId id, CancellationToken cancellation)
        => await query.RunAsync(call.Application, id, cancellation, OrderKind.Hold) is { } hold
            ? ApiAnswer.Done(AuthorizationJson.Of(hold))
            : NotFound();

    /// <summary>In the documented order: number, amount.</summary>
    private static ApiError? Wrong(
        Dictionary<string, string> fields, string number, bool isFeeRequired)
        => string.IsNullOrEmpty(fields.GetValueOrDefault(number))
                ? new ApiError(ApiErrorCode.ParameterMissing, number)
            : isFeeRequired && !fields.ContainsKey(TotalFee)
                ? new ApiError(ApiErrorCode.ParameterMissing, TotalFee)
            : !TermsCheck.IsOutTradeNo(fields[number])
                ? new ApiError(ApiErrorCode.ParameterInvalid, number)
            : fields.TryGetValue(TotalFee, out var fee) && !TermsCheck.TryFen(fee, out _)
                ? new ApiError(ApiErrorCode.AmountInvalid, TotalFee)
            : null;

    private static Money? FeeOf(Dictionary<string, string> fields)
        => fields.TryGetValue(TotalFee, out var fee)
            ? Money.OfFen(long.Parse(fee, CultureInfo.InvariantCulture))
            : null;

    private static ApiAnswer NotFound()
        => ApiAnswer.Failed(new ApiError(ApiErrorCode.OrderNotFound));
}
