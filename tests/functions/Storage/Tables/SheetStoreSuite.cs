using PayFunctions.Reconciliation;
using PayFunctions.Storage;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Storage;

/// <summary>What every store of sheets must hold.</summary>
public abstract class SheetStoreSuite
{
    private static int names;

    private readonly ReconciliationRun run = new()
    {
        Channel = "alipay",
        Account = $"sheets-{Interlocked.Increment(ref names)}",
        Day = new DateOnly(2026, 1, 2),
        At = An.Noon,
    };

    private protected abstract Task<ISheetStore> OpenAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20_001)]
    public async Task A_sheet_comes_back_whole(int lines)
    {
        var store = await OpenAsync();
        var name = new SheetName(1, "", 0);
        var sheet = Sheet(lines);

        var before = await store.FindAsync(run, name, default);
        await store.AddAsync(run, name, sheet, default);
        var after = (await store.FindAsync(run, name, default)).ShouldNotBeNull();

        before.ShouldBeNull();
        (after.After, after.Until, after.IsLast, after.Lines)
            .ShouldBe((sheet.After, sheet.Until, sheet.IsLast, lines));
        after.Read().ShouldBe(Lines(lines));
    }

    [Fact]
    public async Task A_sheet_is_written_once_and_who_comes_second_gets_the_first()
    {
        var store = await OpenAsync();
        var name = new SheetName(1, "", 0);

        await store.AddAsync(run, name, Sheet(3), default);
        var second = await store.AddAsync(run, name, Sheet(5), default);

        second.Lines.ShouldBe(3);
    }

    [Fact]
    public async Task Sheets_of_a_day_go_with_those_of_the_passes_before_and_no_others()
    {
        var store = await OpenAsync();
        var next = run with { Day = run.Day.AddDays(1) };
        foreach (var pass in new[] { 1, 2, 10 })
        {
            await store.AddAsync(run, new SheetName(pass, "", 0), Sheet(1), default);
            await store.AddAsync(run, new SheetName(pass, "abc", 0), Sheet(1), default);
            await store.AddAsync(next, new SheetName(pass, "", 0), Sheet(1), default);
        }

        await store.DeleteAsync(run, 2, default);
        await store.DeleteAsync(run, 2, default);

        foreach (var (pass, isThere) in new[] { (1, false), (2, false), (10, true) })
        {
            foreach (var missing in new[] { "", "abc" })
            {
                (await store.FindAsync(run, new SheetName(pass, missing, 0), default)
                    is not null).ShouldBe(isThere, $"{pass}:{missing}");
            }

            (await store.FindAsync(next, new SheetName(pass, "", 0), default))
                .ShouldNotBeNull();
        }
    }

    private static JournalSheet Sheet(int lines)
        => JournalSheet.Of("a", "b", isLast: true, Lines(lines));

    private static List<SheetLine> Lines(int count)
        =>
        [
            .. Enumerable.Range(0, count).Select(static i => new SheetLine(
                BillKey.OfRefund($"{i}"), i, i % 2 == 0 ? null : BillKey.OfRefund($"C{i}"))),
        ];
}
