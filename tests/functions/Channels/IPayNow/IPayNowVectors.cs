using System.Text.Json;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Channels.IPayNow;

/// <summary>The golden vectors, and their throwaway key.</summary>
internal static class IPayNowVectors
{
    public const string AppId = "1400000000000001";

    private static readonly JsonElement File = JsonElement.Parse(System.IO.File.ReadAllText(
        RepositoryRoot.Of("tests", "vectors", "ipaynow_signatures.json")));

    public static string Key { get; } = Text(File, "key");

    public static string KeyDigest { get; } = Text(File, "key_digest");

    public static TheoryData<string> Names(string kind)
        => [.. File.GetProperty("vectors").EnumerateArray()
            .Where(v => Text(v, "kind") == kind).Select(static v => Text(v, "name"))];

    public static JsonElement Named(string name)
        => File.GetProperty("vectors").EnumerateArray().Single(v => Text(v, "name") == name);

    public static string Text(JsonElement element, string name)
        => element.GetProperty(name).GetString()!;

    public static List<KeyValuePair<string, string>> Fields(string name)
        => [.. Named(name).GetProperty("fields").EnumerateObject()
            .Select(static p => KeyValuePair.Create(p.Name, p.Value.GetString()!))];
}
