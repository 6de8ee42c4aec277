using System.Globalization;
using System.Text.Json;
using PayFunctions.Batches;

namespace PayFunctions.Storage;

/// <summary>A batch that goes on, on the wire. One that names no kind is of refunds.</summary>
internal sealed record BatchText(
    string AppId, string BatchNo, string AnnouncedAt, string? Kind = null)
{
    /// <summary>Writes a message.</summary>
    public static string Write(BatchMessage message) => JsonSerializer.Serialize(
        new BatchText(
            message.AppId, message.BatchNo,
            message.AnnouncedAt.ToString("O", CultureInfo.InvariantCulture),
            message.Kind.ToString()),
        QueueTextJson.Default.BatchText);

    /// <summary>Reads a message.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static BatchMessage Read(BinaryData body)
    {
        var text = JsonSerializer.Deserialize(body, QueueTextJson.Default.BatchText);
        return text is { AppId: not null, BatchNo: not null }
            && DateTimeOffset.TryParseExact(
                text.AnnouncedAt, "O", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var at)
            && Enum.TryParse(text.Kind ?? nameof(BatchKind.Refund), out BatchKind kind)
                ? new BatchMessage(kind, text.AppId, text.BatchNo, at)
                : throw new InvalidDataException("The message is no batch that goes on.");
    }
}
