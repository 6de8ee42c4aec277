using System.Collections.Immutable;
using System.Globalization;
using PayFunctions.Cashier;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Storage;

namespace PayFunctions.Console;

/// <summary>The first page: the day so far.</summary>
internal sealed class ShowToday(ListPayments list, IOrderStore orders)
{
    /// <summary>The place in the menu.</summary>
    public const string Path = "/console";

    /// <summary>The most orders that are counted.</summary>
    public const int OrdersMax = 500;

    /// <summary>The most payments whose notifications are looked at: the latest.</summary>
    public const int DelaysMax = 50;

    private const int FilesAtOnce = 10;

    /// <summary>The page.</summary>
    public async Task<PageReply<HomePage, HomeView>> RunAsync(
        ConsoleVisitor visitor, CancellationToken cancellation)
    {
        var day = BeijingDay.Of(visitor.Payer.Now);
        var (found, isCut) = await ListAsync(visitor, day, cancellation);
        var figures = DayRules.Of(day, found, await DelaysAsync(found, cancellation));
        return new PageReply<HomePage, HomeView>(
            View(visitor, figures, isCut), visitor.Payer.Texts);
    }

    private static HomeView View(ConsoleVisitor visitor, DayFigures figures, bool isCut)
    {
        var texts = visitor.Texts;
        return new HomeView(
            visitor.Frame(Path),
            figures.Hours,
            [
                (texts.Orders, Number(figures.Orders)),
                (texts.Payments, Number(figures.Paid)),
                (texts.Amount, AmountText.Of(Money.OfFen(figures.PaidFen))),
                (texts.Delay,
                    $"{texts.Median} {ConsoleText.Of(figures.MedianDelay)}, "
                    + $"{texts.Slowest} {ConsoleText.Of(figures.SlowestDelay)}"),
            ],
            new TableView(
                [texts.Channel, texts.Payments, texts.SuccessRate, texts.Amount],
                [
                    .. figures.Channels.Select(channel => ImmutableArray.Create(
                        new CellView(channel.Product),
                        new CellView($"{channel.Paid} / {channel.Tried}"),
                        new CellView(ConsoleText.Share(channel.Paid, channel.Tried)),
                        new CellView(AmountText.Of(Money.OfFen(channel.PaidFen))))),
                ]),
            isCut);
    }

    private async Task<(List<Order> Orders, bool IsCut)> ListAsync(
        ConsoleVisitor visitor, DateOnly day, CancellationToken cancellation)
    {
        var range = new PaymentRange(
            BeijingDay.StartOf(day), BeijingDay.StartOf(day.AddDays(1)), ListPayments.PageMax,
            null, static _ => true);
        var found = new List<Order>();
        while (true)
        {
            var page = await list.RunAsync(visitor.Application, range, cancellation);
            found.AddRange(page.Orders);
            if (!page.HasMore || found.Count >= OrdersMax)
            {
                return (found, page.HasMore);
            }

            range = range with { After = page.Next };
        }
    }

    private async Task<List<TimeSpan>> DelaysAsync(
        List<Order> found, CancellationToken cancellation)
    {
        var delays = new List<TimeSpan>();
        foreach (var chunk in found
            .Where(static o => o.Payment is not null)
            .OrderByDescending(static o => o.Payment!.PaidAt)
            .Take(DelaysMax)
            .Chunk(FilesAtOnce))
        {
            var files = await Task.WhenAll(
                chunk.Select(o => orders.FindFileAsync(o.Id, cancellation)));
            delays.AddRange(files
                .Select(static f => f is null ? null : DayRules.DelayOf(f))
                .OfType<TimeSpan>());
        }

        return delays;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
