using System.Collections.Immutable;
using System.Globalization;
using PayFunctions.Cashier;
using PayFunctions.Channels.Wire;
using PayFunctions.MerchantApi;
using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Console;

/// <summary>An order's history as tables. Pure.</summary>
internal static class OrderTables
{
    /// <summary>The view.</summary>
    /// <param name="history">The history.</param>
    /// <param name="frame">What is around it.</param>
    /// <param name="refundNumber">The number that a refund from this page will have.</param>
    public static OrderView Of(OrderHistory history, FrameView frame, string refundNumber)
    {
        var (order, texts) = (history.Order, frame.Console);
        var tables = ImmutableArray.CreateBuilder<(string, TableView)>();
        tables.Add((texts.Attempts, Attempts(texts, order)));
        AddUnlessEmpty(tables, texts.Captures, Captures(texts, order));
        AddUnlessEmpty(tables, texts.Refunds, Refunds(texts, order));
        tables.Add((texts.Notifications, Notices(texts, history)));
        tables.Add((texts.History, Entries(texts, history)));
        return new OrderView(
            frame, order.OutTradeNo, Facts(texts, order), tables.ToImmutable(),
            LeftOf(order) is > 0 and var left
                ? new RefundFormView(
                    RefundOrder.PathOf(order.Id), refundNumber,
                    YuanText.Write(Money.OfFen(left)), "")
                : null);
    }

    /// <summary>What can still be refunded.</summary>
    private static long LeftOf(Order order)
        => order is
        {
            State: OrderState.Success, Terms.Kind: OrderKind.Payment, Payment: { } payment,
        }
            ? order.Terms.Total.Fen - order.RefundedOf(payment.Attempt).Fen
            : 0;

    private static void AddUnlessEmpty(
        ImmutableArray<(string, TableView)>.Builder tables, string name, TableView table)
    {
        if (!table.Rows.IsEmpty)
        {
            tables.Add((name, table));
        }
    }

    private static ImmutableArray<(string Name, string Value)> Facts(
        ConsoleTexts texts, Order order) =>
    [
        (texts.State, TradeState.Of(order)),
        (texts.Amount, AmountText.Of(order.Terms.Total)),
        (texts.Subject, order.Terms.Subject),
        (texts.Number, order.Id.Value),
        (texts.Channel, PaymentJson.ChannelOf(order) ?? ConsoleText.Nothing),
        (texts.ChannelNumber, order.Payment?.ChannelTradeNo ?? ConsoleText.Nothing),
        (texts.Time, ConsoleText.Of(order.CreatedAt)),
        (texts.PaidAt, ConsoleText.Of(order.Payment?.PaidAt)),
    ];

    private static TableView Attempts(ConsoleTexts texts, Order order)
    {
        var rows = order.Attempts.Select(attempt => ImmutableArray.Create(
            new CellView(ConsoleText.Of(attempt.OpenedAt)),
            new CellView(order.NumberOf(attempt).ToString()),
            new CellView(attempt.Product),
            new CellView(ConsoleText.Word(attempt.State.ToString())),
            new CellView(attempt.ChannelTradeNo ?? ConsoleText.Nothing)));
        if (order.Terms.Capture is { } capture)
        {
            rows = rows.Append(
            [
                new CellView(ConsoleText.Of(order.CreatedAt)),
                new CellView(capture.Hold.Value, ShowOrder.PathOf(capture.Hold)),
                new CellView(capture.HeldBy),
                new CellView(texts.Hold),
                new CellView(capture.ChannelHoldNo),
            ]);
        }

        return new TableView(
            [texts.Time, texts.Number, texts.Channel, texts.State, texts.ChannelNumber],
            [.. rows]);
    }

    private static TableView Captures(ConsoleTexts texts, Order order) => new(
        [texts.Time, texts.Number, texts.State, texts.Amount],
        [
            .. order.Captures.Select(capture => ImmutableArray.Create(
                new CellView(ConsoleText.Of(capture.RequestedAt)),
                new CellView(
                    capture.OutTradeNo,
                    ShowOrder.PathOf(OrderId.Of(order.AppId, capture.OutTradeNo))),
                new CellView(ConsoleText.Word(capture.State.ToString())),
                new CellView(AmountText.Of(capture.Total)))),
        ]);

    private static TableView Refunds(ConsoleTexts texts, Order order) => new(
        [
            texts.Time, texts.Number, texts.State, texts.Amount, texts.Reason,
            texts.ChannelNumber,
        ],
        [
            .. order.Refunds.Select(refund => ImmutableArray.Create(
                new CellView(ConsoleText.Of(refund.RequestedAt)),
                new CellView(refund.OutRequestNo ?? order.NumberOf(refund).ToString()),
                new CellView(RefundWord.Of(refund.State)),
                new CellView(AmountText.Of(refund.Total)),
                new CellView(
                    refund.Failure ?? refund.Reason ?? RefundWord.Of(refund.Origin)),
                new CellView(refund.ChannelRefundNo ?? ConsoleText.Nothing))),
        ]);

    /// <summary>A row for each notice with its button, then one for each attempt.</summary>
    private static TableView Notices(ConsoleTexts texts, OrderHistory history) => new(
        [texts.Time, texts.Event, texts.State, texts.Answer, texts.Duration, texts.Resend],
        [
            .. history.Notices
                .Select(static n => n.Notice)
                .SelectMany(notice => notice.Attempts.Select(Attempt)
                    .Prepend(Notice(texts, notice))),
        ]);

    private static ImmutableArray<CellView> Notice(ConsoleTexts texts, Notice notice) =>
    [
        new CellView(ConsoleText.Of(notice.NextAttemptAt)),
        new CellView($"{notice.Type} {notice.Id}"),
        new CellView(ConsoleText.Word(notice.State.ToString())),
        new CellView(""),
        new CellView(""),
        ResendNotification.CanResend(notice)
            ? new CellView(texts.Resend, Post: ResendNotice.PathOf(notice.Id))
            : new CellView(ConsoleText.Nothing),
    ];

    private static ImmutableArray<CellView> Attempt(NoticeAttempt attempt) =>
    [
        new CellView(ConsoleText.Of(attempt.At)),
        new CellView(attempt.Outcome),
        new CellView(
            attempt.Status?.ToString(CultureInfo.InvariantCulture) ?? ConsoleText.Nothing),
        new CellView(attempt.Answer ?? ConsoleText.Nothing),
        new CellView(string.Create(
            CultureInfo.InvariantCulture, $"{attempt.DurationMs} ms")),
        new CellView(""),
    ];

    private static TableView Entries(ConsoleTexts texts, OrderHistory history) => new(
        [texts.Time, texts.Event, texts.State, texts.Postings],
        [.. history.Entries.Select(Entry)]);

    private static ImmutableArray<CellView> Entry(OrderEntry entry) =>
    [
        new CellView(ConsoleText.Of(entry.At)),
        new CellView(ConsoleText.Word(entry.Event)),
        new CellView(ConsoleText.Word(entry.State)),
        new CellView(entry.Postings.IsEmpty
            ? ConsoleText.Nothing
            : ConsoleText.Of(entry.Postings)),
    ];
}
