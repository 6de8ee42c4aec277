using PayFunctions.Notifications;
using PayFunctions.Orders;

namespace PayFunctions.MerchantApi;

/// <summary>The field's own words for what an order is.</summary>
internal static class TradeState
{
    /// <summary>Paid, and some or all of it given back.</summary>
    public const string Refund = "REFUND";

    /// <summary>An amount is held, and some of it is left.</summary>
    public const string Authorized = "AUTHORIZED";

    /// <summary>What was held is wholly captured and released.</summary>
    public const string Finished = "FINISHED";

    /// <summary>An agreement is signed: debits are possible.</summary>
    public const string Active = "ACTIVE";

    /// <summary>An agreement is to end, and the channel has not said that it did.</summary>
    public const string Unsigning = "UNSIGNING";

    /// <summary>An agreement is over.</summary>
    public const string Ended = "ENDED";

    /// <summary>Every word of a payment.</summary>
    public static IReadOnlyList<string> Words { get; } =
        [.. Enum.GetValues<OrderState>().Select(Of), Refund];

    /// <summary>The word for an order as it is.</summary>
    public static string Of(Order order)
        => order switch
        {
            { State: not OrderState.Success } => Of(order.State),
            { Terms.Agreement: not null } => order.End switch
            {
                null => Active,
                { EndedAt: null } => Unsigning,
                _ => Ended,
            },
            { Terms.Hold: not null } => IsOver(order) ? Finished : Authorized,
            { IsRefunded: true } => Refund,
            _ => Of(order.State),
        };

    /// <summary>
    /// The word for the order at the version of the news. Money that came twice or too late is no
    /// part of the payment: when it goes back, the payment stands as it was.
    /// </summary>
    public static string Of(Notice notice)
        => notice switch
        {
            { TradeState: not OrderState.Success } => Of(notice.TradeState),
            { Type: Notice.AuthorizationType or Notice.ReleaseType } => Authorized,
            { Type: Notice.AgreementType } => Active,
            { Type: Notice.AgreementEndType } => Ended,
            { IsRefunded: true } => Refund,
            _ => Of(notice.TradeState),
        };

    /// <summary>Nothing is left, and nothing under way.</summary>
    private static bool IsOver(Order hold)
        => hold.Remaining.Fen == 0 && !hold.OpenCaptures().Any() && !hold.OpenRefunds().Any();

    /// <summary>The word on the wire.</summary>
    public static string Of(OrderState state) => state switch
    {
        OrderState.NotPay => "NOTPAY",
        OrderState.UserPaying => "USERPAYING",
        OrderState.Success => "SUCCESS",
        OrderState.Closed => "CLOSED",
        OrderState.PayError => "PAYERROR",
        OrderState.Revoked => "REVOKED",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
