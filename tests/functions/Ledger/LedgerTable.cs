using System.Globalization;
using System.Text;
using PayFunctions.Clearing;
using PayFunctions.Ledger;
using PayFunctions.Orders;
using PayFunctions.Reconciliation;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Ledger;

/// <summary>The table of docs/ledger.md: an example of every movement of money.</summary>
internal static class LedgerTable
{
    private static readonly Order PaidTwice = An.Moved(
        An.Moved(An.TwiceOpenOrder(), An.Success(), An.Noon),
        An.Success(2, trade: "T2"), An.Noon);

    /// <summary>What happened, and the order before and after.</summary>
    public static IReadOnlyList<(string What, Order? Before, Order After)> Movements { get; } =
    [
        ("paid", An.OpenOrder(), An.PaidOrder()),
        ("paid after it was closed, and revived", An.ClosedOrder(LateSuccess.Revive),
            An.Moved(An.ClosedOrder(LateSuccess.Revive), An.Success(), An.Noon)),
        ("paid after it was closed, and owed to the payer", An.ClosedOrder(LateSuccess.Refund),
            An.Moved(An.ClosedOrder(LateSuccess.Refund), An.Success(), An.Noon)),
        ("paid a second time", An.Moved(An.TwiceOpenOrder(), An.Success(), An.Noon), PaidTwice),
        ("the second payment went back", PaidTwice,
            An.Moved(PaidTwice, new SettleRefund(1, "C1", An.Noon), An.Noon)),
        ("a refund of 40 was asked for", An.PaidOrder(), An.RefundingOrder()),
        ("it reached the payer", An.RefundingOrder(), An.RefundedOrder()),
        ("it failed instead", An.RefundingOrder(),
            An.Moved(An.RefundingOrder(), new FailRefund(1, "no", NeedsHuman: false), An.Noon)),
        ("it is stuck: a human is needed", An.RefundingOrder(),
            An.Moved(An.RefundingOrder(), new FailRefund(1, "no", NeedsHuman: true), An.Noon)),
        ("paid, with a fee of 3 that is returned with refunds", Charging(), Charged()),
        ("a refund of 40 of it was asked for", Charged(),
            An.Moved(Charged(), An.Refund(), An.Noon)),
        ("a known payment went back by a cancel", An.PaidOrder(),
            An.Moved(An.PaidOrder(), An.Revoke(An.GivenBack()), An.Noon)),
        ("a payment nobody knew of went back by a cancel", An.ChargedOrder(),
            An.Moved(An.ChargedOrder(), An.Revoke(An.GivenBack()), An.Noon)),
        ("authorised: an amount is held", An.HoldOrder(), An.HeldOrder()),
        ("40 of it were captured (the payment is an order of its own)", An.CapturingOrder(),
            An.CapturedOrder()),
        ("40 of it were captured, and the channel let the rest go",
            An.CapturingOrder(final: true), An.CapturedOrder(final: true)),
        ("40 of it were let go", An.ReleasingOrder(),
            An.Moved(An.ReleasingOrder(), new SettleRefund(1, "C1", An.Noon), An.Noon)),
    ];

    /// <summary>What is about money and no order's.</summary>
    public static IReadOnlyList<(string What, JournalEntry Entry)> Others { get; } =
    [
        ("the channel kept 2 of a day, by its bill", Kept(2, 0)),
        ("a later bill of the day says 1", Kept(1, 2)),
        ("97 were paid out to the merchant", PaidOut(97)),
    ];

    private static JournalEntry Kept(long fen, long booked)
        => ChannelFeeRules.EntryOf(ChannelFeeRules.Book(
            new ReconciliationRun
            {
                Channel = "alipay",
                Account = An.Account,
                Day = new DateOnly(2026, 11, 25),
                At = An.Noon,
                BookedFen = booked,
            },
            fen))!;

    private static JournalEntry PaidOut(long fen)
        => PayoutRules.Of(new DayClearing
        {
            AppId = "shop",
            Day = new DateOnly(2026, 11, 25),
            State = ClearingState.Paid,
            PaidAt = An.Noon,
            PayoutFen = fen,
        })!;

    private static Order Charging() => An.Moved(
        An.Order(),
        new OpenAttempt(
            An.Product, An.Account, new FeeTerms(300, OnRefund: FeeOnRefund.Return)),
        An.Noon);

    private static Order Charged() => An.Moved(Charging(), An.Success(), An.Noon);

    /// <summary>The table.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder("| movement of an order of 100 fen | postings |\n|---|---|\n");
        foreach (var (what, before, after) in Movements)
        {
            Add(text, what, EntryRules.Of(before, after));
        }

        foreach (var (what, entry) in Others)
        {
            Add(text, what, entry.Postings);
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, string what, IEnumerable<Posting> postings)
        => text.Append("| ").Append(what).Append(" | ")
            .AppendJoin(
                ", ",
                postings
                    .Select(static p => string.Create(
                        CultureInfo.InvariantCulture, $"`{p.Account}` {p.Fen:+#;-#}"))
                    .DefaultIfEmpty("none"))
            .Append(" |\n");
}
