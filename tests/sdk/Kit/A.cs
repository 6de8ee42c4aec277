namespace PayFunctions.Tests.Sdk;

/// <summary>Valid things to start a test from.</summary>
internal static class A
{
    public static PayOptions Options(Action<PayOptions>? change = null)
    {
        var options = new PayOptions
        {
            AppId = "app_1",
            KeyId = "key-1",
            Signer = SigningKey.FromPem(Vectors.MerchantKey),
            Environment = PayEnvironment.Sandbox(),
        };
        change?.Invoke(options);
        return options;
    }

    public static PayRequest Request(PayOptions? options = null)
        => new PayRequest(options ?? Options(), new ManualClock(Vectors.Noon))
            .SetParameter("out_trade_no", "T-2026_0001")
            .SetParameter("total_fee", "100")
            .SetParameter("subject", "Tea")
            .SetParameter("notify_url", "https://shop.example.com/pay/notify");

    public static GatewayKeySet GatewayKeys => GatewayKeySet.FromJwks(Vectors.Jwks);
}
