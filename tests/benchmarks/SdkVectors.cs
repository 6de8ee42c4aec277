using System.Text.Json.Nodes;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Benchmarks;

/// <summary>Keys and messages of the SDK's golden vectors.</summary>
internal static class SdkVectors
{
    public static DateTimeOffset Noon { get; } = DateTimeOffset.FromUnixTimeSeconds(1_767_326_645);

    public static string MerchantKey
        => Read("keys.json")["merchant"]!["privateKey"]!.GetValue<string>();

    public static string GatewayPublicKey
        => Read("keys.json")["gateway"]!["publicKey"]!.GetValue<string>();

    public static string Notification(string member)
        => Read("notifications.json")["cases"]![0]![member]!.GetValue<string>();

    private static JsonNode Read(string file)
        => JsonNode.Parse(File.ReadAllText(RepositoryRoot.Of("tests", "vectors", "sdk", file)))!;
}
