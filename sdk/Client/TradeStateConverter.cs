using System.Text.Json;
using System.Text.Json.Serialization;

namespace PayFunctions.Sdk;

internal sealed class TradeStateConverter : JsonConverter<TradeState>
{
    public override TradeState Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType is JsonTokenType.String
            ? TradeStateWord.Read(reader.GetString())
            : throw new JsonException("trade_state is no word.");

    public override void Write(
        Utf8JsonWriter writer, TradeState value, JsonSerializerOptions options)
        => writer.WriteStringValue(value.ToString().ToUpperInvariant());
}
