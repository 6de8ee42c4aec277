using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace PayFunctions.Tests.Compat.Worker.Fixtures;

internal sealed class ScopedFunctions(Visit visit, Probe probe) : IDisposable
{
    [Function("Scoped")]
    public IResult Scoped(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "scoped")] HttpRequest request)
    {
        var same = request.HttpContext.RequestServices.GetService(typeof(Visit)) == visit;
        return Results.Text($"{visit.Number} {same}");
    }

    public void Dispose() => probe.Tell("instance disposed");
}
