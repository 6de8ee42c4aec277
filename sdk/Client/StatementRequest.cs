namespace PayFunctions.Sdk;

/// <summary>Asks for the statement of a day.</summary>
/// <param name="Day">The day, in Beijing. It is closed two hours after its midnight.</param>
public sealed record StatementRequest(DateOnly Day)
{
    /// <summary>Whether the file is in GBK; else it is in UTF-8.</summary>
    public bool IsGbk { get; init; }

    /// <summary>Whether a file in UTF-8 begins with its mark, as some spreadsheets need it.
    /// </summary>
    public bool HasMark { get; init; }

    internal string PathAndQuery
        => $"/v1/statements/{WireText.Of(Day)}" + (IsGbk ? "?charset=gbk"
            : HasMark ? "?bom=true"
            : "");
}
