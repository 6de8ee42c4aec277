using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>
/// An order as a row. Column names are literals: renaming a property must not rename a column.
/// </summary>
internal static class OrderRowStore
{
    /// <summary>The row key of the order itself.</summary>
    public const string RowKey = "order";

    // A column has 64 KiB; the first is the only one that most orders have.
    private const int RefundsInColumn = 13;
    private static readonly string[] RefundColumns =
        ["Refunds", "Refunds2", "Refunds3", "Refunds4"];

    /// <summary>
    /// Chinese text stays as it is: an escaped letter takes six times its room. Letters outside the
    /// basic plane are escaped in any case.
    /// </summary>
    private static readonly OrderRowJson Written = new(
        new JsonSerializerOptions(OrderRowJson.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });

    /// <summary>The row, stamped with the id of its write.</summary>
    public static TableEntity ToRow(Order order, string writeId)
    {
        var terms = order.Terms;
        var row = new TableEntity(order.Id.Value, RowKey)
        {
            ["AppId"] = order.AppId,
            ["OutTradeNo"] = order.OutTradeNo,
            ["TotalFen"] = terms.Total.Fen,
            ["Currency"] = terms.Total.Currency,
            ["Subject"] = terms.Subject,
            ["NotifyUrl"] = terms.NotifyUrl,
            ["LifetimeSeconds"] = (long)terms.Lifetime.TotalSeconds,
            ["LateSuccess"] = order.LateSuccess.ToString(),
            ["State"] = order.State.ToString(),
            ["Version"] = order.Version,
            ["CreatedAt"] = order.CreatedAt,
            ["Attempts"] = JsonSerializer.Serialize(
                order.Attempts, OrderRowJson.Default.ImmutableArrayAttempt),
            [WriteIdRowStore.Column] = writeId,
        };
        WriteRefunds(row, order.Refunds);
        WriteHold(row, order);
        WriteAgreement(row, order);
        Set(row, "Body", terms.Body);
        Set(row, "Attach", terms.Attach);
        Set(row, "ReturnUrl", terms.ReturnUrl);
        Set(row, "Product", terms.Product);
        Set(row, "Account", terms.Account);
        Set(row, "PayerId", terms.PayerId);
        Set(row, "PaidAttempt", order.Payment?.Attempt);
        Set(row, "ChannelTradeNo", order.Payment?.ChannelTradeNo);
        Set(row, "PaidAt", order.Payment?.PaidAt);
        Set(row, "ClosedAt", order.ClosedAt);
        Set(row, "WakeUpId", order.WakeUp?.MessageId);
        Set(row, "WakeUpReceipt", order.WakeUp?.PopReceipt);
        Set(row, "WakeUpAt", order.WakeUp?.At);
        return row;
    }

