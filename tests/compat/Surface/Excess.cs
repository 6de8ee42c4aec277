namespace PayFunctions.Tests.Compat.Surface;

/// <summary>What a stand-in shows and the official package does not.</summary>
internal static class Excess
{
    /// <summary>One line per excess; none when the shown surface is a subset.</summary>
    public static IReadOnlyList<string> Of(
        IEnumerable<SurfaceType> shown, IReadOnlyDictionary<string, SurfaceType> official)
        => [.. shown.SelectMany(type => Of(type, official))];

    private static IEnumerable<string> Of(
        SurfaceType type, IReadOnlyDictionary<string, SurfaceType> official)
    {
        if (!official.TryGetValue(type.Name, out var listed))
        {
            return [$"{type.Name}: a type the listing lacks"];
        }

        string[] kind = type.Kind == listed.Kind
            ? []
            : [$"{type.Name}: is a {type.Kind}, listed as {listed.Kind}"];
        var bases = type.Bases.Except(listed.Bases).Select(b => $"{type.Name}: base {b}");
        var members = type.Members.Except(listed.Members).Select(m => $"{type.Name}: {m}");
        return [.. kind, .. bases, .. members];
    }
}
