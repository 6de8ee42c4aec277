using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace PayFunctions.Platform;

/// <summary>The operator registers accounts at channels.</summary>
internal sealed class AccountFunctions(AccountCalls accounts)
{
    private const string Route = "platform/accounts/{channel}/{account}";

    /// <summary>Registers or changes an account.</summary>
    [Function("PutAccount")]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = Route)]
        HttpRequest request, string channel, string account, CancellationToken cancellation)
        => accounts.PutAsync(request, channel, account, cancellation);

    /// <summary>Shows an account.</summary>
    [Function("GetAccount")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Route)]
        HttpRequest request, string channel, string account, CancellationToken cancellation)
        => accounts.GetAsync(request, channel, account, cancellation);

    /// <summary>Tells whether an account works.</summary>
    [Function("ProbeAccount")]
    public Task<IResult> ProbeAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route + "/probe")]
        HttpRequest request, string channel, string account, CancellationToken cancellation)
        => accounts.ProbeAsync(request, channel, account, cancellation);
}
