namespace PayFunctions.Ledger;

/// <summary>
/// The chart of accounts. Debits are positive: what a channel owes us is; credits are negative:
/// what we owe is.
/// </summary>
internal static class Chart
{
    /// <summary>What a channel took from payers on a channel account, and has not given back.
    /// </summary>
    public const string ChannelReceivable = "channel_receivable";

    /// <summary>What a merchant is owed for its orders.</summary>
    public const string MerchantPayable = "merchant_payable";

    /// <summary>What we earned with a merchant's payments.</summary>
    public const string FeeIncome = "fee_income";

    /// <summary>What a channel kept for its service, by channel account.</summary>
    public const string ChannelFee = "channel_fee";

    /// <summary>What was paid out to a merchant.</summary>
    public const string Payout = "payout";

    /// <summary>Money that came and is no order's payment: it came twice, too late, or was
    /// cancelled. It goes back.</summary>
    public const string Suspense = "suspense";

    /// <summary>What is on its way back to payers, by channel account.</summary>
    public const string RefundPayable = "refund_payable";

    /// <summary>What payers authorised on a channel account and nobody has taken yet. No money
    /// moved: a memorandum.</summary>
    public const string HoldReceivable = "hold_receivable";

    /// <summary>The other side of <see cref="HoldReceivable"/>, by merchant.</summary>
    public const string HoldPayable = "hold_payable";

    /// <summary>Every kind, in the order of the books.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        ChannelReceivable, MerchantPayable, FeeIncome, ChannelFee, Payout, Suspense, RefundPayable,
        HoldReceivable, HoldPayable,
    ];

    /// <summary>A channel account's receivable.</summary>
    /// <param name="product">A product of the channel.</param>
    /// <param name="account">The account's name.</param>
    public static LedgerAccount ReceivableOf(string product, string account)
        => new($"{ChannelReceivable}:{ChannelOf(product)}/{account}");

    /// <summary>A merchant's payable.</summary>
    public static LedgerAccount PayableOf(string appId) => new($"{MerchantPayable}:{appId}");

    /// <summary>What we earned with a merchant's payments.</summary>
    public static LedgerAccount FeesOf(string appId) => new($"{FeeIncome}:{appId}");

    /// <summary>What a channel kept on an account.</summary>
    public static LedgerAccount ChannelFeesOf(string channel, string account)
        => new($"{ChannelFee}:{channel}/{account}");

    /// <summary>What was paid out to a merchant.</summary>
    public static LedgerAccount PayoutOf(string appId) => new($"{Payout}:{appId}");

    /// <summary>A merchant's suspense.</summary>
    public static LedgerAccount SuspenseOf(string appId) => new($"{Suspense}:{appId}");

    /// <summary>What is on its way back through a channel account.</summary>
    /// <param name="product">A product of the channel.</param>
    /// <param name="account">The account's name.</param>
    public static LedgerAccount RefundsOf(string product, string account)
        => new($"{RefundPayable}:{ChannelOf(product)}/{account}");

    /// <summary>What is held on a channel account.</summary>
    /// <param name="product">A product of the channel.</param>
    /// <param name="account">The account's name.</param>
    public static LedgerAccount HoldsOf(string product, string account)
        => new($"{HoldReceivable}:{ChannelOf(product)}/{account}");

    /// <summary>What is held for a merchant.</summary>
    public static LedgerAccount HeldFor(string appId) => new($"{HoldPayable}:{appId}");

    /// <summary>A product's name begins with its channel's, and an underscore.</summary>
    public static string ChannelOf(string product) => product.Split('_')[0];
}
