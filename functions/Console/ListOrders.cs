using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using PayFunctions.Cashier;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;
using PayFunctions.Payments;

namespace PayFunctions.Console;

/// <summary>The orders of some days, a page at a time.</summary>
internal sealed class ListOrders(ListPayments list)
{
    /// <summary>The place in the menu, and before every order.</summary>
    public const string Path = "/console/orders";

    /// <summary>Orders on a page.</summary>
    public const int PageSize = 50;

    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The page. What cannot be read is today, or any state, or the first page.</summary>
    public async Task<PageReply<OrdersPage, OrdersView>> RunAsync(
        ConsoleVisitor visitor, CancellationToken cancellation)
    {
        var (from, to, state) = Read(visitor);
        var (start, end) = (BeijingDay.StartOf(from), BeijingDay.StartOf(to.AddDays(1)));
        var after = OrderCursor.Read(visitor.Payer.Request.Query["cursor"].ToString(), start, end);
        var page = await list.RunAsync(
            visitor.Application,
            new PaymentRange(
                start, end, PageSize, after,
                order => state.Length == 0
                    || string.Equals(TradeState.Of(order), state, StringComparison.Ordinal)),
            cancellation);
        var next = page is { HasMore: true, Next: { } place }
            ? $"{Path}?from={ConsoleText.Of(from)}&to={ConsoleText.Of(to)}&state={state}"
                + $"&cursor={OrderCursor.Write(place)}"
            : null;
        return new PageReply<OrdersPage, OrdersView>(
            new OrdersView(
                visitor.Frame(Path), ConsoleText.Of(from), ConsoleText.Of(to), state,
                [.. TradeState.Words], Table(visitor.Texts, page.Orders), next),
            visitor.Payer.Texts);
    }

    private static TableView Table(ConsoleTexts texts, ImmutableArray<Order> orders) => new(
        [texts.Time, texts.Number, texts.Subject, texts.Channel, texts.State, texts.Amount],
        [
            .. orders.Select(static order => ImmutableArray.Create(
                new CellView(ConsoleText.Of(order.CreatedAt)),
                new CellView(order.OutTradeNo, ShowOrder.PathOf(order.Id)),
                new CellView(order.Terms.Subject),
                new CellView(PaymentJson.ChannelOf(order) ?? ConsoleText.Nothing),
                new CellView(TradeState.Of(order)),
                new CellView(AmountText.Of(order.Terms.Total)))),
        ]);

    private static (DateOnly From, DateOnly To, string State) Read(ConsoleVisitor visitor)
    {
        var query = visitor.Payer.Request.Query;
        var today = BeijingDay.Of(visitor.Payer.Now);
        var from = Day(query, "from") ?? today;
        var to = Day(query, "to") ?? from;
        var last = from.AddDays((int)ListPayments.RangeMax.TotalDays - 1);
        return (from, to < from ? from : to > last ? last : to,
            TradeState.Words.FirstOrDefault(
                word => string.Equals(word, query["state"], StringComparison.Ordinal)) ?? "");
    }

    /// <summary>A day that has another before and after it.</summary>
    private static DateOnly? Day(IQueryCollection query, string name)
        => DateOnly.TryParseExact(
            query[name], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var day)
            && day.Year is >= IsoTime.FirstYear and <= IsoTime.LastYear
                ? day
                : null;
}
