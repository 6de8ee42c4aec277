using System.Text;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

/// <summary>Every state against every command, as the rules decide it: docs/states.md.</summary>
internal static class StatesTable
{
    private static readonly DateTimeOffset Later = An.Noon + TimeSpan.FromHours(3);

    public static IReadOnlyList<(string Name, Order? Order)> States { get; } =
    [
        ("(none)", null),
        ("NOTPAY", An.Order()),
        ("USERPAYING", An.OpenOrder()),
        ("USERPAYING, a cancel under way", An.CancellingOrder()),
        ("PAYERROR", An.FailedOrder()),
        ("SUCCESS", An.PaidOrder()),
        ("CLOSED, late money revives", An.ClosedOrder(LateSuccess.Revive)),
        ("CLOSED, late money is refunded", An.ClosedOrder(LateSuccess.Refund)),
        ("REVOKED, late money revives", An.RevokedOrder(LateSuccess.Revive)),
        ("REVOKED, late money is refunded", An.RevokedOrder(LateSuccess.Refund)),
        ("SUCCESS, a refund under way", An.RefundingOrder()),
        ("REFUND", An.RefundedOrder()),
        ("a hold, USERPAYING", An.HoldOrder()),
        ("AUTHORIZED", An.HeldOrder()),
        ("AUTHORIZED, a capture under way", An.CapturingOrder()),
        ("AUTHORIZED, the last capture under way", An.CapturingOrder(final: true)),
        ("AUTHORIZED, a part captured", An.CapturedOrder()),
        ("AUTHORIZED, a release under way", An.ReleasingOrder()),
        ("FINISHED", An.CapturedOrder(final: true)),
        ("USERPAYING, the bank was asked for a code", An.AskedKCode()),
        ("USERPAYING, the payer has a code", An.SentKCode()),
        ("USERPAYING, the payer entered a code", An.TriedKCode()),
        ("PAYERROR, too many wrong codes", An.ExhaustedKCode()),
        ("an agreement, USERPAYING", An.SigningOrder()),
        ("an agreement, CLOSED, late signatures count",
            An.Moved(An.SigningOrder(), new Close([], [1]), An.Noon)),
        ("an agreement, CLOSED, late signatures are ended",
            An.Moved(An.SigningOrder(LateSuccess.Refund), new Close([], [1]), An.Noon)),
        ("ACTIVE", An.SignedOrder()),
        ("ACTIVE, a debit under way", An.DebitingOrder()),
        ("ACTIVE, a part debited", An.DebitedOrder()),
        ("UNSIGNING", An.UnsigningOrder()),
        ("ENDED", An.EndedOrder()),
    ];

