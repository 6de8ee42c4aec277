using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using PayFunctions.MerchantApi;
using PayFunctions.Notifications;
using PayFunctions.Orders;

namespace PayFunctions.Platform;

/// <summary>A registration as JSON.</summary>
internal static class ApplicationJson
{
    private const int MaxNameLength = 64;
    private const int MaxUrlLength = 255;
    private const int MaxChannels = 16;
    private const int MaxAccounts = 16;

    /// <summary>Whether a text can name an application or a key.</summary>
    public static bool IsName(string text)
        => text.Length is > 0 and <= MaxNameLength
            && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    /// <summary>Reads a registration; keys are not part of it.</summary>
    public static (Application? Application, ApiError? Error) Read(
        string appId, ReadOnlyMemory<byte> body)
    {
        if (!IsName(appId))
        {
            return (null, new ApiError(ApiErrorCode.ParameterInvalid, "app_id"));
        }

        ApplicationText? text;
        try
        {
            text = JsonSerializer.Deserialize(
                body.Span, ApplicationTextJson.Default.ApplicationText);
        }
        catch (JsonException)
        {
            text = null;
        }

        return text is null
            ? (null, new ApiError(ApiErrorCode.BodyMalformed))
            : Wrong(text) is { } subject
                ? (null, new ApiError(ApiErrorCode.ParameterInvalid, subject))
                : (Application(appId, text), null);
    }

    /// <summary>Writes a registration with the names of its keys.</summary>
    public static JsonObject Of(Application application) => new()
    {
        ["app_id"] = application.AppId,
        ["name"] = application.Name,
        ["enabled"] = application.Enabled,
        ["notify_schedule"] = application.NotifySchedule,
        ["answer_word"] = application.AnswerWord,
        ["login_url"] = application.LoginUrl,
        ["identity_per_hour"] = application.IdentityPerHour,
        ["allow_http"] = application.AllowHttp,
        ["late_success"] = application.LateSuccess.ToString().ToLowerInvariant(),
        ["environment"] = AccountText.WordOf(application.Environment),
        ["accounts"] = new JsonObject(application.Accounts.Select(
            static a => KeyValuePair.Create(
                a.Key,
                (JsonNode?)new JsonArray([.. a.Value.Select(static n => JsonValue.Create(n))])))),
        ["clearing_days"] = application.ClearingDays,
        ["clearing_threshold"] = application.ClearingThresholdFen,
        ["fees"] = new JsonArray(
        [
            .. application.Fees.Select(static fee => JsonSerializer.SerializeToNode(
                FeeText.Of(fee), ApplicationTextJson.Default.FeeText)),
        ]),
        ["keys"] = new JsonArray(
        [
            .. application.Keys.Select(static k => new JsonObject
            {
                ["key_id"] = k.KeyId,
                ["public_key"] = k.PublicKey,
                ["added_at"] = PaymentJson.Time(k.AddedAt),
            }),
        ]),
    };

    private static string? Wrong(ApplicationText text) => text switch
    {
        { Name: null or "" or { Length: > MaxNameLength } } => "name",
        _ when NotifySchedule.Find(text.NotifySchedule) is null => "notify_schedule",
        { AnswerWord: not ("success" or "success=Y") } => "answer_word",
        { LoginUrl: { } url } when !IsPage(url, text.AllowHttp) => "login_url",
        { IdentityPerHour: < 0 or > PayFunctions.Platform.Application.MaxIdentityPerHour }
            => "identity_per_hour",
        { LateSuccess: not ("revive" or "refund") } => "late_success",
        _ when AccountText.EnvironmentOf(text.Environment) is null => "environment",
        _ when text.Accounts.Count > MaxChannels || !text.Accounts.All(AreAccounts)
            => "accounts",
        { ClearingDays: < 0 or > PayFunctions.Platform.Application.MaxClearingDays }
            => "clearing_days",
        { ClearingThreshold: < 0 or > FeeText.MaxFenOfEntry } => "clearing_threshold",
        _ when text.Fees.Length > FeeText.MaxEntries
            || !text.Fees.All(static fee => fee is { IsValid: true }) || HasTwice(text.Fees)
            => "fees",
        _ => null,
    };

    private static Application Application(string appId, ApplicationText text) => new()
    {
        AppId = appId,
        Name = text.Name!,
        Enabled = text.Enabled,
        NotifySchedule = text.NotifySchedule,
        AnswerWord = text.AnswerWord,
        LoginUrl = text.LoginUrl,
        IdentityPerHour = text.IdentityPerHour,
        AllowHttp = text.AllowHttp,
        LateSuccess = string.Equals(text.LateSuccess, "refund", StringComparison.Ordinal)
            ? LateSuccess.Refund
            : LateSuccess.Revive,
        Environment = AccountText.EnvironmentOf(text.Environment)!.Value,
        Accounts = text.Accounts.ToImmutableSortedDictionary(
            static a => a.Key, static a => a.Value.ToImmutableArray(), StringComparer.Ordinal),
        ClearingDays = text.ClearingDays,
        ClearingThresholdFen = text.ClearingThreshold,
        Fees = [.. text.Fees.Select(static fee => fee.Read())],
    };

    /// <summary>An address that only browsers open, so it may be anywhere.</summary>
    private static bool IsPage(string url, bool allowHttp)
        => url.Length <= MaxUrlLength
            && Uri.TryCreate(url, UriKind.Absolute, out var address)
            && (address.Scheme is "https" || (allowHttp && address.Scheme is "http"))
            && address is { Host.Length: > 0, UserInfo: "" }
            && Uri.IsWellFormedUriString(url, UriKind.Absolute);

    private static bool HasTwice(FeeText[] fees)
        => fees.DistinctBy(static fee => (fee.Channel, fee.From)).Count() < fees.Length;

    private static bool AreAccounts(KeyValuePair<string, string[]> accounts)
        => IsName(accounts.Key)
            && accounts.Value is { Length: > 0 and <= MaxAccounts } names
            && names.All(static name => IsName(name ?? ""))
            && names.Distinct(StringComparer.Ordinal).Count() == names.Length;
}
