using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PayFunctions.Host;
using PayFunctions.Orders;
using PayFunctions.Payments;

namespace PayFunctions.MerchantApi;

/// <summary>The JSON dialect of the payment operations: read, run, write.</summary>
internal sealed class PaymentCalls(
    TermsCheck terms, CreatePayment create, QueryPayment query,
    ClosePayment close, CancelPayment cancel, CreatedAnswer created, GatewayAddress gateway)
{
    /// <summary><c>POST /v1/payments</c>.</summary>
    public async Task<ApiAnswer> CreateAsync(
        VerifiedCall call, string? contentType, CancellationToken cancellation)
    {
        var (fields, malformed) = JsonBody.Read(
            call.Body, contentType, TermsCheck.Texts, TermsCheck.Numbers);
        if (fields is null)
        {
            return ApiAnswer.Failed(malformed!);
        }

        var (wanted, wrong) = await terms.ReadAsync(
            fields, call.Application, TermsKind.Payment, cancellation);
        if (wanted is null)
        {
            return ApiAnswer.Failed(wrong!);
        }

        var decision = await create.RunAsync(
            call.Application, fields["out_trade_no"], wanted, cancellation);
        return decision switch
        {
            Moved moved => await created.OfAsync(
                moved.Order, StatusCodes.Status201Created, Write, cancellation),
            Replayed replayed => await created.OfAsync(
                replayed.Order, StatusCodes.Status200OK, Write, cancellation),
            _ => Refusal(decision),
        };
    }

    /// <summary><c>GET /v1/payments/{transaction_id}</c>.</summary>
    public Task<ApiAnswer> QueryAsync(
        VerifiedCall call, string transactionId, CancellationToken cancellation)
        => OrderId.TryParse(transactionId, out var id)
            ? FindAsync(call, id, cancellation)
            : Task.FromResult(NotFound());

    /// <summary><c>GET /v1/payments?out_trade_no=</c>.</summary>
    public Task<ApiAnswer> QueryByNumberAsync(
        VerifiedCall call, IQueryCollection parameters, CancellationToken cancellation)
        => NumberIn(parameters) is { Number: { } number }
            ? FindAsync(call, OrderId.Of(call.Application.AppId, number), cancellation)
            : Task.FromResult(ApiAnswer.Failed(NumberIn(parameters).Error!));

    /// <summary>The merchant's number in a query, or what is wrong with the query.</summary>
    public static (string? Number, ApiError? Error) NumberIn(
        IQueryCollection parameters, string number = "out_trade_no")
    {
        if (parameters.Keys.FirstOrDefault(
            name => !string.Equals(name, number, StringComparison.Ordinal))
            is { } unknown)
        {
            return (null, new ApiError(ApiErrorCode.ParameterInvalid, unknown));
        }

        var values = parameters[number];
        return values.Count switch
        {
            0 => Fail(ApiErrorCode.ParameterMissing, number),
            1 when TermsCheck.IsOutTradeNo(values[0]!) => (values[0], null),
            1 => Fail(ApiErrorCode.ParameterInvalid, number),
            _ => Fail(ApiErrorCode.ParameterDuplicated, number),
        };
    }

    /// <summary><c>POST /v1/payments/{transaction_id}/close</c>.</summary>
    public async Task<ApiAnswer> CloseAsync(
        VerifiedCall call, string transactionId, string? contentType,
        CancellationToken cancellation)
    {
        if (JsonBody.Read(call.Body, contentType, [], []).Error is { } malformed)
        {
            return ApiAnswer.Failed(malformed);
        }

        if (!OrderId.TryParse(transactionId, out var id)
            || await query.FindAsync(call.Application, id, cancellation) is null)
        {
            return NotFound();
        }

        return await close.RunAsync(id, cancellation) switch
        {
            Moved moved => ApiAnswer.Done(PaymentJson.Of(moved.Order)),
            Replayed replayed => ApiAnswer.Done(PaymentJson.Of(replayed.Order)),
            var decision => Refusal(decision),
        };
    }

    /// <summary><c>POST /v1/payments/{transaction_id}/cancel</c>.</summary>
    public async Task<ApiAnswer> CancelAsync(
        VerifiedCall call, string transactionId, string? contentType,
        CancellationToken cancellation)
    {
        if (JsonBody.Read(call.Body, contentType, [], []).Error is { } malformed)
        {
            return ApiAnswer.Failed(malformed);
        }

        if (!OrderId.TryParse(transactionId, out var id)
            || await query.FindAsync(call.Application, id, cancellation) is null)
        {
            return NotFound();
        }

        return await cancel.RunAsync(id, cancellation) switch
        {
            OrderCancelled done => ApiAnswer.Done(PaymentJson.Of(done.Order)),
            NotCancelled not => ApiAnswer.Failed(ApiError.Of(not.Why)),
            _ => ApiAnswer.Failed(new ApiError(ApiErrorCode.CapabilityUnsupported)),
        };
    }

    private JsonObject Write(
        Order order, string? codeUrl, IReadOnlyList<KeyValuePair<string, string>>? wallet)
        => PaymentJson.OfCreated(order, gateway, codeUrl, wallet);

    private async Task<ApiAnswer> FindAsync(
        VerifiedCall call, OrderId id, CancellationToken cancellation)
        => await query.RunAsync(call.Application, id, cancellation) is { } order
            ? ApiAnswer.Done(PaymentJson.Of(order))
            : NotFound();

    private static ApiAnswer Refusal(OrderDecision decision)
        => ApiAnswer.Failed(ApiError.Of(((Refused)decision).Why));

    private static ApiAnswer NotFound()
        => ApiAnswer.Failed(new ApiError(ApiErrorCode.OrderNotFound));

    private static (string? Number, ApiError? Error) Fail(ApiErrorCode code, string number)
        => (null, new ApiError(code, number));
}
