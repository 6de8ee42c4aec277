using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Alipay;

/// <summary>Orders and numbers for these tests.</summary>
internal static class An
{
    /// <summary>2026-01-02 03:04:05 in China.</summary>
    public static readonly DateTimeOffset Now = new(2026, 1, 1, 19, 4, 5, TimeSpan.Zero);

    public static readonly OrderId Id = OrderId.Of("shop", "T20260102000001");

    public static readonly ChannelOrderNo Number = new(Id, 1);

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
            order ?? Order(),
            new Attempt(1, product, account, AttemptState.Open, Now, AskAt: null),
            new Uri("https://pay.example.com/notify/alipay/main?x=1&y=2"),
            new Uri($"https://pay.example.com/return/alipay/{Id}"),
            Now);
}
