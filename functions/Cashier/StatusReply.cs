using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;

namespace PayFunctions.Cashier;

/// <summary>What the page's script reads: the state, and whether it is the last one.</summary>
internal sealed class StatusReply : IResult
{
    private readonly int status;
    private readonly JsonObject body;

    private StatusReply(int status, JsonObject body) => (this.status, this.body) = (status, body);

    /// <summary>The order's state.</summary>
    public static StatusReply Of(Order order) => new(
        StatusCodes.Status200OK,
        new JsonObject
        {
            ["trade_state"] = TradeState.Of(order),
            ["final"] = order.IsTerminal,
        });

    /// <summary>There is no state to tell.</summary>
    public static StatusReply Of(ApiErrorCode code)
    {
        var entry = ApiErrorMap.Of(code);
        return new StatusReply(entry.Status, new JsonObject { ["code"] = entry.Code });
    }

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json";
        PageHeaders.Set(httpContext);
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter =
                ApiError.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        }

        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
