using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace PayFunctions.Host;

/// <summary>For whoever watches from outside.</summary>
internal sealed class HealthFunctions(CheckReadiness readiness)
{
    /// <summary>The process answers.</summary>
    [Function("Health")]
    public IResult Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")]
        HttpRequest request)
        => HealthAnswer.Alive(request);

    /// <summary>Storage and vault answer too.</summary>
    [Function("Readiness")]
    public Task<IResult> ReadyAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "health/ready")]
        HttpRequest request, CancellationToken cancellation)
        => readiness.RunAsync(request, cancellation);
}
