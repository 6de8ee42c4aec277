using System.Text.Json;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

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

    private static IResult Refused(string detail)
        => Results.Json(
            new { Detail = detail }, Control.Json, statusCode: StatusCodes.Status400BadRequest);

    private async Task<IResult> OrderAsync(
        HttpRequest request, string code, CancellationToken cancel)
    {
        try
        {
            var behaviour = await JsonSerializer.DeserializeAsync<ChargeBehaviour>(
                request.Body, Control.Json, cancel);
            return behaviour is not null && codes.TryOrder(code, behaviour)
                ? Results.Json(behaviour, Control.Json)
                : Refused(
                    "answer refused needs a sub_code, no other answer has one, and payer none"
                    + $" has no honest answer. At most {AuthCodeBook.Maximum} codes.");
        }
        catch (JsonException)
        {
            return Refused(
                "The body is a JSON object: payer is pays, waits, never or none; answer is"
                + " honest, busy or refused.");
        }
    }
}
