using System.Text.Json;
using System.Text.Json.Serialization;

namespace PayFunctions.Sdk;

/// <summary>
/// A word of the wire in JSON. A word that is not known is no error: later gateways know more.
/// </summary>
/// <param name="read">The value of a word.</param>
internal abstract class WordConverter<T>(Func<string?, T> read) : JsonConverter<T>
    where T : struct, Enum
{
    public override T Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType is JsonTokenType.String
            ? read(reader.GetString())
            : throw new JsonException("A word is expected.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        => writer.WriteStringValue(Spell(value));

    /// <summary>Most words of the wire are the names here in capitals.</summary>
    protected virtual string Spell(T value) => value.ToString().ToUpperInvariant();
}

/// <summary><c>trade_state</c>.</summary>
internal sealed class TradeStateConverter() : WordConverter<TradeState>(TradeStateWord.Read);

/// <summary><c>refund_state</c>.</summary>
internal sealed class RefundStateConverter() : WordConverter<RefundState>(RefundStateWord.Read);

/// <summary><c>batch_state</c>.</summary>
internal sealed class BatchStateConverter() : WordConverter<BatchState>(word => word switch
{
    "CHECKING" => BatchState.Checking,
    "REFUSED" => BatchState.Refused,
    "PROCESSING" => BatchState.Processing,
    "SETTLING" => BatchState.Settling,
    "DONE" => BatchState.Done,
    _ => BatchState.Unrecognised,
});

/// <summary><c>outcome</c>.</summary>
internal sealed class BatchOutcomeConverter() : WordConverter<BatchOutcome>(word => word switch
{
    "WAITING" => BatchOutcome.Waiting,
    "PROCESSING" => BatchOutcome.Processing,
    "SUCCESS" => BatchOutcome.Success,
    "FAILED" => BatchOutcome.Failed,
    "REFUSED" => BatchOutcome.Refused,
    _ => BatchOutcome.Unrecognised,
});

/// <summary><c>verify_state</c>.</summary>
internal sealed class VerifyStateConverter() : WordConverter<VerifyState>(VerifyStateWord.Read)
{
    protected override string Spell(VerifyState value)
        => value is VerifyState.NotChecked ? "NOT_CHECKED" : base.Spell(value);
}

/// <summary><c>capture_state</c>.</summary>
internal sealed class CaptureStateConverter() : WordConverter<CaptureState>(word => word switch
{
    "PROCESSING" => CaptureState.Processing,
    "SUCCESS" => CaptureState.Success,
    "FAILED" => CaptureState.Failed,
    _ => CaptureState.Unrecognised,
});

/// <summary><c>kcode_state</c>.</summary>
internal sealed class KCodeStateConverter() : WordConverter<KCodeState>(word => word switch
{
    "UNDECIDED" => KCodeState.Undecided,
    "SENT" => KCodeState.Sent,
    "NOT_SIGNED" => KCodeState.NotSigned,
    "REFUSED" => KCodeState.Refused,
    "PAYING" => KCodeState.Paying,
    "PAID" => KCodeState.Paid,
    "EXHAUSTED" => KCodeState.Exhausted,
    "ENDED" => KCodeState.Ended,
    _ => KCodeState.Unrecognised,
})
{
    protected override string Spell(KCodeState value)
        => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}

/// <summary><c>refund_origin</c>: the one with words of two parts.</summary>
internal sealed class RefundOriginConverter() : WordConverter<RefundOrigin>(RefundOriginWord.Read)
{
    protected override string Spell(RefundOrigin value)
        => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}

/// <summary>The <c>state</c> of a notification.</summary>
internal sealed class NotifyStateConverter() : WordConverter<NotifyState>(word => word switch
{
    "PENDING" => NotifyState.Pending,
    "DELIVERED" => NotifyState.Delivered,
    "EXHAUSTED" => NotifyState.Exhausted,
    "GONE" => NotifyState.Gone,
    _ => NotifyState.Unrecognised,
});
