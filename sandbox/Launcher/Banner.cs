using PayFunctions.Sandbox.Shop;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>What is said when everything runs.</summary>
internal static class Banner
{
    /// <summary>The addresses, and calls to paste.</summary>
    /// <param name="gateway">The gateway's root.</param>
    /// <param name="shop">The shop's root.</param>
    /// <param name="channels">The simulators' roots, by their channels' names.</param>
    /// <param name="wallets">Where wallets open the shop.</param>
    /// <param name="dataFolder">Where data lives.</param>
    public static string Text(
        Uri gateway,
        Uri shop,
        IEnumerable<KeyValuePair<string, Uri>> channels,
        IEnumerable<Uri> wallets,
        string dataFolder)
        => $"""

            Everything runs. Ctrl-C ends it.

              shop      {shop}
              console   {new Uri(shop, ShopRoutes.ConsolePath)}
              gateway   {gateway}
            {string.Join('\n', channels.Select(Line).Concat(wallets.Select(Wallet)))}
              data      {dataFolder}

            Try:
              curl {gateway}health
              curl {gateway}.well-known/jwks.json
              curl -d product=tea {new Uri(shop, "/api/orders")}

            """;

    private static string Wallet(Uri wallet) => $"  wallet    {wallet}";

    private static string Line(KeyValuePair<string, Uri> channel)
        => $"  {channel.Key,-9} {new Uri(channel.Value, "control/trades")}";
}
