using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// What a verified message says about a trade of ours: a notification, or an answer of either
/// interface. Before a payment it says little.
/// </summary>
/// <param name="State">The trade_state; null when it is not said.</param>
/// <param name="IsNamed">Whether merchants, applications and number are all said.</param>
/// <param name="ChannelTradeNo">WeChat Pay's number; null when it is not said.</param>
/// <param name="Total">The order's amount; null when it is not said, or in another currency.
/// </param>
/// <param name="PaidAt">When it was paid; null when it is not said.</param>
internal sealed record WeChatPayTrade(
    string? State, bool IsNamed, string? ChannelTradeNo, Money? Total, DateTimeOffset? PaidAt)
{
    /// <summary>What APIv3 says; null when it is about another trade, or of another merchant.
    /// </summary>
    public static WeChatPayTrade? Of(
        WeChatPayIdentity identity, ChannelOrderNo number, WeChatPayJson json)
    {
        var amount = json.Inner("amount");
        return Named(identity.Claims(json.Text), json.Text("out_trade_no"), number) is { } isNamed
            ? new WeChatPayTrade(
                json.Text("trade_state"),
                isNamed,
                WeChatPayNumber.TryRead(json.Text("transaction_id")),
                amount?.Text("currency") is Money.Cny ? amount.Fen("total") : null,
                WeChatPayTime.TryRead(json.Text("success_time")))
            : null;
    }

    /// <summary>What the older interface says; null as above.</summary>
    /// <param name="identity">Whose.</param>
    /// <param name="number">Our number.</param>
    /// <param name="field">A field of the message, or null.</param>
    /// <param name="state">Its trade_state, or what its result stands for.</param>
    public static WeChatPayTrade? OfV2(
        WeChatPayIdentity identity, ChannelOrderNo number, Func<string, string?> field,
        string? state)
        => Named(identity.ClaimsInV2(field), field("out_trade_no"), number)
            is { } isNamed
            ? new WeChatPayTrade(
                state,
                isNamed,
                WeChatPayNumber.TryRead(field("transaction_id")),
                field("fee_type") is null or Money.Cny
                    && FenText.TryRead(field("total_fee"), out var total) ? total : null,
                BeijingClock.TryRead(field("time_end"), BeijingClock.Digits, out var at)
                    ? at
                    : null)
            : null;

    private static bool? Named(WeChatPayClaim claim, string? said, ChannelOrderNo number)
        => claim == WeChatPayClaim.Foreign
            || (said is not null
                && !string.Equals(said, number.ToString(), StringComparison.Ordinal))
                ? null
                : claim == WeChatPayClaim.Ours && said is not null;
}
