namespace PayFunctions.Sandbox.Shop;

/// <summary>A way to pay that the shop offers.</summary>
/// <param name="Product">The product's name at the gateway, such as <c>alipay_page</c>.</param>
/// <param name="Chinese">Its name for readers of Chinese.</param>
/// <param name="English">Its name for everyone else.</param>
/// <param name="Kind">How the payer pays.</param>
internal sealed record ShopChannel(
    string Product, string Chinese, string English, ShopChannelKind Kind);
