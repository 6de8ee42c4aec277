using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Platform;

/// <summary>
/// Tells whether an account works: asks its channel about a trade that never was. A verified
/// answer proves address, keys and signatures both ways, and moves nothing.
/// </summary>
internal sealed class ProbeAccount(AccountDirectory accounts, TimeProvider time)
{
    private static readonly ChannelOrderNo Nobody = new(OrderId.Of("", "probe"), 1);

    /// <summary>Probes; null when there is no such account.</summary>
    public async Task<AccountProbe?> RunAsync(
        IChannel channel, string account, CancellationToken cancellation)
    {
        if (await accounts.ReadAsync(channel.Name, account, cancellation) is not { } material)
        {
            return null;
        }

        var faults = channel.FaultsOf(material);
        if (faults.Count > 0)
        {
            return new AccountProbe(Works: false, string.Join(' ', faults));
        }

        if (channel is not IQueryTrade asked)
        {
            return new AccountProbe(Works: true, "The settings are complete; the channel "
                + "answers no questions that would prove more.");
        }

        var trade = new TradeReference(
            account, channel.Products[0].Name, Nobody, time.GetUtcNow(), Money.OfFen(1));
        return await asked.QueryAsync(trade, cancellation) switch
        {
            Unknown unknown => new AccountProbe(Works: false, unknown.Reason),
            _ => new AccountProbe(Works: true, asked.SignsRefusals
                ? "The channel answered, and its answer verified."
                : "The channel answered, and knows our key. It signs no such answer: whether the "
                    + "account knows the channel's key is proved by its first payment."),
        };
    }
}
