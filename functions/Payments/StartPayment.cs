using System.Net;
using PayFunctions.Channels;
using PayFunctions.Host;
using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Payments;

/// <summary>
/// Sends the payer to a channel, or shows the channel's code: the attempt is committed first, then
/// the channel is asked.
/// </summary>
internal sealed class StartPayment(
    OrderCommit commit, ChannelRouter channels, ApplicationDirectory applications,
    ChooseAccount choose, ChannelAnswer answer, GatewayAddress gateway, TimeProvider time)
{
    /// <summary>Opens, or reopens, an attempt of that product for an order just read.</summary>
    /// <param name="stored">The order.</param>
    /// <param name="product">The product.</param>
    /// <param name="payer">The payer's address, where a payer is there.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<StartResult> RunAsync(
        StoredOrder stored, string product, IPAddress? payer, CancellationToken cancellation)
    {
        var application = await applications.FindAsync(stored.Order.AppId, cancellation);
        if (application is null
            || channels.FindProduct(product)?.Serves(stored.Order.Terms) != true
            || Opener(product) is not { } channel
            || await choose.RunAsync(
                application, channel, product, stored.Order.Terms.Account, cancellation)
                is not { } account)
        {
            return new ProductUnavailable();
        }

        var decision = await commit.ApplyAsync(
            stored.Order.Id, stored, new OpenAttempt(
                product, account,
                stored.Order.Terms.Kind == OrderKind.Payment
                    ? application.FeeAt(channel.Name, time.GetUtcNow())
                    : null),
            cancellation);
        return decision switch
        {
            Moved moved => await OpenAsync(
                channel, moved.Order, product, account, payer, cancellation),
            Replayed same => await OpenAsync(
                channel, same.Order, product, account, payer, cancellation),
            Refused refused => new NotStarted(refused.Why),
            _ => throw new InvalidOperationException("A decision of an unknown kind."),
        };
    }

    private IChannel? Opener(string product) => channels.FindProduct(product)?.Kind switch
    {
        ProductKind.Page => channels.ForProduct<IPagePayment>(product),
        ProductKind.Code => channels.ForProduct<ICodePayment>(product),
        ProductKind.Wallet => channels.ForProduct<IWalletPayment>(product),
        _ => null,
    };

    private async Task<StartResult> OpenAsync(
        IChannel channel, Order order, string product, string account, IPAddress? payer,
        CancellationToken cancellation)
    {
        var attempt = order.OpenAttempts().Last(
            a => string.Equals(a.Product, product, StringComparison.Ordinal)
                && string.Equals(a.Account, account, StringComparison.Ordinal));
        if (attempt.CodeUrl is { } shown)
        {
            return new CodeShown(order, shown);
        }

        var request = new PageRequest(
            order, attempt, gateway.NotifyUrl(channel.Name, attempt.Account),
            gateway.ReturnUrl(channel.Name, order.Id), time.GetUtcNow(), payer);
        return await AskAsync(channel, product, request, cancellation) switch
        {
            PageReady ready => new Started(ready.Handover),
            WalletReady wallet => new WalletOffered(order, wallet),
            CodeReady code => await ShowAsync(order, attempt, code, cancellation),
            PageRefused refused => await RefuseAsync(order, attempt, refused, cancellation),
            PageUnknown unknown => new StartUndecided(unknown.Reason),
            _ => throw new InvalidOperationException("An opening of an unknown kind."),
        };
    }

    private Task<PageOpening> AskAsync(
        IChannel channel, string product, PageRequest request, CancellationToken cancellation)
        => channels.FindProduct(product)!.Kind switch
        {
            ProductKind.Code => ((ICodePayment)channel).OpenCodeAsync(request, cancellation),
            ProductKind.Wallet => ((IWalletPayment)channel).OpenWalletAsync(request, cancellation),
            _ => ((IPagePayment)channel).OpenPageAsync(request, cancellation),
        };

    private async Task<StartResult> ShowAsync(
        Order order, Attempt attempt, CodeReady code, CancellationToken cancellation)
        => await commit.ApplyAsync(
            order.Id, new ShowCode(attempt.Number, code.CodeUrl), cancellation) switch
        {
            Moved moved => new CodeShown(moved.Order, code.CodeUrl),
            Replayed replayed => new CodeShown(
                replayed.Order,
                replayed.Order.FindAttempt(attempt.Number)?.CodeUrl ?? code.CodeUrl),
            Refused refused => new NotStarted(refused.Why),
            _ => throw new InvalidOperationException("A decision of an unknown kind."),
        };

    private async Task<StartRefused> RefuseAsync(
        Order order, Attempt attempt, PageRefused refused, CancellationToken cancellation)
    {
        await answer.ApplyAsync(
            order.Id, attempt, new Decline(attempt.Number, attempt.Account), cancellation);
        return new StartRefused(refused.Reason);
    }
}
