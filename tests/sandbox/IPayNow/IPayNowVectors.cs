using System.Text.Json;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Sandbox.IPayNow;

/// <summary>The golden vectors as the simulator's callers use them.</summary>
internal static class IPayNowVectors
{
    public const string AppId = "1400000000000001";

    /// <summary>2024-01-02 10:11:12 in China, when the vectors' orders begin.</summary>
    public static readonly DateTimeOffset Moment = new(2024, 1, 2, 2, 11, 12, TimeSpan.Zero);

    private static readonly JsonElement File = JsonElement.Parse(System.IO.File.ReadAllText(
        RepositoryRoot.Of("tests", "vectors", "ipaynow_signatures.json")));

    public static string Key { get; } = File.GetProperty("key").GetString()!;

    public static TheoryData<string> Requests =>
    [
        .. File.GetProperty("vectors").EnumerateArray()
            .Where(static v => v.GetProperty("kind").GetString() == "request"
                && v.GetProperty("profile").GetString() != "c")
            .Select(static v => v.GetProperty("name").GetString()!),
    ];

    public static JsonElement Named(string name)
        => File.GetProperty("vectors").EnumerateArray()
            .Single(v => v.GetProperty("name").GetString() == name);

    public static List<KeyValuePair<string, string>> Fields(string name)
        => [.. Named(name).GetProperty("fields").EnumerateObject()
            .Select(static p => KeyValuePair.Create(p.Name, p.Value.GetString()!))];
}
