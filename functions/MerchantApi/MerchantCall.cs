using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PayFunctions.Host;
using PayFunctions.Platform;

namespace PayFunctions.MerchantApi;

/// <summary>
/// The way in for a merchant's call: size, header, clock, application, key, signature, and only
/// then
/// the content. The first failing check is the answer; nothing is thrown to the top.
/// </summary>
internal sealed partial class MerchantCall(
    ApplicationDirectory applications, TimeProvider time, ILogger<MerchantCall> logger)
{
    /// <summary>The largest body of a call.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>Authenticates the call and runs it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="run">What is asked; an error it returns becomes a problem.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="maxBytes">The largest body.</param>
    public async Task<IResult> RunAsync(
        HttpRequest request,
        Func<VerifiedCall, CancellationToken, Task<ApiAnswer>> run,
        CancellationToken cancellation,
        int maxBytes = MaxBytes)
    {
        var requestId = RequestId.Of(request.HttpContext);
        try
        {
            var (call, error) = await AuthenticateAsync(
                request, requestId, maxBytes, cancellation);
            var answer = call is null
                ? ApiAnswer.Failed(error!)
                : await run(call, cancellation);
            if (answer.Error is { } refused)
            {
                Log.Refused(
                    logger, requestId, call?.Application.AppId ?? "", refused.Code,
                    refused.Subject);
            }

            return ApiResults.Of(answer, requestId);
        }
        catch (Exception e) when (Trouble.IsPassing(e))
        {
            Log.Trouble(logger, requestId, e);
            return ApiResults.Of(
                ApiAnswer.Failed(new ApiError(ApiErrorCode.TryAgain)), requestId);
        }
    }

    private async Task<(VerifiedCall? Call, ApiError? Error)> AuthenticateAsync(
        HttpRequest request, string requestId, int maxBytes, CancellationToken cancellation)
    {
        var body = await BoundedBody.ReadAsync(request, maxBytes, cancellation);
        if (body.Verdict == BodyVerdict.TooLarge)
        {
            return Fail(ApiErrorCode.BodyTooLarge);
        }

        var values = request.Headers.Authorization;
        if (values.Count == 0)
        {
            return Fail(ApiErrorCode.AuthorizationMissing);
        }

        if (values.Count > 1
            || AuthorizationHeader.Parse(values[0] ?? "") is not { } header)
        {
            return Fail(ApiErrorCode.AuthorizationMalformed);
        }

        if (!SignatureCheck.IsFresh(
            header.Timestamp, time.GetUtcNow(), SignatureCheck.Window))
        {
            return Fail(ApiErrorCode.TimestampOutOfRange);
        }

        var (application, key, error) = await FindKeyAsync(header, cancellation);
        if (application is null || key is null)
        {
            return (null, error);
        }

        var signed = SignatureCheck.CallBytes(
            request.Method, RawTarget.Of(request), header, body.Bytes.Span);
        return SignatureCheck.Verify(key, signed, header.Signature)
            ? (new VerifiedCall(application, body.Bytes, requestId), null)
            : Fail(ApiErrorCode.SignatureInvalid);
    }

    private async Task<(Application? Application, ApplicationKey? Key, ApiError? Error)>
        FindKeyAsync(AuthorizationHeader header, CancellationToken cancellation)
    {
        var application = await applications.FindAsync(header.AppId, cancellation);
        if (application is not null && application.FindKey(header.KeyId) is null)
        {
            application = await applications.RefreshAsync(header.AppId, cancellation);
        }

        return application switch
        {
            null => (null, null, new ApiError(ApiErrorCode.ApplicationUnknown)),
            { Enabled: false } => (null, null, new ApiError(ApiErrorCode.ApplicationDisabled)),
            _ when application.FindKey(header.KeyId) is { } key => (application, key, null),
            _ => (null, null, new ApiError(ApiErrorCode.KeyUnknown)),
        };
    }

    private static (VerifiedCall? Call, ApiError? Error) Fail(ApiErrorCode code)
        => (null, new ApiError(code));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information,
            "Request {RequestId} of {AppId} refused: {Code} {Subject}.")]
        public static partial void Refused(
            ILogger logger, string requestId, string appId, ApiErrorCode code, string? subject);

        [LoggerMessage(2, LogLevel.Warning, "Request {RequestId} cannot be answered now.")]
        public static partial void Trouble(
            ILogger logger, string requestId, Exception exception);
    }
}
