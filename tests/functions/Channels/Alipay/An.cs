using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Alipay;

/// <summary>Orders and numbers for these tests.</summary>
internal static class An
{
    public const string TradeNo = "2026010222001455611400000001";

    /// <summary>2026-01-02 03:04:05 in China.</summary>
    public static readonly DateTimeOffset Now = new(2026, 1, 1, 19, 4, 5, TimeSpan.Zero);

    public static readonly OrderId Id = OrderId.Of("shop", "T20260102000001");

    public static readonly ChannelOrderNo Number = new(Id, 1);

    public static readonly ChannelRefundNo RefundNumber = new(Id, 1);

    public static readonly TradeReference Trade = TradeOf();

    private static readonly Uri NotifyUrl
        = new("https://pay.example.com/notify/alipay/main?x=1&y=2");

    public static Order Order(
        string subject = "测试商品", string? body = null, long fen = 8888, TimeSpan? lifetime = null)
        => new()
        {
            Id = Id,
            AppId = "shop",
            OutTradeNo = "T20260102000001",
            Terms = new PaymentTerms(
                Money.OfFen(fen), subject, body, Attach: null, "https://shop.example.com/notify",
                ReturnUrl: null, Product: null, lifetime ?? TimeSpan.FromHours(2)),
            LateSuccess = LateSuccess.Revive,
            State = OrderState.UserPaying,
            Version = 2,
            CreatedAt = Now,
        };

    public static PageRequest PageRequest(
        Order? order = null, string product = "alipay_page", string account = "main")
        => new(
            order ?? Order(), Attempt(product, account), NotifyUrl,
            new Uri($"https://pay.example.com/return/alipay/{Id}"), Now);

    public static ChargeRequest ChargeRequest(
        string code = "281234567890123456", Order? order = null, string account = "main")
        => new(
            order ?? Order(), Attempt("alipay_barcode", account),
            PayerCode.Of(code).ShouldNotBeNull(), NotifyUrl, Now);

    public static RefundRequest RefundRequest(
        long fen = 880, string? reason = "正常退款", string account = "main",
        DateTimeOffset? requestedAt = null)
        => new(
            TradeOf(account), TradeNo, RefundNumber, Money.OfFen(8888), Money.OfFen(fen), reason,
            requestedAt ?? Now.AddMinutes(-1), NotifyUrl);

    public static TradeReference TradeOf(string account = "main")
        => new(account, "alipay_page", Number, Now, Money.OfFen(8888));

    private static Attempt Attempt(string product, string account)
        => new(1, product, account, AttemptState.Open, Now, AskAt: null);
}
