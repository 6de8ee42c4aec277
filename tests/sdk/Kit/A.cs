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
        => new PayRequest(options ?? Options(), new ManualTimeProvider(Vectors.Noon))
            .SetParameter("out_trade_no", "T-2026_0001")
            .SetParameter("total_fee", "100")
            .SetParameter("subject", "Tea")
            .SetParameter("notify_url", "https://shop.example.com/pay/notify");

    /// <summary>What a payer's telephone shows.</summary>
    public const string Code = "287634438256643940";

    public static BarcodeRequest Barcode(PayOptions? options = null)
        => new BarcodeRequest(options ?? Options())
            .SetParameter("out_trade_no", "T-2026_0001")
            .SetParameter("total_fee", "100")
            .SetParameter("subject", "Tea")
            .SetParameter("notify_url", "https://shop.example.com/pay/notify")
            .SetParameter("auth_code", Code);

    public static GatewayKeySet GatewayKeys => GatewayKeySet.FromJwks(Vectors.Jwks);
}
