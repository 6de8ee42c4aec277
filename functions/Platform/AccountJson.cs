using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using PayFunctions.Channels;
using PayFunctions.Keys;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;

namespace PayFunctions.Platform;

/// <summary>A channel account as JSON.</summary>
internal static class AccountJson
{
    /// <summary>Reads a registration. What its settings must be is said by the channel.</summary>
    public static (ChannelAccount? Account, ApiError? Error) Read(
        IChannel channel, ChannelProduct[] products, string name,
        ReadOnlyMemory<byte> body)
    {
        AccountText? text;
        try
        {
            text = JsonSerializer.Deserialize(
                body.Span, ApplicationTextJson.Default.AccountText);
        }
        catch (JsonException)
        {
            text = null;
        }

        return text is null
            ? (null, new ApiError(ApiErrorCode.BodyMalformed))
            : Wrong(products, text) is { } subject
                ? (null, new ApiError(ApiErrorCode.ParameterInvalid, subject))
                : (Account(channel, name, text), null);
    }

    /// <summary>Writes a registration: secrets by their references.</summary>
    public static JsonObject Of(ChannelAccount account)
    {
        var json = Whole(account);
        if (account.FeeBasisPoints is { } points)
        {
            json["fee_basis_points"] = points;
        }

        return json;
    }

    private static JsonObject Whole(ChannelAccount account) => new()
    {
        ["channel"] = account.Channel,
        ["account"] = account.Name,
        ["environment"] = AccountText.WordOf(account.Environment),
        ["enabled"] = account.Enabled,
        ["products"] = new JsonArray(
            [.. account.Products.Select(static p => JsonValue.Create(p))]),
        ["settings"] = Entries(account.Settings),
        ["secrets"] = Entries(account.Secrets),
    };

    private static string? Wrong(ChannelProduct[] products, AccountText text) => text switch
    {
        _ when AccountText.EnvironmentOf(text.Environment) is null => "environment",
        _ when !text.Products.All(p => products.Any(
            known => string.Equals(known.Name, p, StringComparison.Ordinal))) => "products",
        _ when text.Settings.Count > ChannelAccount.MaxEntries
            || text.Settings.Any(static s => s.Value is null
                || s.Value.Length > ChannelAccount.MaxSettingLength)
            || IsTooLong(text.Settings) => "settings",
        _ when text.Secrets.Count > ChannelAccount.MaxEntries
            || text.Secrets.Any(static s => !SecretReference.TryParse(s.Value, out _))
            || IsTooLong(text.Secrets) => "secrets",
        { FeeBasisPoints: < 0 or > FeeRules.Whole } => "fee_basis_points",
        _ => null,
    };

    private static bool IsTooLong(Dictionary<string, string> entries)
        => JsonSerializer.Serialize(
            entries, ApplicationTextJson.Default.DictionaryStringString).Length
            > ChannelAccount.MaxEntriesLength;

    private static ChannelAccount Account(IChannel channel, string name, AccountText text) => new()
    {
        Channel = channel.Name,
        Name = name,
        Environment = AccountText.EnvironmentOf(text.Environment)!.Value,
        Enabled = text.Enabled,
        Products = [.. text.Products.Distinct(StringComparer.Ordinal)],
        Settings = text.Settings.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Secrets = text.Secrets.ToImmutableSortedDictionary(StringComparer.Ordinal),
        FeeBasisPoints = text.FeeBasisPoints,
    };

    private static JsonObject Entries(ImmutableSortedDictionary<string, string> entries)
        => new(entries.Select(static e => KeyValuePair.Create(e.Key, (JsonNode?)e.Value)));
}
