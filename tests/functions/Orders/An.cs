using PayFunctions.Orders;

namespace PayFunctions.Tests.Orders;

/// <summary>Orders for tests: what is not named does not matter.</summary>
internal static class An
{
    public const string Product = "alipay_page";
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

    public static Order PaidOrder() => Moved(OpenOrder(), Success(), Noon);

    public static Order ClosedOrder(LateSuccess late)
        => Moved(OpenOrder(late), new Close([1]), Noon);

    public static Order FailedOrder()
        => Moved(OpenOrder(), new Decline(1, Account), Noon);

    public static Order RevokedOrder(LateSuccess late)
        => Moved(OpenOrder(late), new Revoke(1, Account, Refunded: null), Noon);

    public static Order CancellingOrder()
        => Moved(OpenOrder(), new BeginCancel(1), Noon);

    public static Order RefundingOrder()
        => Moved(PaidOrder(), new RequestRefund("R-1", Money.OfFen(40), null), Noon);

    public static Order RefundedOrder()
        => Moved(RefundingOrder(), new SettleRefund(1, "C1", Noon), Noon);

    public static Succeed Success(
        int attempt = 1, long fen = 100, string account = Account, string trade = "T1")
        => new(attempt, account, Money.OfFen(fen), trade, Noon);

    public static Order Moved(Order? order, OrderCommand command, DateTimeOffset now)
        => OrderRules.Decide(order, command, now).ShouldBeOfType<Moved>().Order;
}
