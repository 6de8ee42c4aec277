namespace PayFunctions.Tests.Compat.Surface;

/// <summary>
/// Reads a listing of an official package: a header <c>namespace :: kind name : bases</c> for
/// each type, its members below it, indented by two blanks; <c>#</c> opens a comment.
/// </summary>
internal static class Listing
{
    private const string Parting = " :: ";

    private static readonly string[] KindWords =
        ["static", "sealed", "abstract", "class", "struct", "interface", "enum", "delegate"];

    /// <summary>The listed types by name; a line it cannot read is an error.</summary>
    public static IReadOnlyDictionary<string, SurfaceType> Parse(string text)
    {
        var types = new Dictionary<string, SurfaceType>(StringComparer.Ordinal);
        HashSet<string>? members = null;
        foreach (var line in text.Split('\n').Select(l => l.TrimEnd()))
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (!line.StartsWith("  ", StringComparison.Ordinal))
            {
                members = new HashSet<string>(StringComparer.Ordinal);
                var type = Header(line, members);
                types.Add(type.Name, type);
            }
            else if (members is null)
            {
                throw new FormatException($"A member before the first type: {line}");
            }
            else
            {
                members.UnionWith(Entries(line.Trim()));
            }
        }

        return types;
    }

    private static SurfaceType Header(string line, HashSet<string> members)
    {
        var parts = line.Split(Parting, 2);
        if (parts.Length != 2)
        {
            throw new FormatException($"Neither a type nor a member: {line}");
        }

        var colon = parts[1].IndexOf(" : ", StringComparison.Ordinal);
        var declared = colon < 0 ? parts[1] : parts[1][..colon];
        string[] bases = colon < 0 ? [] : [.. SplitOutsideBrackets(parts[1][(colon + 3)..])];
        var kinds = declared.Split(' ').TakeWhile(w => KindWords.Contains(w)).ToList();
        var kind = string.Join(' ', kinds);
        if (kind.Length == 0 || kind.Length + 1 >= declared.Length)
        {
            throw new FormatException($"No kind or no name: {line}");
        }

        return new SurfaceType(
            $"{parts[0]}.{declared[(kind.Length + 1)..]}", kind,
            bases.ToHashSet(StringComparer.Ordinal), members);
    }

    private static IEnumerable<string> Entries(string line)
    {
        if (line.EndsWith('}'))
        {
            return Accessors(line);
        }

        return line.EndsWith(')') || line.Contains("field ", StringComparison.Ordinal)
            || line.StartsWith("event ", StringComparison.Ordinal)
            ? [line]
            : EnumValues(line);
    }

    private static IEnumerable<string> Accessors(string line)
    {
        var brace = line.IndexOf(" { ", StringComparison.Ordinal);
        return line[(brace + 3)..^1]
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(accessor => $"{line[..brace]} {{ {accessor}; }}");
    }

    private static IEnumerable<string> EnumValues(string line)
    {
        foreach (var value in line.Split(", "))
        {
            if (!value.Contains('=', StringComparison.Ordinal))
            {
                throw new FormatException($"Not a member: {line}");
            }

            yield return value;
        }
    }

    private static IEnumerable<string> SplitOutsideBrackets(string list)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < list.Length; i++)
        {
            depth += list[i] switch { '<' => 1, '>' => -1, _ => 0 };
            if (list[i] == ',' && depth == 0)
            {
                yield return list[start..i].Trim();
                start = i + 1;
            }
        }

        yield return list[start..].Trim();
    }
}
