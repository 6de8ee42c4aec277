using System.Text.Json;
using Azure.Data.Tables;
using PayFunctions.Notifications;
using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>A notice as a row beside its order.</summary>
internal static class NoticeRowStore
{
    /// <summary>How the row keys of notices begin.</summary>
    public const string Prefix = "notice:";

    /// <summary>The row, stamped with the id of its write.</summary>
    public static TableEntity ToRow(Notice notice, string writeId)
    {
        var row = new TableEntity(notice.Id.Order.Value, Prefix + notice.Id)
        {
            ["Type"] = notice.Type,
            ["TradeState"] = notice.TradeState.ToString(),
            ["IsRefunded"] = notice.IsRefunded,
            ["State"] = notice.State.ToString(),
            ["Attempts"] = JsonSerializer.Serialize(
                notice.Attempts, OrderRowJson.Default.ImmutableArrayNoticeAttempt),
            [WriteIdRowStore.Column] = writeId,
        };
        if (notice.NextAttemptAt is { } next)
        {
            row["NextAttemptAt"] = next;
        }

        if (notice.Refund is { } refund)
        {
            row["Refund"] = refund;
        }

        if (notice.RefundState is { } state)
        {
            row["RefundState"] = state.ToString();
        }

        if (notice.RefundEndedAt is { } ended)
        {
            row["RefundEndedAt"] = ended;
        }

        return row;
    }

    /// <summary>The notice in a row.</summary>
    public static Notice FromRow(TableEntity row) => new()
    {
        Id = NotifyId.TryParse(row.RowKey[Prefix.Length..], out var id)
            ? id
            : throw new InvalidDataException($"{row.RowKey} is not the key of a notice."),
        Type = row.GetString("Type"),
        Refund = row.GetInt32("Refund"),
        RefundState = row.GetString("RefundState") is { } state
            ? Enum.Parse<RefundState>(state)
            : null,
        RefundEndedAt = row.GetDateTimeOffset("RefundEndedAt"),
        TradeState = Enum.Parse<OrderState>(row.GetString("TradeState")),
        IsRefunded = row.GetBoolean("IsRefunded") ?? false,
        State = Enum.Parse<NoticeState>(row.GetString("State")),
        NextAttemptAt = row.GetDateTimeOffset("NextAttemptAt"),
        Attempts = JsonSerializer.Deserialize(
            row.GetString("Attempts"), OrderRowJson.Default.ImmutableArrayNoticeAttempt),
    };
}
