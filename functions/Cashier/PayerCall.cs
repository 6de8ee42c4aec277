using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PayFunctions.Host;
using PayFunctions.MerchantApi;

namespace PayFunctions.Cashier;

/// <summary>A browser's request that a page answers, whatever happens: passing trouble is a page
/// that says so.</summary>
internal sealed partial class PayerCall(TimeProvider time, ILogger<PayerCall> logger)
{
    /// <summary>Answers it for the payer who sent it.</summary>
    public Task<IResult> RunAsync(HttpRequest request, Func<Payer, Task<IResult>> answer)
        => RunAsync(
            request, answer,
            static payer => ErrorDesk.Show(payer, ApiErrorCode.TryAgain));

    /// <summary>The same with a page of one's own for trouble that passes.</summary>
    public async Task<IResult> RunAsync(
        HttpRequest request, Func<Payer, Task<IResult>> answer, Func<Payer, IResult> busy)
    {
        var payer = Payer.Of(request, time);
        try
        {
            return await answer(payer);
        }
        catch (Exception e) when (Trouble.IsPassing(e))
        {
            Log.Trouble(logger, payer.RequestId, e);
            return busy(payer);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "Request {RequestId} of a browser cannot be answered now.")]
        public static partial void Trouble(
            ILogger logger, string requestId, Exception exception);
    }
}
