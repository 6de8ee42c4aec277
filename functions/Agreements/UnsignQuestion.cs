using PayFunctions.Channels;
using PayFunctions.Host;
using PayFunctions.Orders;

namespace PayFunctions.Agreements;

/// <summary>Tells channels to end agreements, and says the answers as commands.</summary>
internal sealed class UnsignQuestion(
    ChannelRouter channels, GatewayAddress gateway, TimeProvider time)
{
    /// <summary>Tells the channel, for whoever has just committed that it has to end.</summary>
    public async Task<OrderCommand> SendAsync(Order agreement, CancellationToken cancellation)
    {
        var signed = agreement.FindAttempt(agreement.Payment!.Attempt)!;
        if (channels.ForProduct<IEndAgreement>(signed.Product) is not { } channel)
        {
            return new UndecidedUnsign();
        }

        var outcome = await channel.UnsignAsync(
            new UnsignRequest(
                signed.Account, agreement.NumberOf(signed), agreement.Payment.ChannelTradeNo,
                agreement.End!.RequestedAt, gateway.NotifyUrl(channel.Name, signed.Account),
                time.GetUtcNow()),
            cancellation);
        return outcome is Unsigned over
            ? new EndAgreement(signed.Number, signed.Account, over.ChannelAgreementNo, over.At)
            : new UndecidedUnsign();
    }
}
