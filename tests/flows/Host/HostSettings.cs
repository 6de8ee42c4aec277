using PayFunctions.Sandbox.Launcher;

namespace PayFunctions.Tests.Flows.Host;

/// <summary>The gateway's settings in a test: as in the cloud, but for addresses and haste.
/// </summary>
internal static class HostSettings
{
    /// <summary>Alipay's application for both accounts.</summary>
    public const string AlipayAppId = "2021000000000001";

    /// <summary>The seller of the account <c>main</c>.</summary>
    public const string SellerId = "2088101106499364";

    /// <summary>The seller of the account <c>other</c>.</summary>
    public const string OtherSellerId = "2088101106499365";

    private const string Queues = "AzureFunctionsJobHost:extensions:queues:";

    /// <summary>The settings.</summary>
    public static Dictionary<string, string?> Of(
        Uri gateway, Uri vault, string storage, HostKeys keys)
        => new(StringComparer.Ordinal)
        {
            ["urls"] = gateway.GetLeftPart(UriPartial.Authority),
            ["AzureFunctionsStandIn:Assembly"] = "PayFunctions",
            ["Logging:LogLevel:Default"] = "Debug",
            ["AzureWebJobsStorage"] = storage,
            ["Gateway:PublicUri"] = gateway.AbsoluteUri,
            ["Keys:VaultUri"] = vault.AbsoluteUri,
            ["Net:AllowedNetworks:0"] = "127.0.0.0/8",
            ["Trouble:Pause"] = "00:00:00.1",
            ["Host:FunctionKeys:operator"] = keys.FunctionKey,
            [Queues + "maxPollingInterval"] = "00:00:00.1",
            [Queues + "visibilityTimeout"] = "00:00:00",
        };

    /// <summary>An account at Alipay.</summary>
    public static SandboxAccount AccountOf(
        string name, string sellerId, Uri alipay, HostKeys keys)
        => new(
            "alipay",
            name,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["app_id"] = AlipayAppId,
                ["seller_id"] = sellerId,
                ["signing_key"] = "alipay-main",
                ["public_key"] = HostKeys.PublicOf(keys.Alipay),
                ["gateway_uri"] = alipay.AbsoluteUri,
            },
            new Dictionary<string, string>(StringComparer.Ordinal));
}
