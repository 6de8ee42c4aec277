using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PayFunctions.Platform;

namespace PayFunctions.MerchantApi;

/// <summary>
/// Reads a URL that a merchant signs and a browser opens: its form, its age, its application, its
/// signature, in that order.
/// </summary>
internal sealed class SignedUrlCheck(ApplicationDirectory applications, TimeProvider time)
{
    /// <summary>The longest query that is read.</summary>
    public const int MaxQueryLength = 8_192;

    private static readonly string[] Envelope =
    [
        "app_id", "timestamp", "charset", "version", "sign_type", "key_id", "sign",
    ];

    /// <summary>Reads the raw query.</summary>
    /// <param name="request">The request.</param>
    /// <param name="members">The parameters that it may have besides those of every signed URL.
    /// </param>
    /// <param name="life">How long such a URL may be opened.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<SignedUrl> RunAsync(
        HttpRequest request, IReadOnlyCollection<string> members, TimeSpan life,
        CancellationToken cancellation)
    {
        var (fields, unreadable) = ReadQuery(request, members);
        if (fields is null)
        {
            return SignedUrl.Refused(unreadable!);
        }

        if (CheckEnvelope(fields, life) is { } refused)
        {
            return SignedUrl.Refused(refused);
        }

        var application = await FindApplicationAsync(fields, cancellation);
        return Authenticate(fields, application) is { } stranger
            ? SignedUrl.Refused(stranger)
            : new SignedUrl(fields, application, null);
    }

    private static (Dictionary<string, string>? Fields, ApiError? Error) ReadQuery(
        HttpRequest request, IReadOnlyCollection<string> members)
    {
        if (request.QueryString.Value?.Length > MaxQueryLength)
        {
            return (null, new ApiError(ApiErrorCode.BodyTooLarge));
        }

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, values) in request.Query)
        {
            if (Wrong(name, values, members) is { } error)
            {
                return (null, error);
            }

            fields.Add(name, values[0]!);
        }

        return (fields, null);
    }

    private static ApiError? Wrong(
        string name, StringValues values, IReadOnlyCollection<string> members)
    {
        if (!members.Contains(name, StringComparer.Ordinal)
            && !Envelope.Contains(name, StringComparer.Ordinal))
        {
            return new ApiError(ApiErrorCode.ParameterInvalid);
        }

        return values.Count == 1 ? null : new ApiError(ApiErrorCode.ParameterDuplicated, name);
    }

    /// <summary>Storage is asked for nothing that cannot be a name.</summary>
    private async Task<Application?> FindApplicationAsync(
        Dictionary<string, string> fields, CancellationToken cancellation)
    {
        if (!ApplicationJson.IsName(fields["app_id"]))
        {
            return null;
        }

        var application = await applications.FindAsync(fields["app_id"], cancellation);
        return application is not null && application.FindKey(fields["key_id"]) is null
            ? await applications.RefreshAsync(application.AppId, cancellation)
            : application;
    }

    private ApiError? CheckEnvelope(Dictionary<string, string> fields, TimeSpan life)
    {
        foreach (var required in Envelope)
        {
            if (string.IsNullOrEmpty(fields.GetValueOrDefault(required)))
            {
                return new ApiError(ApiErrorCode.ParameterMissing, required);
            }
        }

        foreach (var (name, only) in ((string, string)[])
            [("charset", "utf-8"), ("version", "1.0"), ("sign_type", ParameterSignature.SignType)])
        {
            if (!string.Equals(fields[name], only, StringComparison.Ordinal))
            {
                return new ApiError(ApiErrorCode.ParameterInvalid, name);
            }
        }

        return long.TryParse(
            fields["timestamp"], NumberStyles.None, CultureInfo.InvariantCulture,
            out var timestamp)
            && SignatureCheck.IsFresh(timestamp, time.GetUtcNow(), life)
                ? null
                : new ApiError(ApiErrorCode.TimestampOutOfRange);
    }

    private static ApiError? Authenticate(
        Dictionary<string, string> fields, Application? application) => application switch
        {
            null => new ApiError(ApiErrorCode.ApplicationUnknown),
            { Enabled: false } => new ApiError(ApiErrorCode.ApplicationDisabled),
            _ when application.FindKey(fields["key_id"]) is null
                => new ApiError(ApiErrorCode.KeyUnknown),
            _ when !IsSigned(application.FindKey(fields["key_id"])!, fields)
                => new ApiError(ApiErrorCode.SignatureInvalid),
            _ => null,
        };

    private static bool IsSigned(ApplicationKey key, Dictionary<string, string> fields)
    {
        var signature = new byte[fields["sign"].Length];
        return Convert.TryFromBase64String(fields["sign"], signature, out var length)
            && SignatureCheck.Verify(
                key, ParameterSignature.BytesOf(fields), signature.AsSpan(0, length));
    }
}
