using PayFunctions.Channels;
using PayFunctions.Host;
using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Payments;

/// <summary>
/// Sends the payer to a channel: the attempt is committed first, then the request is signed.
/// </summary>
internal sealed class StartPayment(
    OrderCommit commit, ChannelRouter channels, ApplicationDirectory applications,
    GatewayAddress gateway, TimeProvider time)
{
    /// <summary>Opens, or reopens, an attempt of that product for an order just read.</summary>
    public async Task<StartResult> RunAsync(
        StoredOrder stored, string product, CancellationToken cancellation)
    {
        var application = await applications.FindAsync(stored.Order.AppId, cancellation);
        if (channels.ForProduct<IPagePayment>(product) is not { } channel
            || application?.Accounts.GetValueOrDefault(channel.Name) is not { } account
            || !channel.HasAccount(account))
        {
            return new ProductUnavailable();
        }

        var decision = await commit.ApplyAsync(
            stored.Order.Id, stored, new OpenAttempt(product, account), cancellation);
        return decision switch
        {
            Moved moved => await OpenAsync(
                channel, moved.Order, product, account, cancellation),
            Replayed same => await OpenAsync(
                channel, same.Order, product, account, cancellation),
            Refused refused => new NotStarted(refused.Why),
            _ => throw new InvalidOperationException("A decision of an unknown kind."),
        };
    }

    private async Task<Started> OpenAsync(
        IPagePayment channel, Order order, string product, string account,
        CancellationToken cancellation)
    {
        var attempt = order.OpenAttempts().Last(
            a => string.Equals(a.Product, product, StringComparison.Ordinal)
                && string.Equals(a.Account, account, StringComparison.Ordinal));
        return new Started(await channel.OpenAsync(
            new PageRequest(
                order, attempt, gateway.NotifyUrl(channel.Name, attempt.Account),
                gateway.ReturnUrl(channel.Name, order.Id), time.GetUtcNow()),
            cancellation));
    }
}
