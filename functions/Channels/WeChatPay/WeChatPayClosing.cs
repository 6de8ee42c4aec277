using PayFunctions.Orders;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>Ends trades that nobody paid.</summary>
internal sealed class WeChatPayClosing(WeChatPayGateway gateway)
{
    /// <summary>Ends one; <see cref="Declined"/> says that it is ended.</summary>
    public async Task<ChannelOutcome> CloseAsync(
        WeChatPayAccount account, ChannelOrderNo number, CancellationToken cancellation)
    {
        var reply = await gateway.RunAsync(
            account, WeChatPayMessages.Close(account.Identity, number), cancellation);
        return reply.Answer is { } answer
            ? WeChatPayStatus.OfClose(answer)
            : new Unknown(reply.Reason);
    }
}
