using System.Text.Json;
using System.Text.Json.Nodes;

namespace PayFunctions.Tests.Sdk;

/// <summary>Golden vectors that other code made; see make.mjs beside them.</summary>
internal static class Vectors
{
    /// <summary>The moment that every vector is dated with.</summary>
    public static readonly DateTimeOffset Noon = DateTimeOffset.FromUnixTimeSeconds(1_767_326_645);

    private static readonly JsonNode Keys = Read("keys.json");

    public static string MerchantKey => Keys["merchant"]!["privateKey"]!.GetValue<string>();

    public static string MerchantPublicKey => Keys["merchant"]!["publicKey"]!.GetValue<string>();

    public static string GatewayKey => Keys["gateway"]!["privateKey"]!.GetValue<string>();

    public static string GatewayPublicKey => Keys["gateway"]!["publicKey"]!.GetValue<string>();

    public static string NextGatewayKey => Keys["gateway_next"]!["privateKey"]!.GetValue<string>();

    public static string NextPublicKey => Keys["gateway_next"]!["publicKey"]!.GetValue<string>();

    public static byte[] Jwks
        => File.ReadAllBytes(RepositoryRoot.Of("tests", "vectors", "sdk", "jwks.json"));

    public static TheoryData<string> Names(string file)
        => [.. Cases(file).Select(one => one["name"]!.GetValue<string>())];

    public static JsonNode Case(string file, string name)
        => Cases(file).Single(one => string.Equals(
            one["name"]!.GetValue<string>(), name, StringComparison.Ordinal));

    public static Dictionary<string, string> Fields(JsonNode fields)
        => fields.Deserialize<Dictionary<string, string>>()!;

    private static IEnumerable<JsonNode> Cases(string file)
        => Read(file)["cases"]!.AsArray().Select(one => one!);

    private static JsonNode Read(string file)
        => JsonNode.Parse(File.ReadAllText(RepositoryRoot.Of("tests", "vectors", "sdk", file)))!;
}