    public static IReadOnlyList<(string Name, OrderCommand Command, DateTimeOffset At)> Commands
    { get; } =
    [
        ("create, same content", An.Create(), An.Noon),
        ("create, other content", An.Create(An.Terms(fen: 200)), An.Noon),
        ("open the same product", new OpenAttempt(An.Product, An.Account), An.Noon),
        ("open another product", new OpenAttempt("alipay_wap", An.Account), An.Noon),
        ("open after expiry", new OpenAttempt(An.Product, An.Account), Later),
        ("charge a code", new ChargeCode("alipay_barcode", An.Account, "digest"), An.Noon),
        ("charge a code after expiry",
            new ChargeCode("alipay_barcode", An.Account, "digest"), Later),
        ("the channel's code for attempt 1", new ShowCode(1, "https://code.example/"), An.Noon),
        ("success of attempt 1", An.Success(), An.Noon),
        ("success of attempt 1 under another trade number", An.Success(trade: "T2"), An.Noon),
        ("success of an attempt never made", An.Success(attempt: 9), An.Noon),
        ("success with another amount", An.Success(fen: 99), An.Noon),
        ("success at another account", An.Success(account: "other"), An.Noon),
        ("decline of attempt 1", new Decline(1, An.Account), An.Noon),
        ("decline of an attempt never made", new Decline(9, An.Account), An.Noon),
        ("decline at another account", new Decline(1, "other"), An.Noon),
        ("no verdict on attempt 1", new Undecided(1), An.Noon),
        ("a cancel of attempt 1 is asked", new BeginCancel(1), An.Noon),
        ("a cancel of attempt 1 is refused", new DropCancel(1), An.Noon),
        ("cancel of attempt 1, unpaid", new Revoke(1, An.Account, null), An.Noon),
        ("cancel of attempt 1, paid and given back",
            new Revoke(1, An.Account, new RevokedPayment("T1", An.Noon)), An.Noon),
        ("cancel at another account", new Revoke(1, "other", null), An.Noon),
        ("the merchant cancels", new CancelOrder(), An.Noon),
        ("expire too early", new Expire([1]), An.Noon),
        ("expire, attempts not ended", new Expire([]), Later),
        ("expire, attempts ended", new Expire([1]), Later),
        ("expire, attempts cannot be ended", new Expire([], [1]), Later),
        ("close, attempts not ended", new Close([]), An.Noon),
        ("close, attempts cannot be ended", new Close([], [1]), An.Noon),
        ("close, attempts ended", new Close([1]), An.Noon),
        ("refund of a part", new RequestRefund("R-2", Money.OfFen(1), null), An.Noon),
        ("refund R-1 of a part", new RequestRefund("R-1", Money.OfFen(40), null), An.Noon),
        ("refund R-1 of another part", new RequestRefund("R-1", Money.OfFen(41), null), An.Noon),
        ("refund of more than is left", new RequestRefund("R-2", Money.OfFen(101), null), An.Noon),
        ("refund 1 reached the payer", new SettleRefund(1, "C1", An.Noon), An.Noon),
        ("refund 1 failed", new FailRefund(1, "refused", NeedsHuman: false), An.Noon),
        ("refund 1 needs a human", new FailRefund(1, "stuck", NeedsHuman: true), An.Noon),
        ("no verdict on refund 1", new UndecidedRefund(1), An.Noon),
        ("no verdict on a refund never made", new UndecidedRefund(9), An.Noon),
        ("capture of a part", An.Capture("C-2"), An.Noon),
        ("capture C-1 of a part", An.Capture(), An.Noon),
        ("capture C-1 of another part", An.Capture(fen: 41), An.Noon),
        ("capture of more than is left", An.Capture("C-2", 101), An.Noon),
        ("capture after the time of the hold", An.Capture("C-2"), An.Noon + An.HoldFor),
        ("capture 1 was paid", new SettleCapture(1, An.Noon), An.Noon),
        ("capture 1 was not paid", new FailCapture(1), An.Noon),
        ("no verdict on capture 1", new UndecidedCapture(1), An.Noon),
        ("no verdict on a capture never made", new UndecidedCapture(9), An.Noon),
        ("release of all", An.Release("V-2"), An.Noon),
        ("release V-1 of a part", An.Release(fen: 40), An.Noon),
        ("release V-1 of another part", An.Release(fen: 41), An.Noon),
        ("release of more than is left", An.Release("V-2", 101), An.Noon),
        ("the time of the hold is not up", new ExpireHold(), An.Noon),
        ("the time of the hold is up", new ExpireHold(), An.Noon + An.HoldFor),
        ("ask for a code", An.RequestKCode("K-2"), An.Noon + KCodeRules.SendEvery),
        ("ask for a code by K-1", An.RequestKCode(), An.Noon + KCodeRules.SendEvery),
        ("ask for another code", new RepeatKCode("S-1"), An.Noon + KCodeRules.SendEvery),
        ("ask for another code too soon", new RepeatKCode("S-1"), An.Noon),
        ("the payer of attempt 1 gets a code", new ConfirmKCode(1), An.Noon),
        ("the payer of attempt 1 gets no code", new RefuseKCode(1), An.Noon),
        ("a code is entered", new TryKCode("P-9"), An.Noon),
        ("a code is entered by P-1", new TryKCode("P-1"), An.Noon),
        ("the code of P-1 is wrong", new FailKCode(1, "P-1"), An.Noon),
        ("attempt 1 is signed", An.Success(fen: 0), An.Noon),
        ("debit of a part", An.Debit("D-2"), An.Noon),
        ("debit D-1 of a part", An.Debit(), An.Noon),
        ("debit D-1 of another part", An.Debit(fen: 41), An.Noon),
        ("debit of more than one may take", An.Debit("D-2", 61), An.Noon),
        ("debit of more than all may take", An.Debit("D-2", 60), An.Noon),
        ("debit after the time of the agreement", An.Debit("D-2"), An.Noon + An.ValidFor),
        ("the merchant ends the agreement", new RequestUnsign(), An.Noon),
        ("the channel ended the agreement", An.EndOf(), An.Noon),
        ("the channel ended another agreement", An.EndOf(number: "T2"), An.Noon),
        ("the channel ended it at another account", An.EndOf(account: "other"), An.Noon),
        ("the channel ended an attempt never made", An.EndOf(attempt: 9), An.Noon),
        ("no verdict on the end", new UndecidedUnsign(), An.Noon),
        ("the time of the agreement is not up", new ExpireAgreement(), An.Noon),
        ("the time of the agreement is up", new ExpireAgreement(), An.Noon + An.ValidFor),
    ];

    public static string Markdown()
    {
        var text = new StringBuilder();
        foreach (var (state, order) in States)
        {
            text.Append("\n## ").Append(state)
                .Append("\n\n| command | what happens |\n|---|---|\n");
            foreach (var (name, command, at) in Commands)
            {
                text.Append("| ").Append(name).Append(" | ")
                    .Append(Words(OrderRules.Decide(order, command, at))).Append(" |\n");
            }
        }

        return text.ToString();
    }

    private static string Words(OrderDecision decision) => decision switch
    {
        Moved moved => $"**{moved.Event}** → {TradeState.Of(moved.Order)}"
            + (moved.TellsMerchant ? ", the merchant is told" : ""),
        Replayed => "replayed: the answer is the order as it is",
        Refused refused => $"refused: {refused.Why}",
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };
}
