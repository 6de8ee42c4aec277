using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Storage;

namespace PayFunctions.MerchantApi;

/// <summary><c>GET /v1/payments?from=…&amp;to=…</c>.</summary>
internal sealed class ListingCalls(ListPayments list)
{
    private const int DefaultLimit = 50;
    private const string From = "from";
    private const string To = "to";
    private const string Cursor = "cursor";
    private const string Limit = "limit";
    private const string State = "trade_state";
    private const string Channel = "channel";

    private static readonly string[] Names = [From, To, Cursor, Limit, State, Channel];

    /// <summary>Whether the parameters ask for a listing.</summary>
    public static bool IsListing(IQueryCollection parameters)
        => parameters.ContainsKey(From) || parameters.ContainsKey(To);

    /// <summary>Reads the parameters and lists.</summary>
    public async Task<ApiAnswer> ListAsync(
        VerifiedCall call, IQueryCollection parameters, CancellationToken cancellation)
    {
        var (range, error) = Read(parameters);
        if (range is null)
        {
            return ApiAnswer.Failed(error!);
        }

        var page = await list.RunAsync(call.Application, range, cancellation);
        var json = new JsonObject
        {
            ["payments"] = new JsonArray([.. page.Orders.Select(PaymentJson.Of)]),
            ["has_more"] = page.HasMore,
        };
        PaymentJson.Add(
            json, "next_cursor", page.Next is { } next ? OrderCursor.Write(next) : null);
        return ApiAnswer.Done(json);
    }

    private static (PaymentRange? Range, ApiError? Error) Read(IQueryCollection parameters)
    {
        if (parameters.Keys.FirstOrDefault(
            static name => !Names.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            return Fail(ApiErrorCode.ParameterInvalid, unknown);
        }

        if (parameters.FirstOrDefault(static p => p.Value.Count > 1) is { Key: { } twice })
        {
            return Fail(ApiErrorCode.ParameterDuplicated, twice);
        }

        if (Array.Find([From, To], name => !parameters.ContainsKey(name)) is { } missing)
        {
            return Fail(ApiErrorCode.ParameterMissing, missing);
        }

        return !IsoTime.TryParse(parameters[From], out var from)
                ? Fail(ApiErrorCode.ParameterInvalid, From)
            : !IsoTime.TryParse(parameters[To], out var to) || to <= from
                || to - from > ListPayments.RangeMax ? Fail(ApiErrorCode.ParameterInvalid, To)
            : ReadRest(parameters, from, to);
    }

    private static (PaymentRange? Range, ApiError? Error) ReadRest(
        IQueryCollection parameters, DateTimeOffset from, DateTimeOffset to)
    {
        var limit = DefaultLimit;
        OrderListing? after = null;
        if (parameters.ContainsKey(Limit)
            && !(int.TryParse(
                parameters[Limit], NumberStyles.None, CultureInfo.InvariantCulture, out limit)
                && limit is >= 1 and <= ListPayments.PageMax))
        {
            return Fail(ApiErrorCode.ParameterInvalid, Limit);
        }

        if (parameters.ContainsKey(Cursor))
        {
            after = OrderCursor.Read(parameters[Cursor].ToString(), from, to);
            if (after is null)
            {
                return Fail(ApiErrorCode.ParameterInvalid, Cursor);
            }
        }

        var state = (string?)parameters[State];
        if (state is not null && !TradeState.Words.Contains(state, StringComparer.Ordinal))
        {
            return Fail(ApiErrorCode.ParameterInvalid, State);
        }

        var channel = (string?)parameters[Channel];
        return (new PaymentRange(from, to, limit, after, order => IsWanted(order, state, channel)),
            null);
    }

    private static bool IsWanted(Order order, string? state, string? channel)
        => (state is null || string.Equals(TradeState.Of(order), state, StringComparison.Ordinal))
            && (channel is null || (PaymentJson.ChannelOf(order) is { } product
                && (string.Equals(product, channel, StringComparison.Ordinal)
                    || product.StartsWith(channel + "_", StringComparison.Ordinal))));

    private static (PaymentRange? Range, ApiError? Error) Fail(ApiErrorCode code, string name)
        => (null, new ApiError(code, name));
}
