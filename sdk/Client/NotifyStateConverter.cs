using System.Text.Json;
using System.Text.Json.Serialization;

namespace PayFunctions.Sdk;

internal sealed class NotifyStateConverter : JsonConverter<NotifyState>
{
    public override NotifyState Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType is JsonTokenType.String
            ? reader.GetString() switch
            {
                "PENDING" => NotifyState.Pending,
                "DELIVERED" => NotifyState.Delivered,
                "EXHAUSTED" => NotifyState.Exhausted,
                "GONE" => NotifyState.Gone,
                _ => NotifyState.Unrecognised,
            }
            : throw new JsonException("state is no word.");

    public override void Write(
        Utf8JsonWriter writer, NotifyState value, JsonSerializerOptions options)
        => writer.WriteStringValue(value.ToString().ToUpperInvariant());
}
