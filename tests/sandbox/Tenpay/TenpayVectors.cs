using System.Text.Json;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Sandbox.Tenpay;

/// <summary>The golden vectors of this wire.</summary>
internal static class TenpayVectors
{
    public static JsonElement Signatures { get; } = Read("tenpay_signatures.json");

    public static JsonElement Bills { get; } = Read("tenpay_bills.json");

    public static string OpenKey { get; } = Text(Signatures.GetProperty("keys"), "open");

    public static string GatewayKey { get; } = Text(Signatures.GetProperty("keys"), "gateway");

    public static JsonElement Named(JsonElement file, string name)
        => file.GetProperty("vectors").EnumerateArray().Single(
            v => Text(v, "name").Split(' ')[0] == name);

    public static string Text(JsonElement element, string name)
        => element.GetProperty(name).GetString()!;

    public static List<KeyValuePair<string, string>> Fields(JsonElement vector)
        => [.. vector.GetProperty("fields").EnumerateObject()
            .Select(static p => KeyValuePair.Create(p.Name, p.Value.GetString()!))];

    private static JsonElement Read(string file)
        => JsonElement.Parse(File.ReadAllText(RepositoryRoot.Of("tests", "vectors", file)));
}
