using System.Buffers;

namespace PayFunctions.Channels.Wire;

/// <summary>
/// The lines of a bill as they come. Nothing is kept but the line that is being read, and neither a
/// line nor the whole is longer than a limit: what is packed small may be endless.
/// </summary>
/// <param name="text">The text.</param>
internal sealed class BillLines(TextReader text) : IDisposable
{
    /// <summary>The longest line, in characters.</summary>
    public const int LineMax = 64 * 1024;

    /// <summary>The longest text, in characters: more is no day of one merchant.</summary>
    public const long TextMax = 2L * 1024 * 1024 * 1024;

    private readonly char[] buffer = ArrayPool<char>.Shared.Rent(LineMax);

    private int start;
    private int end;
    private long total;

    /// <summary>The next line without its end (LF, or CR and LF); null when there is none.
    /// </summary>
    /// <exception cref="BillBrokenException">It is too long.</exception>
    public async ValueTask<string?> ReadAsync(CancellationToken cancellation)
    {
        var searched = start;
        while (true)
        {
            var at = buffer.AsSpan(searched, end - searched).IndexOf('\n');
            if (at >= 0)
            {
                return Take(searched + at, searched + at + 1);
            }

            searched = MakeRoom();
            var read = await text.ReadAsync(buffer.AsMemory(end), cancellation);
            if (read == 0)
            {
                return end > start ? Take(end, end) : null;
            }

            total += read;
            end += read;
            if (total > TextMax)
            {
                throw new BillBrokenException("the bill is too large");
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(buffer);
        text.Dispose();
    }

    private string Take(int until, int next)
    {
        var line = buffer.AsSpan(start, until - start).TrimEnd('\r').ToString();
        start = next;
        return line;
    }

    /// <summary>Moves what is left to the front; where it ends.</summary>
    private int MakeRoom()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        end -= start;
        start = 0;
        return end < LineMax
            ? end
            : throw new BillBrokenException("a line of the bill is too long");
    }
}
