using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

/// <summary>Orders for tests: what is not named does not matter.</summary>
internal static class An
{
    public const string Product = "alipay_page";
    public const string Agreement = "alipay_agreement";
    public const string Barcode = "alipay_barcode";
    public const string KCodeProduct = "test_kcode";
    public const string Account = "main";

    public static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    public static PaymentTerms Terms(long fen = 100, string subject = "Tea")
        => new(
            Money.OfFen(fen), subject, Body: null, Attach: null, "https://shop.example/notify",
            ReturnUrl: null, Product: null, TimeSpan.FromHours(2));

    public static Create Create(PaymentTerms? terms = null, LateSuccess late = default)
        => new("shop", "A-1", terms ?? Terms(), late);

    public static Order Order(LateSuccess late = default, long fen = 100)
        => Moved(null, Create(Terms(fen), late), Noon);

    public static Order OpenOrder(LateSuccess late = default)
        => Moved(Order(late), new OpenAttempt(Product, Account), Noon);

    public static ChargeCode Charge(string digest = "code-1")
        => new(Barcode, Account, digest);

    /// <summary>A payer's code was charged; nobody knows yet.</summary>
    public static Order ChargedOrder(LateSuccess late = default)
        => Moved(Order(late), Charge(), Noon);

    /// <summary>Two attempts are open, on two products.</summary>
    public static Order TwiceOpenOrder(LateSuccess late = default)
        => Moved(OpenOrder(late), new OpenAttempt("alipay_wap", Account), Noon);

    public static Order PaidOrder() => Moved(OpenOrder(), Success(), Noon);

    public static Order ClosedOrder(LateSuccess late)
        => Moved(OpenOrder(late), new Close([1]), Noon);

    public static Order FailedOrder()
        => Moved(OpenOrder(), new Decline(1, Account), Noon);

    public static Order RevokedOrder(LateSuccess late)
        => Moved(OpenOrder(late), Revoke(), Noon);

    public static Order CancellingOrder()
        => Moved(OpenOrder(), new BeginCancel(1), Noon);

    public static Order RefundingOrder()
        => Moved(PaidOrder(), Refund(), Noon);

    public static Order RefundedOrder()
        => Moved(RefundingOrder(), new SettleRefund(1, "C1", Noon), Noon);

    public static readonly TimeSpan ValidFor = TimeSpan.FromDays(30);

    /// <summary>60 fen at once, 100 in all, three times.</summary>
    public static PaymentTerms AgreementTerms()
        => Terms(0) with
        {
            Product = Agreement,
            Agreement = new AgreementTerms(
                Money.OfFen(60), Money.OfFen(100), CountLimit: 3, ValidFor),
        };

    /// <summary>The payer has not signed yet.</summary>
    public static Order SigningOrder(LateSuccess late = default)
        => Moved(
            Moved(null, Create(AgreementTerms(), late), Noon),
            new OpenAttempt(Agreement, Account), Noon);

    public static Order SignedOrder() => Moved(SigningOrder(), Success(fen: 0), Noon);

    /// <summary>40 fen are being debited.</summary>
    public static Order DebitingOrder() => Moved(SignedOrder(), Debit(), Noon);

    /// <summary>40 fen were debited.</summary>
    public static Order DebitedOrder()
        => Moved(DebitingOrder(), new SettleCapture(1, Noon), Noon);

    /// <summary>It is to end, and the channel has not said that it did.</summary>
    public static Order UnsigningOrder() => Moved(SignedOrder(), new RequestUnsign(), Noon);

    public static Order EndedOrder() => Moved(SignedOrder(), EndOf(), Noon);

    public static EndAgreement EndOf(
        int attempt = 1, string account = Account, string number = "T1")
        => new(attempt, account, number, Noon);

    public static RequestDebit Debit(string number = "D-1", long fen = 40)
        => new(number, Money.OfFen(fen));

    public static readonly TimeSpan HoldFor = TimeSpan.FromDays(7);

    public static PaymentTerms HoldTerms(long fen = 100)
        => Terms(fen) with { Hold = new HoldTerms(HoldFor) };

    /// <summary>The payer has not authorised yet.</summary>
    public static Order HoldOrder(LateSuccess late = default)
        => Moved(
            Moved(null, Create(HoldTerms(), late), Noon), new OpenAttempt(Product, Account), Noon);

    /// <summary>100 fen are held.</summary>
    public static Order HeldOrder() => Moved(HoldOrder(), Success(), Noon);

    /// <summary>40 of them are being captured.</summary>
    public static Order CapturingOrder(bool final = false)
        => Moved(HeldOrder(), Capture(final: final), Noon);

    /// <summary>40 of them are captured.</summary>
    public static Order CapturedOrder(bool final = false)
        => Moved(CapturingOrder(final), new SettleCapture(1, Noon), Noon);

    /// <summary>40 of them are being let go.</summary>
    public static Order ReleasingOrder()
        => Moved(HeldOrder(), Release(fen: 40), Noon);

    /// <summary>A payment by card and code: the bank was asked for a code.</summary>
    public static Order AskedKCode() => Moved(Order(), RequestKCode(), Noon);

    /// <summary>The payer has the code.</summary>
    public static Order SentKCode() => Moved(AskedKCode(), new ConfirmKCode(1), Noon);

    /// <summary>The payer entered it.</summary>
    public static Order TriedKCode() => Moved(SentKCode(), new TryKCode("P-1"), Noon);

    /// <summary>Wrong codes were entered as often as may be.</summary>
    public static Order ExhaustedKCode() => ExhaustedKCodeMove().Order;

    /// <summary>The same, and what happened last.</summary>
    public static (Order Order, OrderEvent How) ExhaustedKCodeMove()
    {
        var (order, how) = (SentKCode(), default(OrderEvent));
        for (var i = 1; i <= KCodeRules.MaxTries; i++)
        {
            order = Moved(order, new TryKCode($"P-{i}"), Noon);
            var wrong = OrderRules.Decide(order, new FailKCode(1, $"P-{i}"), Noon)
                .ShouldBeOfType<Moved>();
            (order, how) = (wrong.Order, wrong.Event);
        }

        return (order, how);
    }

    public static RequestKCode RequestKCode(string number = "K-1")
        => new(number, KCodeProduct, Account);

    public static RequestCapture Capture(
        string number = "C-1", long fen = 40, bool final = false)
        => new(number, Money.OfFen(fen), final);

    public static RequestRelease Release(string number = "V-1", long? fen = null)
        => new(number, fen is { } part ? Money.OfFen(part) : null);

    public static RequestRefund Refund(
        string number = "R-1", long fen = 40, string? reason = null)
        => new(number, Money.OfFen(fen), reason);

    public static Revoke Revoke(RevokedPayment? refunded = null, int attempt = 1)
        => new(attempt, Account, refunded);

    public static RevokedPayment GivenBack(string trade = "T1")
        => new(trade, Noon.AddSeconds(2));

    public static Succeed Success(
        int attempt = 1, long fen = 100, string account = Account, string trade = "T1")
        => new(attempt, account, Money.OfFen(fen), trade, Noon);

    public static Order Moved(Order? order, OrderCommand command, DateTimeOffset now)
        => OrderRules.Decide(order, command, now).ShouldBeOfType<Moved>().Order;
}
