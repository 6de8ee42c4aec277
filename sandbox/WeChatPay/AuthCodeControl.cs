using System.Text.Json;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Orders what shall happen to payers' codes, beside the common control.</summary>
internal sealed class AuthCodeControl(AuthCodeBook codes)
{
    /// <summary>Adds the routes to a web application.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/control/codes", () => Results.Json(codes.Ordered, Control.Json));
        routes.MapPut("/control/codes/{code}", OrderAsync);
        routes.MapDelete("/control/codes", () =>
        {
            codes.Clear();
            return Results.NoContent();
        });
    }

    private async Task<IResult> OrderAsync(
        HttpRequest request, string code, CancellationToken cancel)
    {
        try
        {
            var behaviour = await JsonSerializer.DeserializeAsync<ChargeBehaviour>(
                request.Body, Control.Json, cancel);
            return behaviour is not null && codes.TryOrder(code, behaviour)
                ? Results.Json(behaviour, Control.Json)
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
                Detail = "payer is pays, waits, never, fails or none; answer is honest, busy or"
                    + " refused. A refusal needs a code, nothing else has one, and payers who fail"
                    + $" or learn nothing have no honest answer. At most {AuthCodeBook.Maximum}.",
            },
            Control.Json, statusCode: StatusCodes.Status400BadRequest);
}
