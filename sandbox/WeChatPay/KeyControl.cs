using System.Text.Json;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Rotates certificates and moves notifications to another key.</summary>
internal sealed class KeyControl(KeyRing ring)
{
    /// <summary>Adds the routes to a web application.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/control/keys", () => Results.Json(ring.Turned, Control.Json));
        routes.MapPut("/control/keys", TurnAsync);
    }

    private async Task<IResult> TurnAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            var order = await JsonSerializer.DeserializeAsync<KeyOrder>(
                request.Body, Control.Json, cancel);
            return order is not null && ring.TryTurn(order)
                ? Results.Json(ring.Turned, Control.Json)
                : Refused();
        }
        catch (JsonException)
        {
            return Refused();
        }
    }

    private static IResult Refused()
        => Results.Json(
            new
            {
                Detail = "published lists serial numbers of certificates, signing is one of them,"
                    + " notifications any key of this simulator.",
            },
            Control.Json, statusCode: StatusCodes.Status400BadRequest);
}
