using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using PayFunctions.Cashier;
using PayFunctions.Clearing;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;
using PayFunctions.Statements;
using PayFunctions.Storage;

namespace PayFunctions.Console;

/// <summary>The last days: what each comes to, and its statement.</summary>
internal sealed class ShowDays(IClearingStore clearings, ShowStatement statement)
{
    /// <summary>The place in the menu.</summary>
    public const string Path = "/console/days";

    /// <summary>How many days are listed.</summary>
    public const int DaysMax = 31;

    private static readonly UTF8Encoding Marked = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>The page.</summary>
    public async Task<PageReply<DaysPage, DaysView>> RunAsync(
        ConsoleVisitor visitor, CancellationToken cancellation)
    {
        var cleared = (await clearings.LatestAsync(
            visitor.Application.AppId, DaysMax, cancellation))
            .ToDictionary(static c => c.Clearing.Day, static c => c.Clearing);
        var yesterday = BeijingDay.Of(visitor.Payer.Now).AddDays(-1);
        var texts = visitor.Texts;
        return new PageReply<DaysPage, DaysView>(
            new DaysView(
                visitor.Frame(Path),
                new TableView(
                    [
                        texts.Day, texts.Payments, texts.Refunds, texts.Fees, texts.Net,
                        texts.Payout, texts.State, texts.Statement,
                    ],
                    [
                        .. Enumerable.Range(0, DaysMax)
                            .Select(back => yesterday.AddDays(-back))
                            .Select(day => Row(
                                visitor, day, cleared.GetValueOrDefault(day))),
                    ])),
            visitor.Payer.Texts);
    }

    /// <summary>A day's statement as a file that a spreadsheet opens.</summary>
    public async Task<IResult> DownloadAsync(
        ConsoleVisitor visitor, string date, CancellationToken cancellation)
    {
        var (day, error) = StatementCalls.DayOf(date, visitor.Payer.Now);
        return error is null
            && await statement.RunAsync(visitor.Application, day, Marked, cancellation)
                is { } file
            ? ApiResults.Of(
                ApiAnswer.OfFile(file, "text/csv; charset=utf-8", $"statement-{date}.csv"),
                visitor.Payer.RequestId)
            : ConsoleCall.Missing(visitor);
    }

    private static ImmutableArray<CellView> Row(
        ConsoleVisitor visitor, DateOnly day, DayClearing? clearing)
    {
        var text = ConsoleText.Of(day);
        var download = StatementSchedule.IsClosed(day, visitor.Payer.Now)
            ? new CellView(visitor.Texts.Statement, $"/console/statements/{text}")
            : new CellView(ConsoleText.Nothing);
        return clearing is null
            ?
            [
                new CellView(text), Empty, Empty, Empty, Empty, Empty,
                new CellView(visitor.Texts.NotClosed), download,
            ]
            :
            [
                new CellView(text),
                Sum(clearing.Sums.Payments, clearing.Sums.PaymentFen),
                Sum(clearing.Sums.Refunds, clearing.Sums.RefundFen),
                Yuan(clearing.Sums.FeeFen),
                Yuan(clearing.Sums.NetFen),
                Yuan(clearing.PayoutFen),
                new CellView(ConsoleText.Word(clearing.State.ToString())),
                download,
            ];
    }

    private static CellView Empty => new(ConsoleText.Nothing);

    private static CellView Sum(long count, long fen)
        => new(string.Create(CultureInfo.InvariantCulture, $"{count} · {CsvCell.Yuan(fen)}"));

    private static CellView Yuan(long fen) => new(CsvCell.Yuan(fen));
}
