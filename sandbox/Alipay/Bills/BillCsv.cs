namespace PayFunctions.Sandbox.Alipay;

/// <summary>Lines as bills write them: texts end in a tab, lines in CR and LF.</summary>
internal static class BillCsv
{
    /// <summary>A text; in quotes where it holds what would part columns.</summary>
    public static string Text(string value)
    {
        var tabbed = value + "\t";
        return value.AsSpan().ContainsAny(",\"\r\n")
            ? $"\"{tabbed.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : tabbed;
    }

    /// <summary>A file of lines.</summary>
    public static string Join(IEnumerable<string> lines)
        => string.Concat(lines.Select(static l => l + "\r\n"));
}
