using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// The lines of a bill as they come, and the hash of its bytes. Nothing is kept but the line that
/// is being read.
/// </summary>
/// <param name="file">The uncompressed bytes.</param>
internal sealed class WeChatPayBillLines(Stream file) : IDisposable
{
    /// <summary>The longest line, in bytes.</summary>
    public const int LineBytesMax = 64 * 1024;

    /// <summary>The largest file, in bytes: more is no day of one merchant.</summary>
    public const long FileBytesMax = 4L * 1024 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly IncrementalHash hash = Sha1();
    private readonly byte[] buffer = new byte[LineBytesMax];

    private int start;
    private int end;
    private long total;

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>
    /// The lines without their ends (LF, or CR and LF), the first without a byte order mark.
    /// </summary>
    /// <exception cref="BillBrokenException">It is no text, or too large.</exception>
    public async IAsyncEnumerable<string> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var isFirst = true;
        while (await FillAsync(cancellation) is { } length)
        {
            var line = Text(length, isFirst);
            isFirst = false;
            yield return line;
        }
    }

    /// <summary>Whether what was read in all has that hash: SHA-1, in hexadecimal digits.</summary>
    public bool IsWhole(string sha1)
    {
        var theirs = new byte[SHA1.HashSizeInBytes];
        return Convert.FromHexString(sha1, theirs, out _, out var written)
                == System.Buffers.OperationStatus.Done
            && written == theirs.Length
            && hash.GetCurrentHash().AsSpan().SequenceEqual(theirs);
    }

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();

    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Security", "CA5350:Do Not Use Weak Cryptographic Algorithms",
        Justification = "The channel knows no other; it finds accidents, TLS finds attackers.")]
    private static IncrementalHash Sha1()
        => IncrementalHash.CreateHash(HashAlgorithmName.SHA1);

    /// <summary>Reads on until a whole line is there; its length, or null at the end.</summary>
    private async ValueTask<int?> FillAsync(CancellationToken cancellation)
    {
        var searched = start;
        while (true)
        {
            var at = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                return searched + at + 1 - start;
            }

            searched = MakeRoom();
            var read = await file.ReadAsync(buffer.AsMemory(end), cancellation);
            if (read == 0)
            {
                return end > start ? end - start : null;
            }

            total += read;
            if (total > FileBytesMax)
            {
                throw new BillBrokenException("the bill is too large");
            }

            hash.AppendData(buffer.AsSpan(end, read));
            end += read;
        }
    }

    /// <summary>Moves what is left to the front; where it ends.</summary>
    private int MakeRoom()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        end -= start;
        start = 0;
        return end < buffer.Length
            ? end
            : throw new BillBrokenException("a line of the bill is too long");
    }

    private string Text(int length, bool isFirst)
    {
        var line = buffer.AsSpan(start, length);
        start += length;
        line = line.TrimEnd("\r\n"u8);
        try
        {
            return Utf8.GetString(
                isFirst && line.StartsWith(Mark) ? line[Mark.Length..] : line);
        }
        catch (DecoderFallbackException e)
        {
            throw new BillBrokenException("the bill is not UTF-8", e);
        }
    }
}
