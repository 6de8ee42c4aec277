using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PayFunctions.Cashier;
using PayFunctions.Channels;
using PayFunctions.Host;
using PayFunctions.MerchantApi;

namespace PayFunctions.ShareLogin;

/// <summary>Hands an opening's raw bytes on; the user sees the application or a page.</summary>
internal sealed partial class ShareLoginCall(
    OpenApplication open, TimeProvider time, ILogger<ShareLoginCall> logger)
{
    /// <summary>The largest opening; genuine ones have less than one KiB.</summary>
    public const int MaxBytes = 8 * 1024;

    /// <summary>Runs for a POST with a body or a GET with a query.</summary>
    public async Task<IResult> RunAsync(
        HttpRequest request, string channel, string account, string appId,
        CancellationToken cancellation)
    {
        var payer = Payer.Of(request, time);
        try
        {
            var (verdict, bytes) = await BytesAsync(request, cancellation);
            if (verdict == BodyVerdict.TooLarge)
            {
                return Show(payer, LoginRefusal.Invalid);
            }

            var answer = await open.RunAsync(
                channel, appId,
                new RawNotification(account, request.Method, request.ContentType, bytes),
                cancellation);
            return answer.Location is { } location
                ? new RedirectReply(location)
                : Show(payer, answer.Why!.Value);
        }
        catch (Exception e) when (Trouble.IsPassing(e))
        {
            Log.Trouble(logger, payer.RequestId, e);
            return ErrorDesk.Show(payer, ApiErrorCode.TryAgain);
        }
    }

    private static async Task<(BodyVerdict Verdict, ReadOnlyMemory<byte> Bytes)> BytesAsync(
        HttpRequest request, CancellationToken cancellation)
    {
        if (!HttpMethods.IsGet(request.Method))
        {
            var body = await BoundedBody.ReadAsync(request, MaxBytes, cancellation);
            return (body.Verdict, body.Bytes);
        }

        var query = request.QueryString.Value?.TrimStart('?') ?? "";
        return query.Length > MaxBytes
            ? (BodyVerdict.TooLarge, default)
            : (BodyVerdict.Read, Encoding.UTF8.GetBytes(query));
    }

    private static PageReply<ErrorPage, ErrorView> Show(Payer payer, LoginRefusal why)
        => new(
            new ErrorView(CodeOf(why), SentenceOf(payer.Texts, why), payer.RequestId, null),
            payer.Texts,
            StatusOf(why));

    private static string CodeOf(LoginRefusal why) => why switch
    {
        LoginRefusal.Unknown => "LOGIN_UNKNOWN",
        LoginRefusal.Used => "LOGIN_USED",
        _ => "LOGIN_INVALID",
    };

    private static string SentenceOf(CashierTexts texts, LoginRefusal why)
        => why == LoginRefusal.Unknown ? texts.ErrorNothingHere : texts.ErrorLogin;

    private static int StatusOf(LoginRefusal why) => why switch
    {
        LoginRefusal.Unknown => StatusCodes.Status404NotFound,
        LoginRefusal.Used => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "Request {RequestId} of a wallet's user cannot be answered now.")]
        public static partial void Trouble(
            ILogger logger, string requestId, Exception exception);
    }
}
