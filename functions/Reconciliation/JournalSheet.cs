namespace PayFunctions.Reconciliation;

/// <summary>A stretch of an account's journal, packed: some 24 bytes a line.</summary>
/// <param name="After">The place of the entry before it; empty for the first.</param>
/// <param name="Until">The place of its last entry.</param>
/// <param name="IsLast">Whether the journal had nothing behind it.</param>
/// <param name="Lines">How many lines are on it.</param>
/// <param name="Packed">The lines.</param>
internal sealed record JournalSheet(
    string After, string Until, bool IsLast, int Lines, ReadOnlyMemory<byte> Packed)
{
    /// <summary>A sheet of those lines.</summary>
    public static JournalSheet Of(
        string after, string until, bool isLast, IReadOnlyCollection<SheetLine> lines)
    {
        var bytes = new byte[lines.Count * SheetLine.SizeMax];
        var size = 0;
        foreach (var line in lines)
        {
            size += line.Write(bytes.AsSpan(size));
        }

        return new JournalSheet(after, until, isLast, lines.Count, bytes.AsMemory(0, size));
    }

    /// <summary>The lines, one by one.</summary>
    public IEnumerable<SheetLine> Read()
    {
        for (var at = 0; at < Packed.Length;)
        {
            var (line, size) = SheetLine.Read(Packed.Span[at..]);
            at += size;
            yield return line;
        }
    }
}
