using System.Text.Json;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Channels.Tenpay;

/// <summary>The golden vectors, and their throwaway keys.</summary>
internal static class TenpayVectors
{
    private static readonly JsonElement File = JsonElement.Parse(
        System.IO.File.ReadAllText(
            RepositoryRoot.Of("tests", "vectors", "tenpay_signatures.json")));

    public static string OpenKey { get; } = Text(File.GetProperty("keys"), "open");

    public static string GatewayKey { get; } = Text(File.GetProperty("keys"), "gateway");

    public static JsonElement OperatorPassword { get; } = File.GetProperty("operator_password");

    public static TheoryData<string> Names
        => [.. File.GetProperty("vectors").EnumerateArray().Select(static v => Text(v, "name"))];

    /// <summary>The vector whose name begins so.</summary>
    public static JsonElement Named(string name)
        => File.GetProperty("vectors").EnumerateArray().Single(
            v => Text(v, "name").Split(' ')[0] == name.Split(' ')[0]);

    public static string Text(JsonElement element, string name)
        => element.GetProperty(name).GetString()!;

    public static List<KeyValuePair<string, string>> Fields(JsonElement vector)
        => [.. vector.GetProperty("fields").EnumerateObject()
            .Select(static p => KeyValuePair.Create(p.Name, p.Value.GetString()!))];
}
