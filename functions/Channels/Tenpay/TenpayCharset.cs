using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Tenpay;

/// <summary>The charset a message names for itself.</summary>
internal static class TenpayCharset
{
    /// <summary>The parameter that names it.</summary>
    public const string Parameter = "input_charset";

    /// <summary>What holds in a message that names none.</summary>
    public static readonly TextCharset Usual = TextCharset.Gbk;

    /// <summary>GBK or UTF-8, in any case; null for every other name.</summary>
    public static TextCharset? Of(string name)
        => TextCharset.Gbk.Is(name) ? TextCharset.Gbk
            : TextCharset.Utf8.Is(name) ? TextCharset.Utf8
            : null;
}
