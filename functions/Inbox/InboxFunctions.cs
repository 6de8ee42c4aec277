using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace PayFunctions.Inbox;

/// <summary>Where channels notify us.</summary>
internal sealed class InboxFunctions(InboxCall call)
{
    /// <summary>One notification.</summary>
    [Function("ReceiveNotification")]
    public Task<IResult> ReceiveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "get",
            Route = "notify/{channel}/{account}")]
        HttpRequest request, string channel, string account, CancellationToken cancellation)
        => call.RunAsync(request, channel, account, cancellation);
}
