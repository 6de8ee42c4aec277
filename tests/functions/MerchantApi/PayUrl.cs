namespace PayFunctions.Tests.MerchantApi;

/// <summary>A URL for a payer.</summary>
internal sealed class PayUrl(
    DateTimeOffset now, params IEnumerable<(string Name, string? Value)> changes)
    : SignedTarget("/pay", TestMerchant.Shop, now, Usual, changes)
{
    private static readonly (string Name, string Value)[] Usual =
    [
        ("out_trade_no", "A-1"),
        ("total_fee", "100"),
        ("subject", "Tea"),
        ("notify_url", "https://shop.example/notify?a=1&b=2"),
    ];
}
