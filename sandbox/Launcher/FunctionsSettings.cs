namespace PayFunctions.Sandbox.Launcher;

/// <summary>The environment of the functions' process.</summary>
internal static class FunctionsSettings
{
    /// <summary>The app_id of the gateway at Alipay.</summary>
    public const string AlipayAppId = "2021000000000001";

    /// <summary>The account at Alipay that receives the money.</summary>
    public const string AlipaySellerId = "2088101106499364";

    /// <summary>The settings by their environment names.</summary>
    /// <param name="gateway">The gateway's root.</param>
    /// <param name="alipay">The simulator's root.</param>
    /// <param name="storage">The connection string of the storage emulator.</param>
    /// <param name="keys">The keys of this world.</param>
    public static IReadOnlyDictionary<string, string> Of(
        Uri gateway, Uri alipay, string storage, SandboxKeys keys)
        => new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_URLS"] = gateway.GetLeftPart(UriPartial.Authority),
            ["AzureWebJobsStorage"] = storage,
            ["Gateway__PublicUri"] = gateway.AbsoluteUri,
            ["Keys__LocalFolder"] = keys.GatewayFolder,
            ["Keys__SigningKey"] = "gateway",
            ["Alipay__Accounts__main__AppId"] = AlipayAppId,
            ["Alipay__Accounts__main__SellerId"] = AlipaySellerId,
            ["Alipay__Accounts__main__SigningKey"] = "alipay-main",
            ["Alipay__Accounts__main__PublicKey"] = keys.AlipayPublic,
            ["Alipay__Accounts__main__GatewayUri"] = new Uri(alipay, "/gateway.do").AbsoluteUri,
            ["Net__AllowedNetworks__0"] = "127.0.0.0/8",
            ["Host__FunctionKeys__operator"] = keys.OperatorKey,
        };
}
