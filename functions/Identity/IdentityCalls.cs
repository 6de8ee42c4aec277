using Microsoft.AspNetCore.Http;
using PayFunctions.Channels;
using PayFunctions.Host;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;

namespace PayFunctions.Identity;

/// <summary>
/// The JSON dialect of checks: read, run, write. A refusal names a member, never what stood in it.
/// </summary>
internal sealed class IdentityCalls(
    TermsCheck terms, VerifyIdentity verify, QueryIdentity query, ReadIdentityKey keys,
    GatewayAddress gateway, TimeProvider time)
{
    private const string OutVerifyNo = "out_verify_no";
    private const string Channel = "channel";
    private const string Account = "account";
    private const string ReturnUrl = "return_url";
    private const string ExpiresIn = "expires_in";
    private const int MinLifetimeSeconds = 60;

    // Alipay's page is said to live 23 hours.
    private const int MaxLifetimeSeconds = 82_800;

    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromHours(1);

    private static readonly string[] Texts =
        [OutVerifyNo, Channel, Account, ReturnUrl, .. Person.Members];

    /// <summary><c>POST /v1/identity-verifications</c>.</summary>
    public async Task<ApiAnswer> VerifyAsync(
        VerifiedCall call, string? contentType, CancellationToken cancellation)
    {
        var (fields, malformed) = JsonBody.Read(call.Body, contentType, Texts, [ExpiresIn]);
        if (fields is null)
        {
            return ApiAnswer.Failed(malformed!);
        }

        if ((Missing(fields, OutVerifyNo) ?? Missing(fields, Channel)) is { } missing)
        {
            return ApiAnswer.Failed(missing);
        }

        if (!TermsCheck.IsOutTradeNo(fields[OutVerifyNo]))
        {
            return Invalid(OutVerifyNo);
        }

        if (terms.CheckUrl(fields, ReturnUrl, call.Application) is { } url)
        {
            return ApiAnswer.Failed(url);
        }

        if (!TermsCheck.TrySeconds(
            fields.GetValueOrDefault(ExpiresIn), DefaultLifetime, MinLifetimeSeconds,
            MaxLifetimeSeconds, out var lifetime))
        {
            return Invalid(ExpiresIn);
        }

        var (person, wrong) = Person.Of(fields);
        return person is null
            ? Invalid(wrong)
            : Answer(await verify.RunAsync(
                call.Application,
                new IdentityWish(
                    fields[OutVerifyNo], fields[Channel], Optional(fields, Account),
                    Optional(fields, ReturnUrl), lifetime),
                person, cancellation));
    }

    /// <summary><c>GET /v1/identity-verifications/{verification_id}</c>.</summary>
    public Task<ApiAnswer> QueryAsync(
        VerifiedCall call, string verificationId, CancellationToken cancellation)
        => OrderId.TryParse(verificationId, out var id)
            ? FindAsync(call, id, cancellation)
            : Task.FromResult(NotFound());

    /// <summary><c>GET /v1/identity-verifications?out_verify_no=</c>.</summary>
    public async Task<ApiAnswer> QueryByNumberAsync(
        VerifiedCall call, IQueryCollection parameters, CancellationToken cancellation)
    {
        var (number, error) = PaymentCalls.NumberIn(parameters, OutVerifyNo);
        return number is null ? ApiAnswer.Failed(error!)
            : await keys.RunAsync(cancellation) is not { } key
                ? ApiAnswer.Failed(new ApiError(ApiErrorCode.TryAgain))
            : await FindAsync(call, key.IdOf(call.Application.AppId, number), cancellation);
    }

    private async Task<ApiAnswer> FindAsync(
        VerifiedCall call, OrderId id, CancellationToken cancellation)
        => await query.RunAsync(id, call.Application.AppId, cancellation) is { } verification
            ? ApiAnswer.Done(IdentityJson.Of(verification, gateway, time.GetUtcNow()))
            : NotFound();

    private ApiAnswer Answer(IdentityResult result) => result switch
    {
        IdentityKnown known => ApiAnswer.Done(
            IdentityJson.Of(known.Verification, gateway, time.GetUtcNow()),
            known.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK),
        IdentityNotChecked not => ApiAnswer.Failed(
            new ApiError(ApiErrorCode.IdentityNotChecked, not.Reason)),
        IdentityContentDiffers => ApiAnswer.Failed(
            new ApiError(ApiErrorCode.IdentityContentDiffers)),
        IdentityLimited limited => ApiAnswer.Failed(
            new ApiError(ApiErrorCode.IdentityLimited) { RetryAfter = limited.Wait }),
        IdentityUnavailable => ApiAnswer.Failed(
            new ApiError(ApiErrorCode.ChannelUnsupported, Channel)),
        IdentityMemberWrong { IsMissing: true } wrong => ApiAnswer.Failed(
            new ApiError(ApiErrorCode.ParameterMissing, wrong.Member)),
        IdentityMemberWrong wrong => Invalid(wrong.Member),
        IdentityNotNow => ApiAnswer.Failed(new ApiError(ApiErrorCode.TryAgain)),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    private static string? Optional(Dictionary<string, string> fields, string name)
        => fields.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    private static ApiError? Missing(Dictionary<string, string> fields, string name)
        => Optional(fields, name) is null
            ? new ApiError(ApiErrorCode.ParameterMissing, name)
            : null;

    private static ApiAnswer Invalid(string name)
        => ApiAnswer.Failed(new ApiError(ApiErrorCode.ParameterInvalid, name));

    private static ApiAnswer NotFound()
        => ApiAnswer.Failed(new ApiError(ApiErrorCode.IdentityNotFound));
}
