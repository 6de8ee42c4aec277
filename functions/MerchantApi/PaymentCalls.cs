using Microsoft.AspNetCore.Http;
using PayFunctions.Channels;
using PayFunctions.Host;
using PayFunctions.Orders;
using PayFunctions.Payments;

namespace PayFunctions.MerchantApi;

/// <summary>The JSON dialect of the payment operations: read, run, write.</summary>
internal sealed class PaymentCalls(
    TermsCheck terms, CreatePayment create, StartPayment start, QueryPayment query,
    ClosePayment close, CancelPayment cancel, ChannelRouter channels, GatewayAddress gateway)
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
            fields, call.Application, barcode: false, cancellation);
        if (wanted is null)
        {
            return ApiAnswer.Failed(wrong!);
        }

        var decision = await create.RunAsync(
            call.Application, fields["out_trade_no"], wanted, cancellation);
        return decision switch
        {
            Moved moved => await CreatedAsync(
                moved.Order, StatusCodes.Status201Created, cancellation),
            Replayed replayed => await CreatedAsync(
                replayed.Order, StatusCodes.Status200OK, cancellation),
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
    {
        if (parameters.Keys.FirstOrDefault(
            static name => !string.Equals(name, "out_trade_no", StringComparison.Ordinal))
            is { } unknown)
        {
            return Task.FromResult(ApiAnswer.Failed(new ApiError(
                ApiErrorCode.ParameterInvalid, unknown)));
        }

        var values = parameters["out_trade_no"];
        return values.Count switch
        {
            0 => Fail(ApiErrorCode.ParameterMissing),
            1 when TermsCheck.IsOutTradeNo(values[0]!) => FindAsync(
                call, OrderId.Of(call.Application.AppId, values[0]!), cancellation),
            1 => Fail(ApiErrorCode.ParameterInvalid),
            _ => Fail(ApiErrorCode.ParameterDuplicated),
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

    private async Task<ApiAnswer> FindAsync(
        VerifiedCall call, OrderId id, CancellationToken cancellation)
        => await query.RunAsync(call.Application, id, cancellation) is { } order
            ? ApiAnswer.Done(PaymentJson.Of(order))
            : NotFound();

    /// <summary>A payment by code comes with its code, and one in the wallet with what opens it, so
    /// that the merchant can show the one and hand over the other.</summary>
    private async Task<ApiAnswer> CreatedAsync(
        Order order, int status, CancellationToken cancellation)
    {
        if (order.IsTerminal
            || order.Terms.Product is not { } product
            || channels.FindProduct(product)?.Kind is not (ProductKind.Code or ProductKind.Wallet)
            || await query.FindAsync(order, cancellation) is not { } stored)
        {
            return ApiAnswer.Done(PaymentJson.OfCreated(order, gateway), status);
        }

        return await start.RunAsync(stored, product, payer: null, cancellation) switch
        {
            CodeShown shown => ApiAnswer.Done(
                PaymentJson.OfCreated(shown.Order, gateway, codeUrl: shown.CodeUrl), status),
            WalletOffered offered => ApiAnswer.Done(
                PaymentJson.OfCreated(
                    offered.Order, gateway, wallet: offered.Wallet.Parameters),
                status),
            StartRefused refused => ApiAnswer.Failed(new ApiError(
                ApiErrorCode.ChannelRefused, refused.Reason)),
            NotStarted not => ApiAnswer.Failed(ApiError.Of(not.Why)),
            StartUndecided => ApiAnswer.Failed(new ApiError(ApiErrorCode.ChannelUndecided)),
            _ => ApiAnswer.Failed(new ApiError(ApiErrorCode.ChannelUnsupported, "channel")),
        };
    }

    private static ApiAnswer Refusal(OrderDecision decision)
        => ApiAnswer.Failed(ApiError.Of(((Refused)decision).Why));

    private static ApiAnswer NotFound()
        => ApiAnswer.Failed(new ApiError(ApiErrorCode.OrderNotFound));

    private static Task<ApiAnswer> Fail(ApiErrorCode code)
        => Task.FromResult(ApiAnswer.Failed(new ApiError(code, "out_trade_no")));
}
