using System.Runtime.CompilerServices;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// A bill of any layout: a line of names, rows, a line of names for the totals, the totals. Values
/// have a backtick in front, names have none; so a row is split at commas that a backtick follows.
/// </summary>
/// <param name="file">The uncompressed bytes.</param>
/// <param name="sha1">Their hash, as WeChat Pay said it.</param>
internal sealed class WeChatPayBillTable(Stream file, string sha1)
{
    private const char Mark = '`';
    private const string Between = ",`";
    private const int HeadingsMax = 2;

    /// <summary>The totals, once every row was read.</summary>
    public WeChatPayBillCells Totals { get; private set; } = WeChatPayBillCells.None;

    /// <summary>The rows. The reading ends well only if the file is whole.</summary>
    /// <exception cref="BillBrokenException">It is not, or is no such table.</exception>
    public async IAsyncEnumerable<WeChatPayBillCells> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var lines = new WeChatPayBillLines(file);
        List<Dictionary<string, int>> headings = [];
        var isOver = false;
        await foreach (var line in lines.ReadAsync(cancellation))
        {
            if (isOver)
            {
                throw new BillBrokenException("something follows the bill's totals");
            }

            if (!line.StartsWith(Mark))
            {
                headings.Add(headings.Count < HeadingsMax
                    ? Names(line)
                    : throw new BillBrokenException("the bill has too many headings"));
            }
            else if (headings is [])
            {
                throw new BillBrokenException("the bill has no heading");
            }
            else if (headings is [var columns])
            {
                yield return Cells(columns, line);
            }
            else
            {
                Totals = Cells(headings[^1], line);
                isOver = true;
            }
        }

        if (!isOver || !lines.IsWhole(sha1))
        {
            throw new BillBrokenException(
                isOver ? "the bill's hash is another" : "the bill ends without its totals");
        }
    }

    private static Dictionary<string, int> Names(string line)
    {
        Dictionary<string, int> columns = new(StringComparer.Ordinal);
        foreach (var name in line.Split(','))
        {
            if (!columns.TryAdd(name, columns.Count))
            {
                throw new BillBrokenException("a column of the bill comes twice");
            }
        }

        return columns;
    }

    private static WeChatPayBillCells Cells(Dictionary<string, int> columns, string line)
    {
        var values = line[1..].Split(Between);
        return values.Length == columns.Count
            ? new WeChatPayBillCells(columns, values)
            : throw new BillBrokenException("a row of the bill does not fit its heading");
    }
}
