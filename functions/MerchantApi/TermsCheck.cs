using System.Globalization;
using System.Text;
using PayFunctions.Channels;
using PayFunctions.Net;
using PayFunctions.Orders;
using PayFunctions.Platform;

namespace PayFunctions.MerchantApi;

/// <summary>
/// Checks what a merchant wants to create, in the documented order: number, amount, currency,
/// texts, URLs, channel, lifetime. The first failing one is the answer.
/// </summary>
internal sealed class TermsCheck(
    ChannelRouter channels, ChooseAccount choose, NetworkList allowed)
{
    /// <summary>The members of a creation that are texts.</summary>
    public static readonly string[] Texts =
    [
        "out_trade_no", "fee_type", "subject", "body", "attach", "notify_url", "return_url",
        "channel", "account", "payer_id",
    ];

    /// <summary>The members of a creation that are whole numbers.</summary>
    public static readonly string[] Numbers = ["total_fee", "expires_in"];

    /// <summary>The same of an authorisation.</summary>
    public static readonly string[] HoldNumbers = [.. Numbers, HoldForField];

    /// <summary>How long an amount is held when nobody says.</summary>
    public static readonly TimeSpan DefaultHold = TimeSpan.FromDays(7);

    private const string HoldForField = "hold_for";
    private const int MinHoldSeconds = 600;
    private const int MaxHoldSeconds = 31_536_000;

    /// <summary>How long an order lives when nobody says.</summary>
    public static readonly TimeSpan DefaultLifetime = TimeSpan.FromHours(2);

    private const int MaxNumberLength = 64;
    private const int MaxSubjectLength = 256;
    private const int MaxBodyLength = 128;
    private const int MaxAttachLength = 512;
    private const int MaxPayerIdLength = 128;
    private const int MinLifetimeSeconds = 60;
    private const int MaxLifetimeSeconds = 1_296_000;

    /// <summary>Whether a merchant's number is one: 1 to 64 letters, digits, _ and -.</summary>
    public static bool IsOutTradeNo(string text)
        => text.Length is > 0 and <= MaxNumberLength
            && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    /// <summary>The terms, or what is wrong.</summary>
    /// <param name="fields">What was sent.</param>
    /// <param name="application">Who has been authenticated.</param>
    /// <param name="kind">What is to be created.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<(PaymentTerms? Terms, ApiError? Error)> ReadAsync(
        IReadOnlyDictionary<string, string> fields, Application application, TermsKind kind,
        CancellationToken cancellation)
    {
        foreach (var required in (string[])["out_trade_no", "total_fee", "subject", "notify_url"])
        {
            if (string.IsNullOrEmpty(fields.GetValueOrDefault(required)))
            {
                return (null, new ApiError(ApiErrorCode.ParameterMissing, required));
            }
        }

        var error = CheckTexts(fields)
            ?? CheckUrl(fields, "notify_url", application)
            ?? CheckUrl(fields, "return_url", application)
            ?? await CheckChannelAsync(fields, application, kind, cancellation);
        if (error is not null)
        {
            return (null, error);
        }

        if (!TrySeconds(
            fields.GetValueOrDefault("expires_in"), DefaultLifetime, MinLifetimeSeconds,
            MaxLifetimeSeconds, out var lifetime))
        {
            return (null, new ApiError(ApiErrorCode.ParameterInvalid, "expires_in"));
        }

        if (kind != TermsKind.Hold)
        {
            return (Terms(fields, lifetime), null);
        }

        return TrySeconds(
            fields.GetValueOrDefault(HoldForField), DefaultHold, MinHoldSeconds, MaxHoldSeconds,
            out var holdFor)
            ? (Terms(fields, lifetime) with { Hold = new HoldTerms(holdFor) }, null)
            : (null, new ApiError(ApiErrorCode.ParameterInvalid, HoldForField));
    }

    /// <summary>Number, amount, currency and texts.</summary>
    internal static ApiError? CheckTexts(IReadOnlyDictionary<string, string> fields)
    {
        if (!IsOutTradeNo(fields["out_trade_no"]))
        {
            return new ApiError(ApiErrorCode.ParameterInvalid, "out_trade_no");
        }

        if (!TryFen(fields["total_fee"], out _))
        {
            return new ApiError(ApiErrorCode.AmountInvalid, "total_fee");
        }

        if (fields.GetValueOrDefault("fee_type") is { Length: > 0 } currency
            && !string.Equals(currency, Money.Cny, StringComparison.Ordinal))
        {
            return new ApiError(ApiErrorCode.CurrencyUnsupported, "fee_type");
        }

        return fields["subject"].AsSpan().ContainsAny('/', '=', '&')
            ? new ApiError(ApiErrorCode.ParameterInvalid, "subject")
            : CheckText(fields, "subject", MaxSubjectLength)
                ?? CheckText(fields, "body", MaxBodyLength)
                ?? CheckText(fields, "attach", MaxAttachLength)
                ?? CheckText(fields, "payer_id", MaxPayerIdLength);
    }

    /// <summary>A text without control characters, no longer than that.</summary>
    internal static ApiError? CheckText(
        IReadOnlyDictionary<string, string> fields, string name, int maxLength)
    {
        var text = fields.GetValueOrDefault(name) ?? "";
        return text.Length <= maxLength && IsClean(text)
            ? null
            : new ApiError(ApiErrorCode.ParameterInvalid, name);
    }

    /// <summary>No control characters and no halves of a pair: they do not survive the wire.
    /// </summary>
    private static bool IsClean(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A URL of the merchant, where there is one.</summary>
    internal ApiError? CheckUrl(
        IReadOnlyDictionary<string, string> fields, string name, Application application)
    {
        if (fields.GetValueOrDefault(name) is not { Length: > 0 } url)
        {
            return null;
        }

        var schemes = application.AllowHttp ? UrlSchemes.HttpToo : UrlSchemes.HttpsOnly;
        return UrlRules.Check(url, schemes, allowed).Verdict == UrlVerdict.Accepted
            ? null
            : new ApiError(ApiErrorCode.UrlInvalid, name);
    }

    private async Task<ApiError?> CheckChannelAsync(
        IReadOnlyDictionary<string, string> fields, Application application, TermsKind kind,
        CancellationToken cancellation)
    {
        var account = Optional(fields, "account");
        if (Optional(fields, "channel") is not { } name)
        {
            // Whatever the payer chooses must be of that account.
            return account is null || ApplicationJson.IsName(account)
                ? null
                : new ApiError(ApiErrorCode.ParameterInvalid, "account");
        }

        if (channels.ForProduct<IWalletPayment>(name)?.NeedsPayer(name) == true
            && Optional(fields, "payer_id") is null)
        {
            return new ApiError(ApiErrorCode.ParameterMissing, "payer_id");
        }

        return channels.FindProduct(name) is { } product
            && IsFor(product, kind)
            && channels.ForProduct<IChannel>(name) is { } channel

            // Whose account is chosen with the code or card: a repeated call may need none.
            && (kind is TermsKind.Barcode or TermsKind.KCode
                || await choose.RunAsync(application, channel, name, account, cancellation)
                    is not null)
                ? null
                : new ApiError(ApiErrorCode.ChannelUnsupported, "channel");
    }

    private static bool IsFor(ChannelProduct product, TermsKind kind) => kind switch
    {
        TermsKind.Barcode => product is { Kind: ProductKind.Barcode, Hold: null },
        TermsKind.KCode => product.Kind == ProductKind.KCode,
        _ => product.IsOpened
            && product.Opens == kind switch
            {
                TermsKind.Hold => OrderKind.Hold,
                TermsKind.Agreement => OrderKind.Agreement,
                _ => OrderKind.Payment,
            },
    };

    /// <summary>An amount of fen: 1 to the largest payment.</summary>
    internal static bool TryFen(string text, out long fen)
        => TryWhole(text, out fen) && fen is > 0 and <= Money.MaxFen;

    /// <summary>One spelling for one number: digits, no sign, no zero in front.</summary>
    internal static bool TryWhole(string text, out long number)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && (text[0] != '0' || text.Length == 1);

    /// <summary>A time in seconds; the usual one where none is said.</summary>
    internal static bool TrySeconds(
        string? text, TimeSpan usual, int least, int most, out TimeSpan time)
    {
        time = usual;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (!TryWhole(text, out var seconds) || seconds < least || seconds > most)
        {
            return false;
        }

        time = TimeSpan.FromSeconds(seconds);
        return true;
    }

    private static PaymentTerms Terms(
        IReadOnlyDictionary<string, string> fields, TimeSpan lifetime)
    {
        _ = TryFen(fields["total_fee"], out var fen);
        return new PaymentTerms(
            Money.OfFen(fen), fields["subject"], Optional(fields, "body"),
            Optional(fields, "attach"), fields["notify_url"], Optional(fields, "return_url"),
            Optional(fields, "channel"), lifetime, Optional(fields, "account"),
            Optional(fields, "payer_id"));
    }

    private static string? Optional(IReadOnlyDictionary<string, string> fields, string name)
        => fields.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;
}
