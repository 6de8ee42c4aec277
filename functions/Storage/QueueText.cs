using System.Globalization;
using System.Text.Json;
using PayFunctions.Notifications;
using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>Messages as JSON text, and back.</summary>
internal static class QueueText
{
    /// <summary>Writes an announcement.</summary>
    public static string Write(MovementMessage message) => JsonSerializer.Serialize(
        new MovementText(
            message.Id.Value, message.Version,
            message.AnnouncedAt.ToString("O", CultureInfo.InvariantCulture),
            message.IsHastened, message.DueAt),
        QueueTextJson.Default.MovementText);

    /// <summary>Writes a planned attempt.</summary>
    public static string Write(NoticeMessage message) => JsonSerializer.Serialize(
        new NoticeText(message.Id.ToString(), message.Attempt),
        QueueTextJson.Default.NoticeText);

    /// <summary>Reads an announcement.</summary>
    /// <exception cref="InvalidDataException">It is none; it belongs into the poison
    /// queue.</exception>
    public static MovementMessage ReadMovement(BinaryData body)
        => JsonSerializer.Deserialize(body, QueueTextJson.Default.MovementText) is { } text
            && OrderId.TryParse(text.TransactionId, out var id)
            && DateTimeOffset.TryParseExact(
                text.AnnouncedAt, "O", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var at)
                ? new MovementMessage(id, text.Version, at, text.Hastened, text.DueAt)
                : throw new InvalidDataException("The message is no announcement.");

    /// <summary>Reads a planned attempt.</summary>
    /// <exception cref="InvalidDataException">It is none; it belongs into the poison
    /// queue.</exception>
    public static NoticeMessage ReadNotice(BinaryData body)
        => JsonSerializer.Deserialize(body, QueueTextJson.Default.NoticeText) is { } text
            && NotifyId.TryParse(text.NotifyId, out var id)
                ? new NoticeMessage(id, text.Attempt)
                : throw new InvalidDataException("The message is no planned attempt.");
}
