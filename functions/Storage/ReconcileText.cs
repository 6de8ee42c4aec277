using System.Globalization;
using System.Text.Json;
using PayFunctions.Reconciliation;

namespace PayFunctions.Storage;

/// <summary>A day that is to be reconciled, on the wire.</summary>
internal sealed record ReconcileText(
    string Channel, string Account, string Day, bool Again, int Pass = 0, int Step = 0)
{
    private const string Pattern = "yyyy-MM-dd";

    /// <summary>Writes a message.</summary>
    public static string Write(ReconcileMessage message) => JsonSerializer.Serialize(
        new ReconcileText(
            message.Channel, message.Account,
            message.Day.ToString(Pattern, CultureInfo.InvariantCulture), message.Again,
            message.Pass, message.Step),
        QueueTextJson.Default.ReconcileText);

    /// <summary>Reads a message.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static ReconcileMessage Read(BinaryData body)
    {
        var text = JsonSerializer.Deserialize(body, QueueTextJson.Default.ReconcileText);
        return text is { Channel: not null, Account: not null }
            && DateOnly.TryParseExact(
                text.Day, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? new ReconcileMessage(
                    text.Channel, text.Account, day, text.Again, text.Pass, text.Step)
                : throw new InvalidDataException("The message is no day to be reconciled.");
    }
}
