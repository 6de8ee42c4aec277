using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Tenpay;

/// <summary>
/// What a message says about a trade: a notification, the answer to its second proof, the answer to
/// a query. They all have the same fields.
/// </summary>
/// <param name="Number">Our number.</param>
/// <param name="State">The <c>trade_state</c>.</param>
/// <param name="Total">What was asked for: what was paid, and what a coupon paid.</param>
/// <param name="ChannelTradeNo">Tenpay's number.</param>
/// <param name="PaidAt">When it was paid.</param>
internal sealed record TenpayTrade(
    ChannelOrderNo Number, string State, Money Total, string ChannelTradeNo,
    DateTimeOffset PaidAt)
{
    private const string Instant = "1";
    private const string Yuan = "1";

    /// <summary>What a notification and its proof must say alike, where both say it.</summary>
    private static readonly string[] Compared =
    [
        "appid", "partner", "out_trade_no", "transaction_id", "trade_mode", "trade_state",
        "total_fee", "discount", "fee_type",
    ];

    /// <summary>The fields a whole notification has.</summary>
    private static readonly string[] Required =
    [
        "out_trade_no", "transaction_id", "trade_mode", "trade_state", "total_fee", "fee_type",
        "time_end",
    ];

    /// <summary>Whether a message has every field that a whole one has.</summary>
    public static bool IsWhole(Func<string, string?> field)
        => Required.All(name => field(name) is not null);

    /// <summary>Whether nothing that one message says is said otherwise by the other.</summary>
    public static bool Agrees(Func<string, string?> one, Func<string, string?> other)
        => Compared.All(name => (Said(one, name), Said(other, name)) is var (a, b)
            && (a is null || b is null || string.Equals(a, b, StringComparison.Ordinal)));

    /// <summary>Whether a message is for this merchant.</summary>
    public static bool IsFor(TenpayAccount account, Func<string, string?> field)
        => field(account.IdentityName) is { } named
            ? string.Equals(named, account.Identity, StringComparison.Ordinal)
            : account.NamedPartner is { } partner
                && string.Equals(field("partner"), partner, StringComparison.Ordinal);

    /// <summary>Reads a whole message. Null when it could be read.</summary>
    public static TenpayTradeFault? TryRead(
        TenpayAccount account, Func<string, string?> field, out TenpayTrade trade)
    {
        trade = new TenpayTrade(default, "", default, "", default);
        if (!IsFor(account, field))
        {
            return TenpayTradeFault.MerchantDiffers;
        }

        if (!ChannelOrderNo.TryParse(field("out_trade_no"), out var number))
        {
            return TenpayTradeFault.NumberUnknown;
        }

        if (field("trade_state") is not { } state
            || field("fee_type") is not Yuan
            || !TryReadTotal(field, out var total)
            || !TenpayTradeNo.TryRead(field("transaction_id"), out var tradeNo)
            || !BeijingClock.TryRead(field("time_end"), BeijingClock.Digits, out var paidAt)
            || field("trade_mode") is not { } mode)
        {
            return TenpayTradeFault.FieldInvalid;
        }

        trade = new TenpayTrade(number, state, total, tradeNo, paidAt);
        return mode is Instant ? null : TenpayTradeFault.Escrow;
    }

    private static bool TryReadTotal(Func<string, string?> field, out Money total)
    {
        var discount = Money.OfFen(0);
        if (!FenText.TryRead(field("total_fee"), out total)
            || (field("discount") is { } text && !FenText.TryRead(text, out discount)))
        {
            return false;
        }

        total = Money.OfFen(total.Fen + discount.Fen);
        return total.Fen <= Money.MaxFen;
    }

    // A coupon that is not mentioned paid nothing.
    private static string? Said(Func<string, string?> field, string name)
        => field(name) ?? (name is "discount" && field("total_fee") is not null ? "0" : null);
}
