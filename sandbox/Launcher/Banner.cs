namespace PayFunctions.Sandbox.Launcher;

/// <summary>What is said when everything runs.</summary>
internal static class Banner
{
    /// <summary>The addresses, and calls to paste.</summary>
    public static string Text(Uri gateway, Uri shop, Uri alipay, string dataFolder)
        => $"""

            Everything runs. Ctrl-C ends it.

              shop      {shop}
              gateway   {gateway}
              alipay    {alipay}control/trades
              data      {dataFolder}

            Try:
              curl {gateway}health
              curl {gateway}.well-known/jwks.json
              curl -d product=tea {new Uri(shop, "/api/orders")}

            """;
}
