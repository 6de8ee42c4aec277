using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PayFunctions.MerchantApi;

namespace PayFunctions.Statements;

/// <summary>Statements for merchants.</summary>
internal sealed class StatementFunctions(MerchantCall call, StatementCalls statements)
{
    /// <summary>The statement of a closed day.</summary>
    [Function("ShowStatement")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/statements/{date}")]
        HttpRequest request, string date, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => statements.ShowAsync(c, date, request.Query, t), cancellation);
}
