using PayFunctions.Orders;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// Codes that payers show, by the older interface or by APIv3, as the account is registered. There
/// is no notification of them, and no close: what is undecided is reversed.
/// </summary>
internal sealed class WeChatPayCharging(
    WeChatPayGateway gateway, WeChatPayV2Gateway older, TimeProvider time)
{
    /// <summary>A charge is not reversed before it is so old.</summary>
    public static readonly TimeSpan ReverseAfter = TimeSpan.FromSeconds(15);

    private const string NoTill
        = "this account charges no codes: register api_v2_key, client_certificate and device_ip";

    /// <summary>Charges a code, once.</summary>
    public async Task<ChannelOutcome> ChargeAsync(
        WeChatPayAccount account, ChargeRequest request, CancellationToken cancellation)
    {
        if (account.Till is not { } till)
        {
            return new Declined(NoTill);
        }

        var total = request.Order.Terms.Total;
        if (till.V2 is { } access)
        {
            var (answer, reason) = await older.ChargeAsync(
                account, access, till, request, cancellation);
            return answer switch
            {
                null => new Unknown(reason),
                { IsOk: true } => WeChatPayStatus.OfCharge(
                    WeChatPayTrade.OfV2(
                        account.Identity, request.Number, answer.Text, WeChatPayStatus.Success),
                    total),
                _ => WeChatPayStatus.OfRefusedCharge(answer.Meaning, answer.Reason),
            };
        }

        var reply = await gateway.RunAsync(
            account, WeChatPayOrderMessages.Charge(account, till, request), cancellation);
        return reply.Answer switch
        {
            null => new Unknown(reply.Reason),
            { IsOk: true, Code: null, Body: { } body } => WeChatPayStatus.OfCharge(
                WeChatPayTrade.Of(account.Identity, request.Number, body), total),
            var answer => WeChatPayStatus.OfRefusedCharge(answer.Meaning, answer.Reason),
        };
    }

    /// <summary>Asks about a charge.</summary>
    public async Task<ChannelOutcome> QueryAsync(
        WeChatPayAccount account, ChannelOrderNo number, CancellationToken cancellation)
    {
        if (account.Till?.V2 is { } access)
        {
            var (answer, reason) = await older.QueryAsync(
                account, access, number, cancellation);
            return answer switch
            {
                null => new Unknown(reason),
                { IsOk: true } => WeChatPayStatus.OfTrade(TradeOf(account, number, answer)),
                { Meaning: WeChatPayMeaning.NoOrder } => new Waiting("the trade has not begun"),
                _ => new Unknown(answer.Reason),
            };
        }

        var reply = await gateway.RunAsync(
            account, WeChatPayMessages.Query(account.Identity, number), cancellation);
        return reply.Answer is { } said
            ? WeChatPayStatus.OfQuery(account.Identity, number, said)
            : new Unknown(reply.Reason);
    }

    /// <summary>
    /// Reverses, and asks what came of it: what the reverse itself says is believed only in so far.
    /// </summary>
    public async Task<CancelOutcome> ReverseAsync(
        WeChatPayAccount account, TradeReference trade, CancellationToken cancellation)
    {
        if (time.GetUtcNow() < trade.OpenedAt + ReverseAfter)
        {
            return new CancelUnknown("a charge is not reversed in its first 15 seconds");
        }

        using var limit = new CancellationTokenSource(WeChatPayGateway.CallMax, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(
            limit.Token, cancellation);
        try
        {
            return await (account.Till?.V2 is { } access
                ? ReverseByV2Async(account, access, trade.Number, both.Token)
                : ReverseByV3Async(account, trade.Number, both.Token));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new CancelUnknown("no answer in time");
        }
    }

    private async Task<CancelOutcome> ReverseByV2Async(
        WeChatPayAccount account, WeChatPayV2Access access, ChannelOrderNo number,
        CancellationToken cancellation)
    {
        var (reversed, reason) = await older.ReverseAsync(
            account, access, number, cancellation);
        if (reversed?.Text("recall") is not "N")
        {
            return new CancelUnknown(reversed is null ? reason : $"again: {reversed.Reason}");
        }

        var (asked, why) = await older.QueryAsync(account, access, number, cancellation);
        return asked switch
        {
            null => new CancelUnknown(why),
            { IsOk: true } => WeChatPayCancelStatus.Of(
                TradeOf(account, number, asked), reversed.IsOk, time.GetUtcNow()),
            { Meaning: WeChatPayMeaning.NoOrder } => new Cancelled(),
            _ => new CancelUnknown(asked.Reason),
        };
    }

    private async Task<CancelOutcome> ReverseByV3Async(
        WeChatPayAccount account, ChannelOrderNo number, CancellationToken cancellation)
    {
        var reversed = await gateway.RunAsync(
            account, WeChatPayMessages.Reverse(account.Identity, number), cancellation);
        if (reversed.Answer is not { } said)
        {
            return new CancelUnknown(reversed.Reason);
        }

        var asked = await gateway.RunAsync(
            account, WeChatPayMessages.Query(account.Identity, number), cancellation);
        return asked.Answer switch
        {
            null => new CancelUnknown(asked.Reason),
            { IsOk: true, Body: { } body } => WeChatPayCancelStatus.Of(
                WeChatPayTrade.Of(account.Identity, number, body),
                said.IsOk || said.Meaning != WeChatPayMeaning.Refused, time.GetUtcNow()),
            { Meaning: WeChatPayMeaning.NoOrder } => new Cancelled(),
            var answer => new CancelUnknown(answer.Reason),
        };
    }

    private static WeChatPayTrade? TradeOf(
        WeChatPayAccount account, ChannelOrderNo number, WeChatPayV2Answer answer)
        => WeChatPayTrade.OfV2(
            account.Identity, number, answer.Text, answer.Text("trade_state"));
}
