using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace PayFunctions.Platform;

/// <summary>The operator registers applications and their keys.</summary>
internal sealed class ApplicationFunctions(PlatformCalls platform)
{
    private const string Route = "platform/applications/{app_id}";

    /// <summary>Registers or changes an application.</summary>
    [Function("PutApplication")]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = Route)]
        HttpRequest request, string app_id, CancellationToken cancellation)
        => platform.PutApplicationAsync(request, app_id, cancellation);

    /// <summary>Shows an application.</summary>
    [Function("GetApplication")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Route)]
        HttpRequest request, string app_id, CancellationToken cancellation)
        => platform.GetApplicationAsync(request, app_id, cancellation);

    /// <summary>Adds a public key.</summary>
    [Function("PutApplicationKey")]
    public Task<IResult> PutKeyAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = Route + "/keys/{key_id}")]
        HttpRequest request, string app_id, string key_id, CancellationToken cancellation)
        => platform.PutKeyAsync(request, app_id, key_id, cancellation);

    /// <summary>Removes a public key.</summary>
    [Function("DeleteApplicationKey")]
    public Task<IResult> DeleteKeyAsync(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = Route + "/keys/{key_id}")]
        HttpRequest request, string app_id, string key_id, CancellationToken cancellation)
        => platform.DeleteKeyAsync(request, app_id, key_id, cancellation);
}
