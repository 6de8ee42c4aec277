using System.Text.Json;
using System.Text.Json.Serialization;

namespace Azure.Security.KeyVault.Keys.Wire;

internal sealed class JsonWebKeyConverter : JsonConverter<JsonWebKey>
{
    public override JsonWebKey Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return KeyJson.ReadKey(document.RootElement);
    }

    public override void Write(
        Utf8JsonWriter writer, JsonWebKey value, JsonSerializerOptions options)
        => KeyJson.WriteKey(writer, value);
}
