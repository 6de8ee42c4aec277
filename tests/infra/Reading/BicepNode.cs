using System.Text.Json.Serialization;

namespace PayFunctions.Tests.Infra.Reading;

/// <summary>A named node of the grammar: a leaf with its text, or a node with children.</summary>
internal sealed record BicepNode
{
    public required string Type { get; init; }

    public required int Line { get; init; }

    public string Text { get; init; } = "";

    /// <summary>The declaration refers to what another template deploys.</summary>
    [JsonPropertyName("existing")]
    public bool IsExisting { get; init; }

    public IReadOnlyList<BicepNode> Children { get; init; } = [];

    public bool Is(string type) => string.Equals(Type, type, StringComparison.Ordinal);

    public IEnumerable<BicepNode> Of(string type) => Children.Where(child => child.Is(type));

    /// <summary>This node and all below it.</summary>
    public IEnumerable<BicepNode> All()
        => Children.SelectMany(static child => child.All()).Prepend(this);

    /// <summary>What a plain text says; null for all else, interpolated text too.</summary>
    public string? Literal()
        => !Is("string") ? null
            : Children.Count == 0 ? ""
            : Children.Any(static child => child.Is("interpolation")) ? null
            : string.Concat(Children.Select(static child => child.Is("escape_sequence")
                ? child.Text[1..]
                : child.Text));

    /// <summary>What a text literal that is wanted here says.</summary>
    public string RequiredLiteral()
        => Literal() ?? throw new InvalidOperationException($"Line {Line}: no plain text.");

    /// <summary>The value of a property of this object; null where it has none so named.</summary>
    public BicepNode? Property(string name)
        => Of("object_property")
            .FirstOrDefault(property => string.Equals(property.Key, name, StringComparison.Ordinal))
            ?.Children[^1];

    /// <summary>The name of an object's property, written bare or as text.</summary>
    public string? Key => Children[0].Is("identifier") ? Children[0].Text : Children[0].Literal();
}
