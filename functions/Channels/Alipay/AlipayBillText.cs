using System.Globalization;
using System.Text.RegularExpressions;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Alipay;

/// <summary>
/// The text of a bill without its comments; the totals among them are kept. Lines come one by one:
/// nothing but the current one is in memory.
/// </summary>
/// <param name="inner">The lines.</param>
internal sealed partial class AlipayBillText(BillLines inner) : TextReader
{
    private const char Comment = '#';
    private const int PatternTimeout = 1_000;

    private string line = "";
    private int position = 1;  // behind the end of a line: there is none yet

    /// <summary>The payments' total, once it was read.</summary>
    public AlipayBillTotal? PaymentTotal { get; private set; }

    /// <summary>The refunds' total, once it was read.</summary>
    public AlipayBillTotal? RefundTotal { get; private set; }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(char[] buffer, int index, int count)
        => ReadAsync(buffer.AsMemory(index, count)).AsTask();

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(
        Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        while (position > line.Length)
        {
            if (await inner.ReadAsync(cancellationToken) is not { } next)
            {
                return 0;
            }

            if (next.StartsWith(Comment))
            {
                Note(next);
            }
            else
            {
                (line, position) = (next, 0);
            }
        }

        return Copy(buffer.Span);
    }

    /// <summary>What is left of the line, and behind it its end.</summary>
    private int Copy(Span<char> buffer)
    {
        var length = Math.Min(buffer.Length, line.Length - position);
        line.AsSpan(position, length).CopyTo(buffer);
        position += length;
        if (position < line.Length || length == buffer.Length)
        {
            return length;
        }

        buffer[length] = '\n';
        position++;
        return length + 1;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary><c>#交易合计：2笔，商家实收共97.88元，…</c>, <c>#退款合计：1笔，商家实收退款共-8.80元，…</c>
    /// </summary>
    private void Note(string comment)
    {
        if (TotalPattern().Match(comment) is not { Success: true } match
            || !YuanText.TryRead(match.Groups["yuan"].ValueSpan, out var sum)
            || !long.TryParse(
                match.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture,
                out var count))
        {
            return;
        }

        var total = new AlipayBillTotal(count, sum.Fen);
        if (match.Groups["kind"].ValueSpan is "交易")
        {
            PaymentTotal = total;
        }
        else
        {
            RefundTotal = total;
        }
    }

    [GeneratedRegex(
        "^#(?<kind>交易|退款)合计：(?<count>[0-9]+)笔，商家实收(退款)?共-?(?<yuan>[0-9.]+)元",
        RegexOptions.ExplicitCapture, PatternTimeout)]
    private static partial Regex TotalPattern();
}
