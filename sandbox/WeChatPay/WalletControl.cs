using System.Text.Json;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>
/// Plays a wallet: the body of <c>POST /control/wallet</c> is what the front end was handed. With
/// <c>?app_id=</c> it is a mini program that calls, with <c>?pay=1</c> the payer pays at once.
/// </summary>
internal sealed class WalletControl(Wallet wallet, Payer payer)
{
    /// <summary>Adds the route to a web application.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/control/wallet", OpenAsync);

    private async Task<IResult> OpenAsync(HttpRequest request, CancellationToken cancel)
    {
        JsonElement parameters;
        try
        {
            parameters = await JsonSerializer.DeserializeAsync<JsonElement>(
                request.Body, Control.Json, cancel);
        }
        catch (JsonException)
        {
            return Refused("The parameters are a JSON object.");
        }

        var (prepay, refusal) = wallet.Open(parameters, request.Query["app_id"].ToString());
        if (prepay is not null && request.Query["pay"] == "1")
        {
            refusal = payer.Pay(prepay.Order, silent: false).Error?.Message;
        }

        return refusal is not null
            ? Refused(refusal)
            : Results.Json(
                new
                {
                    prepay!.Order.OutTradeNo,
                    PayUrl = $"{request.Scheme}://{request.Host}{prepay.Page.Path}",
                    State = payer.StateOf(prepay.Order),
                },
                Control.Json);
    }

    private static IResult Refused(string detail)
        => Results.Json(
            new { Detail = detail }, Control.Json, statusCode: StatusCodes.Status409Conflict);
}
