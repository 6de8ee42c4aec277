using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Cashier;

/// <summary>
/// Finds an order for its payer. Nobody signs in here: who knows the transaction_id may see the
/// order and pay it.
/// </summary>
internal sealed class ViewPayment(
    IOrderStore orders, ApplicationDirectory applications, ChannelRouter channels,
    ChooseAccount choose)
{
    /// <summary>The order, or null when the text names none.</summary>
    /// <param name="id">The transaction_id.</param>
    /// <param name="browser">What the payer looks with.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<PaymentView?> RunAsync(
        string id, PayerBrowser browser, CancellationToken cancellation)
    {
        return OrderId.TryParse(id, out var orderId)
            && await orders.FindAsync(orderId, cancellation) is { } stored
                ? await OfAsync(stored, browser, cancellation)
                : null;
    }

    /// <summary>The same of an order that was just written or read.</summary>
    public async Task<PaymentView> OfAsync(
        StoredOrder stored, PayerBrowser browser, CancellationToken cancellation)
    {
        var application = await applications.FindAsync(stored.Order.AppId, cancellation);
        return new PaymentView(
            stored, application?.Name,
            await ProductsAsync(stored.Order, application, browser, cancellation));
    }

    /// <summary>What the merchant chose, else all its application has an account for, as far as
    /// the payer's browser can use it.</summary>
    private async Task<List<string>> ProductsAsync(
        Order order, Application? application, PayerBrowser browser,
        CancellationToken cancellation)
    {
        List<string> open = [];
        foreach (var product in channels.Products)
        {
            if (application is not null
                && IsOffered(product, order.Terms, browser)
                && channels.ForProduct<IChannel>(product.Name) is { } channel
                && await choose.RunAsync(
                    application, channel, product.Name, order.Terms.Account, cancellation)
                    is not null)
            {
                open.Add(product.Name);
            }
        }

        return open;
    }

    private bool IsOffered(ChannelProduct product, PaymentTerms terms, PayerBrowser browser)
        => product.Serves(terms)
            && (terms.Product is { } chosen
                ? string.Equals(product.Name, chosen, StringComparison.Ordinal)
                : product.Suits(browser))
            && (terms.PayerId is not null
                || channels.ForProduct<IWalletPayment>(product.Name)?.NeedsPayer(product.Name)
                    != true);
}
