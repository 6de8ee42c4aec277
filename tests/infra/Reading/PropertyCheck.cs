namespace PayFunctions.Tests.Infra.Reading;

/// <summary>Holds what a template writes against what the resource can be given.</summary>
internal static class PropertyCheck
{
    /// <summary>What the language itself reads, beside the properties of the resource.</summary>
    private static readonly string[] OfTheLanguage = ["scope", "parent", "dependsOn"];

    /// <summary>Each thing that is wrong, with its line.</summary>
    public static IEnumerable<string> Faults(Declaration resource, ResourceListing listing)
        => OfObject(resource.Body, listing.Properties, OfTheLanguage)
            .Select(fault => $"{listing.Type}, {fault}");

    private static IEnumerable<string> OfObject(
        BicepNode body, IReadOnlyList<ListedProperty> listed, IReadOnlyList<string> free)
    {
        var any = listed.FirstOrDefault(static property => property.Name == "*");
        foreach (var property in body.Of("object_property"))
        {
            var key = property.Key;
            if (key is not null && free.Contains(key, StringComparer.Ordinal))
            {
                continue;
            }

            var known = listed.FirstOrDefault(one => one.Name == key) ?? any;
            var faults = known is null
                ? [$"line {property.Line}: no property '{key}'"]
                : OfValue(property.Children[^1], known, $"'{key}'");
            foreach (var fault in faults)
            {
                yield return fault;
            }
        }

        foreach (var missing in listed.Where(one =>
            !one.IsOptional && one.Name != "*" && body.Property(one.Name) is null))
        {
            yield return $"line {body.Line}: '{missing.Name}' is required";
        }
    }

    private static IEnumerable<string> OfValue(
        BicepNode value, ListedProperty listed, string name) => value.Type switch
        {
            "object" => listed.Takes("object")
                ? OfObject(value, listed.Properties, [])
                : [Wrong(value, listed, name)],
            "array" => listed.IsArray
                ? value.Children.SelectMany(one => OfValue(one, listed.Element, name))
                : [Wrong(value, listed, name)],
            "for_statement" => OfValue(value.Children[^1], listed.Element, name),
            "ternary_expression" =>
                value.Children.Skip(1).SelectMany(one => OfValue(one, listed, name)),
            "string" => TextFits(value, listed) ? [] : [Wrong(value, listed, name)],
            "number" => listed.Takes("int") ? [] : [Wrong(value, listed, name)],
            "boolean" => listed.Takes("bool") ? [] : [Wrong(value, listed, name)],
            "null" => listed.IsOptional ? [] : [Wrong(value, listed, name)],
            _ => [],
        };

    /// <summary>Where texts are named, one of them is wanted, come what may.</summary>
    private static bool TextFits(BicepNode value, ListedProperty listed)
        => listed.Texts is { Count: > 0 } texts
            ? value.Literal() is not { } text || texts.Contains(text, StringComparer.Ordinal)
            : listed.Takes("string");

    private static string Wrong(BicepNode value, ListedProperty listed, string name)
        => $"line {value.Line}: {name} is {listed.Type}, not {value.Literal() ?? value.Type}";
}
