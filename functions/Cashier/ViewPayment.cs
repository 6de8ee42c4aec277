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
    public async Task<PaymentView?> RunAsync(string id, CancellationToken cancellation)
    {
        if (!OrderId.TryParse(id, out var orderId)
            || await orders.FindAsync(orderId, cancellation) is not { } stored)
        {
            return null;
        }

        var application = await applications.FindAsync(stored.Order.AppId, cancellation);
        return new PaymentView(
            stored, application?.Name,
            await ProductsAsync(stored.Order, application, cancellation));
    }

    /// <summary>What the merchant chose, else all its application has an account for.</summary>
    private async Task<List<string>> ProductsAsync(
        Order order, Application? application, CancellationToken cancellation)
    {
        List<string> open = [];
        foreach (var product in channels.Products)
        {
            if (application is not null
                && product.Kind != ProductKind.Barcode
                && (order.Terms.Product is not { } chosen
                    || string.Equals(product.Name, chosen, StringComparison.Ordinal))
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
}
