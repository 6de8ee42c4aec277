using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Platform;

namespace PayFunctions.MerchantApi;

/// <summary>
/// The URL that a merchant signs and a payer opens: verify, create or find the order. The answer is
/// the
/// order, for the page that shows it, or an error.
/// </summary>
internal sealed class PayUrlCall(
    ApplicationDirectory applications, TermsCheck terms, CreatePayment create, TimeProvider time)
{
    /// <summary>How long such a URL may be opened.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    /// <summary>The longest query that is read.</summary>
    public const int MaxQueryLength = 8_192;

    private static readonly string[] Envelope =
    [
        "app_id", "timestamp", "charset", "version", "sign_type", "key_id", "sign",
    ];

    /// <summary>Runs for the raw query.</summary>
    public async Task<PayUrlAnswer> RunAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (fields, unreadable) = ReadQuery(request);
        if (fields is null)
        {
            return new PayUrlAnswer(null, unreadable);
        }

        if (CheckEnvelope(fields) is { } refused)
        {
            return new PayUrlAnswer(null, refused);
        }

        var application = await FindApplicationAsync(fields, cancellation);
        if (Authenticate(fields, application) is { } stranger)
        {
            return new PayUrlAnswer(null, stranger);
        }

        var (wanted, wrong) = await terms.ReadAsync(
            fields, application!, TermsKind.Payment, cancellation);
        if (wanted is null)
        {
            return new PayUrlAnswer(null, wrong);
        }

        return await create.RunAsync(
            application!, fields["out_trade_no"], wanted, cancellation) switch
        {
            Moved moved => new PayUrlAnswer(moved.Order, null),
            Replayed replayed => new PayUrlAnswer(replayed.Order, null),
            Refused why => new PayUrlAnswer(null, ApiError.Of(why.Why)),
            _ => throw new InvalidOperationException("A decision of an unknown kind."),
        };
    }

    private static (Dictionary<string, string>? Fields, ApiError? Error) ReadQuery(
        HttpRequest request)
    {
        if (request.QueryString.Value?.Length > MaxQueryLength)
        {
            return (null, new ApiError(ApiErrorCode.BodyTooLarge));
        }

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, values) in request.Query)
        {
            if (Wrong(name, values) is { } error)
            {
                return (null, error);
            }

            fields.Add(name, values[0]!);
        }

        return (fields, null);
    }

    private static ApiError? Wrong(string name, StringValues values)
    {
        if (!TermsCheck.Texts.Contains(name, StringComparer.Ordinal)
            && !TermsCheck.Numbers.Contains(name, StringComparer.Ordinal)
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

    private ApiError? CheckEnvelope(Dictionary<string, string> fields)
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
            && SignatureCheck.IsFresh(timestamp, time.GetUtcNow(), Life)
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