    /// <summary>The order in a row.</summary>
    public static Order FromRow(TableEntity row) => new()
    {
        Id = new OrderId(row.PartitionKey),
        AppId = Text(row, "AppId"),
        OutTradeNo = Text(row, "OutTradeNo"),
        Terms = new PaymentTerms(
            new Money(row.GetInt64("TotalFen") ?? 0, Text(row, "Currency")),
            Text(row, "Subject"),
            row.GetString("Body"),
            row.GetString("Attach"),
            Text(row, "NotifyUrl"),
            row.GetString("ReturnUrl"),
            row.GetString("Product"),
            TimeSpan.FromSeconds(row.GetInt64("LifetimeSeconds") ?? 0),
            row.GetString("Account"),
            row.GetString("PayerId"),
            row.GetInt64("HoldSeconds") is { } hold
                ? new HoldTerms(TimeSpan.FromSeconds(hold))
                : null,
            row.GetString("CaptureOf") is { } capture
                ? JsonSerializer.Deserialize(capture, OrderRowJson.Default.CaptureTerms)
                : null,
            row.GetString("Agreement") is { } agreement
                ? JsonSerializer.Deserialize(agreement, OrderRowJson.Default.AgreementTerms)
                : null,
            row.GetString("DebitOf") is { } debit
                ? JsonSerializer.Deserialize(debit, OrderRowJson.Default.DebitTerms)
                : null),
        LateSuccess = Enum.Parse<LateSuccess>(Text(row, "LateSuccess")),
        State = Enum.Parse<OrderState>(Text(row, "State")),
        Version = row.GetInt32("Version") ?? 0,
        CreatedAt = Time(row, "CreatedAt") ?? default,
        Attempts = JsonSerializer.Deserialize(
            Text(row, "Attempts"), OrderRowJson.Default.ImmutableArrayAttempt),
        Refunds = [.. RefundColumns.SelectMany(column => ReadRefunds(row, column))],
        Captures = row.GetString("Captures") is { } captures
            ? JsonSerializer.Deserialize(captures, OrderRowJson.Default.ImmutableArrayCapture)
            : [],
        Tally = row.GetString("Tally") is { } tally
            ? JsonSerializer.Deserialize(tally, OrderRowJson.Default.DebitTally)
            : null,
        End = row.GetString("End") is { } end
            ? JsonSerializer.Deserialize(end, OrderRowJson.Default.AgreementEnd)
            : null,
        Payment = row.GetInt32("PaidAttempt") is { } attempt
            ? new Payment(attempt, Text(row, "ChannelTradeNo"), Time(row, "PaidAt") ?? default)
            : null,
        ClosedAt = Time(row, "ClosedAt"),
        WakeUp = row.GetString("WakeUpId") is { } message
            ? new WakeUp(message, Text(row, "WakeUpReceipt"), Time(row, "WakeUpAt") ?? default)
            : null,
    };

    private static void WriteRefunds(TableEntity row, ImmutableArray<Refund> refunds)
    {
        foreach (var (column, part) in RefundColumns.Zip(refunds.Chunk(RefundsInColumn)))
        {
            row[column] = JsonSerializer.Serialize(
                ImmutableCollectionsMarshal.AsImmutableArray(part), Written.ImmutableArrayRefund);
        }
    }

    /// <summary>Most orders hold nothing, and take nothing that is held.</summary>
    private static void WriteHold(TableEntity row, Order order)
    {
        Set(row, "HoldSeconds", (long?)order.Terms.Hold?.HoldFor.TotalSeconds);
        if (order.Terms.Capture is { } capture)
        {
            row["CaptureOf"] = JsonSerializer.Serialize(
                capture, OrderRowJson.Default.CaptureTerms);
        }

        if (!order.Captures.IsEmpty)
        {
            row["Captures"] = JsonSerializer.Serialize(
                order.Captures, OrderRowJson.Default.ImmutableArrayCapture);
        }
    }

    /// <summary>Most orders are no agreement, and no debit.</summary>
    private static void WriteAgreement(TableEntity row, Order order)
    {
        if (order.Terms.Agreement is { } agreement)
        {
            row["Agreement"] = JsonSerializer.Serialize(
                agreement, OrderRowJson.Default.AgreementTerms);
        }

        if (order.Terms.Debit is { } debit)
        {
            row["DebitOf"] = JsonSerializer.Serialize(debit, OrderRowJson.Default.DebitTerms);
        }

        if (order.Tally is { } tally)
        {
            row["Tally"] = JsonSerializer.Serialize(tally, OrderRowJson.Default.DebitTally);
        }

        if (order.End is { } end)
        {
            row["End"] = JsonSerializer.Serialize(end, OrderRowJson.Default.AgreementEnd);
        }
    }

    private static ImmutableArray<Refund> ReadRefunds(TableEntity row, string column)
        => row.GetString(column) is { } refunds
            ? JsonSerializer.Deserialize(refunds, OrderRowJson.Default.ImmutableArrayRefund)
            : [];

    private static void Set(TableEntity row, string column, object? value)
    {
        if (value is not null)
        {
            row[column] = value;
        }
    }

    private static string Text(TableEntity row, string column)
        => row.GetString(column)
            ?? throw new InvalidDataException(
                $"Row {row.PartitionKey}/{row.RowKey} has no {column}.");

    private static DateTimeOffset? Time(TableEntity row, string column)
        => row.GetDateTimeOffset(column);
}
