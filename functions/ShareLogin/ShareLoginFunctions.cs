using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace PayFunctions.ShareLogin;

/// <summary>Where wallets open applications.</summary>
internal sealed class ShareLoginFunctions(ShareLoginCall call)
{
    /// <summary>One opening.</summary>
    [Function("OpenApplication")]
    public Task<IResult> OpenAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post",
            Route = "login/{channel}/{account}/{app_id}")]
        HttpRequest request, string channel, string account, string app_id,
        CancellationToken cancellation)
        => call.RunAsync(request, channel, account, app_id, cancellation);
}
