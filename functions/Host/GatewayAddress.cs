using PayFunctions.Orders;

namespace PayFunctions.Host;

/// <summary>The gateway's own addresses, as payers and channels see them.</summary>
internal sealed class GatewayAddress(Uri publicUri)
{
    /// <summary>Whether browsers reach us by https only.</summary>
    public bool IsSecure
        => string.Equals(publicUri.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal);

    /// <summary>The page where the payer chooses and waits.</summary>
    public Uri Cashier(OrderId id) => new(publicUri, $"cashier/{id}");

    /// <summary>
    /// Where the payer goes first: the cashier, or straight to the chosen product.
    /// </summary>
    public Uri PayUrl(Order order)
        => order.Terms.Product is { } product
            ? new Uri(publicUri, $"cashier/{order.Id}/{product}")
            : Cashier(order.Id);

    /// <summary>Where a channel notifies us.</summary>
    public Uri NotifyUrl(string channel, string account)
        => new(publicUri, $"notify/{channel}/{account}");

    /// <summary>Where a channel sends the payer back.</summary>
    public Uri ReturnUrl(string channel, OrderId id) => new(publicUri, $"return/{channel}/{id}");

    /// <summary>Where a person goes to be checked.</summary>
    public Uri IdentityUrl(OrderId id) => new(publicUri, $"verify/{id}");

    /// <summary>Where a channel sends a person back who was checked.</summary>
    public Uri IdentityReturnUrl(OrderId id) => new(publicUri, $"verify/{id}/return");

    /// <summary>Where a channel tells us about one check.</summary>
    public Uri IdentityNotifyUrl(
        string channel, string account, ChannelOrderNo number, string seal)
        => new(publicUri, $"notify/{channel}/{account}/{number}/{seal}");

    /// <summary>Where a page's file is.</summary>
    public Uri Asset(string file) => new(publicUri, $"assets/{file}");
}
