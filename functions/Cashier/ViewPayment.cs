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
    IOrderStore orders, ApplicationDirectory applications, ChannelRouter channels)
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
            stored, application?.Name, ProductsOf(stored.Order, application));
    }

    /// <summary>What the merchant chose, else all its application has an account for.</summary>
    private List<string> ProductsOf(Order order, Application? application)
        => application is null
            ? []
            : [.. channels.Products.Where(p => IsOpen(p, application)
                && (order.Terms.Product is not { } chosen
                    || string.Equals(p, chosen, StringComparison.Ordinal)))];

    private bool IsOpen(string product, Application application)
        => channels.ForProduct<IPagePayment>(product) is { } channel
            && application.Accounts.GetValueOrDefault(channel.Name) is { } account
            && channel.HasAccount(account);
}
