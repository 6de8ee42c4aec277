namespace PayFunctions.Tests.Infra.Reading;

/// <summary>A property that a resource can be given; the name <c>*</c> stands for any.</summary>
internal sealed record ListedProperty(
    string Name, bool IsOptional, string Type, IReadOnlyList<ListedProperty> Properties)
{
    /// <summary>The texts that are named; none where any text will do.</summary>
    public IReadOnlyList<string> Texts =>
        [.. Type.Split(" | ").Where(static part => part[0] == '\'')
            .Select(static part => part.TrimEnd('[', ']').Trim('\''))];

    public bool IsArray => Type.EndsWith("[]", StringComparison.Ordinal);

    /// <summary>What one element of the array is.</summary>
    public ListedProperty Element => this with { Type = Type[..^2] };

    public bool Takes(string type) => Type.Split(" | ").Contains(type, StringComparer.Ordinal);
}
