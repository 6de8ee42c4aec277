using PayFunctions.Orders;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>What WeChat Pay's words about a trade mean. Every answer has a meaning here.</summary>
internal static class WeChatPayStatus
{
    /// <summary>Paid.</summary>
    public const string Success = "SUCCESS";

    /// <summary>Paid, and at least a part of it refunded.</summary>
    public const string Refund = "REFUND";

    /// <summary>Not paid yet.</summary>
    public const string NotPay = "NOTPAY";

    /// <summary>The payer of a code has to confirm.</summary>
    public const string UserPaying = "USERPAYING";

    /// <summary>Closed unpaid.</summary>
    public const string Closed = "CLOSED";

    /// <summary>Reversed: what was paid by a code went back.</summary>
    public const string Revoked = "REVOKED";

    /// <summary>The payment of a code failed.</summary>
    public const string PayError = "PAYERROR";

    private const string NotAbout = "the answer is not about this trade";

    /// <summary>What an answer to a query says.</summary>
    public static ChannelOutcome OfQuery(
        WeChatPayIdentity identity, ChannelOrderNo number, WeChatPayAnswer answer)
        => answer switch
        {
            { IsOk: true, Body: { } body } => OfTrade(WeChatPayTrade.Of(identity, number, body)),
            { IsOk: true } => new Unknown("the answer cannot be read"),

            // There is none until the payer's page or code was asked for.
            { Meaning: WeChatPayMeaning.NoOrder } => new Waiting("the trade has not begun"),
            _ => new Unknown(answer.Reason),
        };

    /// <summary>What is said about a trade; null: it is about another.</summary>
    public static ChannelOutcome OfTrade(WeChatPayTrade? trade) => trade?.State switch
    {
        null => new Unknown(trade is null ? NotAbout : "the answer has no trade_state"),
        NotPay or UserPaying => new Waiting(trade.State),
        _ when !trade.IsNamed => new Unknown(NotAbout),
        Success or Refund => Paid(trade),

        // REVOKED is also the word for paid and given back. Whoever knows the trade as paid must
        // not read it as Declined: the rules refuse that (SuccessContradicted).
        Closed or Revoked or PayError => new Declined(trade.State),
        _ => new Unknown("the answer has no known trade_state"),
    };

    /// <summary>What an answer to a charge says: it must be about the same amount, too.</summary>
    public static ChannelOutcome OfCharge(WeChatPayTrade? trade, Money total)
        => OfTrade(trade) switch
        {
            Succeeded paid when paid.Total != total => new Unknown("paid, but another amount"),
            var outcome => outcome,
        };

    /// <summary>What a refused charge means. Whatever is not sure is asked about.</summary>
    public static ChannelOutcome OfRefusedCharge(WeChatPayMeaning meaning, string reason)
        => meaning switch
        {
            WeChatPayMeaning.UserPaying => new Waiting(UserPaying),
            WeChatPayMeaning.Refused or WeChatPayMeaning.NotEnough or WeChatPayMeaning.Closed
                or WeChatPayMeaning.Misconfigured => new Declined(reason),
            _ => new Unknown(reason),
        };

    /// <summary>What an answer to a close says.</summary>
    public static ChannelOutcome OfClose(WeChatPayAnswer answer)
        => answer switch
        {
            { IsOk: true } => new Declined("closed"),
            { Meaning: WeChatPayMeaning.Closed } => new Declined("closed before"),

            // Whoever asked for it got no answer, or there would be one.
            { Meaning: WeChatPayMeaning.NoOrder } => new Declined("never began"),
            { Meaning: WeChatPayMeaning.Paid or WeChatPayMeaning.UserPaying }
                => new Waiting("not open: a query must say what it is"),
            _ => new Unknown(answer.Reason),
        };

    private static ChannelOutcome Paid(WeChatPayTrade trade)
        => trade is { ChannelTradeNo: { } tradeNo, Total: { } total, PaidAt: { } paidAt }
            ? new Succeeded(total, tradeNo, paidAt)
            : new Unknown("paid, but transaction_id, the amount or its time is unreadable");
}
