using System.Text.Json;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Sandbox.WeChatPay;

/// <summary>The golden vectors as the simulator's callers use them.</summary>
internal static class WeChatPayVectors
{
    private static readonly JsonElement Requests = Read("wechatpay_requests.json");
    private static readonly JsonElement Keys = Read("wechatpay_keys.json");
    private static readonly JsonElement Older = Read("wechatpay_v2.json");

    public static TheoryData<string> Accepted { get; } = Names(Requests, "vectors");

    public static TheoryData<string> Refused { get; } = Names(Requests, "negative");

    public static TheoryData<string> OlderMessages { get; } = Names(Older, "vectors");

    public static TheoryData<string> Hostile { get; } = Names(Older, "hostile");

    public static JsonElement Request(string name) => Named(Requests, "vectors", name);

    public static JsonElement Refusal(string name) => Named(Requests, "negative", name);

    public static JsonElement OlderMessage(string name) => Named(Older, "vectors", name);

    public static JsonElement HostileMessage(string name) => Named(Older, "hostile", name);

    public static string Key(string name) => Keys.GetProperty(name).GetString()!;

    public static string Key(string owner, string name)
        => Keys.GetProperty(owner).GetProperty(name).GetString()!;

    private static JsonElement Read(string file)
        => JsonElement.Parse(File.ReadAllText(RepositoryRoot.Of("tests", "vectors", file)));

    private static TheoryData<string> Names(JsonElement file, string list)
        => [.. file.GetProperty(list).EnumerateArray()
            .Select(static v => v.GetProperty("name").GetString()!)];

    private static JsonElement Named(JsonElement file, string list, string name)
        => file.GetProperty(list).EnumerateArray()
            .Single(v => v.GetProperty("name").GetString() == name);
}
