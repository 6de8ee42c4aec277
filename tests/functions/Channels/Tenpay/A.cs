using System.Net;
using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Tenpay;

/// <summary>Orders, numbers and requests for these tests.</summary>
internal static class A
{
    public const string TradeNo = "1900009999202401020000000001";
    public const string RefundId = "1111900009999202401030000001";

    /// <summary>2024-01-02 10:11:12 in China.</summary>
    public static readonly DateTimeOffset Now = new(2024, 1, 2, 2, 11, 12, TimeSpan.Zero);

    public static readonly OrderId Id = OrderId.Of("shop", "T20240102000001");

    public static readonly ChannelOrderNo Number = new(Id, 1);

    public static readonly ChannelRefundNo RefundNumber = new(Id, 1);

    public static Order Order(string subject = "测试商品", long fen = 1234) => new()
    {
        Id = Id,
        AppId = "shop",
        OutTradeNo = "T20240102000001",
        Terms = new PaymentTerms(
            Money.OfFen(fen), subject, Body: null, Attach: null, "https://shop.example.com/notify",
            ReturnUrl: null, Product: null, TimeSpan.FromHours(2)),
        LateSuccess = LateSuccess.Revive,
        State = OrderState.UserPaying,
        Version = 2,
        CreatedAt = Now,
    };

    public static PageRequest Page(
        string account, Order? order = null, string? payer = "203.0.113.7",
        string notifyUrl = "https://pay.example.com/notify/tenpay/main")
        => new(
            order ?? Order(),
            new Attempt(1, "tenpay_page", account, AttemptState.Open, Now, AskAt: null),
            new Uri(notifyUrl),
            new Uri($"https://pay.example.com/return/tenpay/{Id}"),
            Now,
            payer is null ? null : IPAddress.Parse(payer));

    public static TradeReference Trade(string account)
        => new(account, "tenpay_page", Number, Now, Money.OfFen(1234));

    public static RefundRequest Refund(string account, long fen = 200)
        => new(
            Trade(account), TradeNo, RefundNumber, Money.OfFen(1234), Money.OfFen(fen),
            Reason: null, Now, new Uri("https://pay.example.com/notify/tenpay/main"));
}
