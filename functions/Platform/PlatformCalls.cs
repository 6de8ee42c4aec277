using Microsoft.AspNetCore.Http;
using PayFunctions.Host;
using PayFunctions.MerchantApi;
using PayFunctions.Storage;

namespace PayFunctions.Platform;

/// <summary>The operator's calls in JSON. The host has checked the function key.</summary>
internal sealed class PlatformCalls(
    RegisterApplication register, RotateKey rotate, IApplicationStore applications,
    IDeadLetterStore letters, ResendDeadLetter resend)
{
    private const int MaxBytes = 64 * 1024;

    /// <summary><c>PUT /platform/applications/{app_id}</c>.</summary>
    public Task<IResult> PutApplicationAsync(
        HttpRequest request, string appId, CancellationToken cancellation)
        => RunAsync(request, async body =>
        {
            var (application, error) = ApplicationJson.Read(appId, body);
            if (application is null)
            {
                return ApiAnswer.Failed(error!);
            }

            var result = await register.RunAsync(application, cancellation);
            return ApiAnswer.Done(
                ApplicationJson.Of(result.Application),
                result.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
        });

    /// <summary><c>GET /platform/applications/{app_id}</c>.</summary>
    public Task<IResult> GetApplicationAsync(
        HttpRequest request, string appId, CancellationToken cancellation)
        => RunAsync(request, async _ => ApplicationJson.IsName(appId)
            && await applications.FindAsync(appId, cancellation) is { } stored
                ? ApiAnswer.Done(ApplicationJson.Of(stored.Application))
                : ApiAnswer.Failed(new ApiError(ApiErrorCode.ApplicationUnknown)));

    /// <summary><c>PUT /platform/applications/{app_id}/keys/{key_id}</c>.</summary>
    public Task<IResult> PutKeyAsync(
        HttpRequest request, string appId, string keyId, CancellationToken cancellation)
        => RunAsync(request, async body =>
        {
            var (fields, error) = JsonFields.Read(body, ["public_key"], []);
            if (fields is null)
            {
                return ApiAnswer.Failed(error!);
            }

            if (!ApplicationJson.IsName(appId) || !ApplicationJson.IsName(keyId))
            {
                return Invalid("app_id, key_id");
            }

            return fields.TryGetValue("public_key", out var key)
                ? Answer(await rotate.AddAsync(appId, keyId, key, cancellation))
                : ApiAnswer.Failed(new ApiError(ApiErrorCode.ParameterMissing, "public_key"));
        });

    /// <summary><c>DELETE /platform/applications/{app_id}/keys/{key_id}</c>.</summary>
    public Task<IResult> DeleteKeyAsync(
        HttpRequest request, string appId, string keyId, CancellationToken cancellation)
        => RunAsync(request, async _ => ApplicationJson.IsName(appId)
            ? Answer(await rotate.RemoveAsync(appId, keyId, cancellation))
            : Invalid("app_id"));

    /// <summary><c>GET /platform/dead-letters</c>.</summary>
    public Task<IResult> ListDeadLettersAsync(
        HttpRequest request, CancellationToken cancellation)
        => RunAsync(request, async _ => request.Query["cursor"] is { Count: <= 1 } cursor
            ? ApiAnswer.Done(DeadLetterJson.Of(
                await letters.ListAsync(
                    string.IsNullOrEmpty(cursor) ? null : cursor.ToString(), cancellation)))
            : ApiAnswer.Failed(new ApiError(ApiErrorCode.ParameterDuplicated, "cursor")));

    /// <summary><c>POST /platform/dead-letters/{queue}/{id}/resend</c>.</summary>
    public Task<IResult> ResendDeadLetterAsync(
        HttpRequest request, string queue, string id, CancellationToken cancellation)
        => RunAsync(request, async _ => await resend.RunAsync(queue, id, cancellation)
            is { } letter
                ? ApiAnswer.Done(DeadLetterJson.Of(letter))
                : ApiAnswer.Failed(new ApiError(ApiErrorCode.DeadLetterNotFound)));

    /// <summary>Reads the body within its limit, runs, and answers trouble as a problem.
    /// </summary>
    internal static async Task<IResult> RunAsync(
        HttpRequest request, Func<ReadOnlyMemory<byte>, Task<ApiAnswer>> run)
    {
        var requestId = RequestId.Of(request.HttpContext);
        try
        {
            var body = await BoundedBody.ReadAsync(
                request, MaxBytes, request.HttpContext.RequestAborted);
            return ApiResults.Of(
                body.Verdict == BodyVerdict.TooLarge
                    ? ApiAnswer.Failed(new ApiError(ApiErrorCode.BodyTooLarge))
                    : await run(body.Bytes),
                requestId);
        }
        catch (Exception e) when (Trouble.IsPassing(e))
        {
            return ApiResults.Of(
                ApiAnswer.Failed(new ApiError(ApiErrorCode.TryAgain)), requestId);
        }
    }

    private static ApiAnswer Answer(KeyChange change) => change.Verdict switch
    {
        KeyVerdict.Done => ApiAnswer.Done(ApplicationJson.Of(change.Application!)),
        KeyVerdict.ApplicationUnknown
            => ApiAnswer.Failed(new ApiError(ApiErrorCode.ApplicationUnknown)),
        KeyVerdict.Limit => ApiAnswer.Failed(new ApiError(ApiErrorCode.KeyLimit)),
        KeyVerdict.Invalid => ApiAnswer.Failed(new ApiError(ApiErrorCode.KeyInvalid)),
        KeyVerdict.ContentDiffers
            => ApiAnswer.Failed(new ApiError(ApiErrorCode.KeyContentDiffers)),
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    private static ApiAnswer Invalid(string subject)
        => ApiAnswer.Failed(new ApiError(ApiErrorCode.ParameterInvalid, subject));
}
