namespace PayFunctions.Channels.Abc;

/// <summary>One setting of an account.</summary>
/// <param name="Name">As the operator writes it.</param>
/// <param name="Usual">What holds where it is not set.</param>
/// <param name="IsSound">Whether a value can be used.</param>
/// <param name="Rule">Ends the sentence that begins with the name.</param>
internal sealed record AbcSetting(
    string Name, string Usual, Func<string, bool> IsSound, string Rule)
{
    /// <summary>The longest text that goes to the bank as it is, in bytes of GBK.</summary>
    public const int TextBytesMax = 100;

    /// <summary>A setting with a closed list of values; the first is the usual one.</summary>
    public static AbcSetting OneOf(string name, params string[] values)
        => new(
            name, values[0], value => values.Contains(value, StringComparer.Ordinal),
            $"must be {string.Join(", ", values[..^1])} or {values[^1]}.");

    /// <summary>A setting that is true or false.</summary>
    public static AbcSetting Flag(string name, bool usual)
        => OneOf(name, usual ? ["true", "false"] : ["false", "true"]);

    /// <summary>A text that is sent letter by letter, empty as a rule.</summary>
    public static AbcSetting Words(string name)
        => new(
            name, "",
            static value => string.Equals(
                AbcText.Clean(value, TextBytesMax), value, StringComparison.Ordinal),
            $"must be at most {TextBytesMax} bytes of GBK, without quotes, backslashes, <, >, &, "
            + "control characters and blanks at its ends.");
}
