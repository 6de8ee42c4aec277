using System.Buffers.Text;
using System.Text.Json;

namespace Azure.Security.KeyVault.Keys.Wire;

/// <summary>Keys and their attributes, to and from the vault's JSON.</summary>
internal static class KeyJson
{
    /// <exception cref="JsonException">A part is not base64url.</exception>
    public static JsonWebKey ReadKey(JsonElement json)
    {
        List<KeyOperation> uses = [];
        if (json.TryGetProperty("key_ops", out var listed)
            && listed.ValueKind == JsonValueKind.Array)
        {
            uses.AddRange(listed.EnumerateArray().Select(use => new KeyOperation(use.GetString())));
        }

        return new JsonWebKey(uses)
        {
            Id = Text(json, "kid"),
            KeyType = Text(json, "kty") is { } type ? new KeyType(type) : default,
            N = Bytes(json, "n"),
            E = Bytes(json, "e"),
            D = Bytes(json, "d"),
            P = Bytes(json, "p"),
            Q = Bytes(json, "q"),
            DP = Bytes(json, "dp"),
            DQ = Bytes(json, "dq"),
            QI = Bytes(json, "qi"),
        };
    }

    public static void WriteKey(Utf8JsonWriter writer, JsonWebKey key)
    {
        writer.WriteStartObject();
        WriteText(writer, "kid", key.Id);
        WriteText(writer, "kty", key.KeyType.ToString());
        if (key.KeyOps.Count > 0)
        {
            writer.WriteStartArray("key_ops");
            foreach (var use in key.KeyOps)
            {
                writer.WriteStringValue(use.ToString());
            }

            writer.WriteEndArray();
        }

        WriteBytes(writer, "n", key.N);
        WriteBytes(writer, "e", key.E);
        WriteBytes(writer, "d", key.D);
        WriteBytes(writer, "dp", key.DP);
        WriteBytes(writer, "dq", key.DQ);
        WriteBytes(writer, "qi", key.QI);
        WriteBytes(writer, "p", key.P);
        WriteBytes(writer, "q", key.Q);
        writer.WriteEndObject();
    }

    /// <summary>A key bundle: the key under <c>key</c>, its attributes beside it.</summary>
    public static KeyVaultKey ReadBundle(JsonElement json)
    {
        var key = ReadKey(json.GetProperty("key"));
        return new KeyVaultKey(ReadProperties(json, key.Id), key);
    }

    /// <summary>A line of a list: only <c>kid</c> and attributes.</summary>
    public static KeyProperties ReadItem(JsonElement json)
        => ReadProperties(json, Text(json, "kid"));

    public static string Text(JsonElement json, string name)
        => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public static byte[] Bytes(JsonElement json, string name)
    {
        try
        {
            return Text(json, name) is { } text ? Base64Url.DecodeFromChars(text) : null;
        }
        catch (FormatException broken)
        {
            throw new JsonException($"'{name}' is not base64url.", broken);
        }
    }

    public static void WriteBytes(Utf8JsonWriter writer, string name, byte[] bytes)
        => WriteText(writer, name, bytes is null ? null : Base64Url.EncodeToString(bytes));

    private static void WriteText(Utf8JsonWriter writer, string name, string text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static KeyProperties ReadProperties(JsonElement json, string id)
    {
        var properties = new KeyProperties();
        properties.Assign(new Uri(id));
        properties.Managed = Flag(json, "managed") ?? false;
        if (json.TryGetProperty("attributes", out var attributes))
        {
            properties.Enabled = Flag(attributes, "enabled");
            properties.Exportable = Flag(attributes, "exportable");
            properties.NotBefore = Moment(attributes, "nbf");
            properties.ExpiresOn = Moment(attributes, "exp");
            properties.CreatedOn = Moment(attributes, "created");
            properties.UpdatedOn = Moment(attributes, "updated");
            properties.RecoveryLevel = Text(attributes, "recoveryLevel");
            properties.RecoverableDays = (int?)Number(attributes, "recoverableDays");
        }

        if (json.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Object)
        {
            foreach (var tag in tags.EnumerateObject())
            {
                properties.Tags[tag.Name] = tag.Value.GetString();
            }
        }

        return properties;
    }

    private static bool? Flag(JsonElement json, string name)
        => json.TryGetProperty(name, out var value)
            && value.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? value.GetBoolean()
                : null;

    private static long? Number(JsonElement json, string name)
        => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetInt64()
            : null;

    private static DateTimeOffset? Moment(JsonElement json, string name)
        => Number(json, name) is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
