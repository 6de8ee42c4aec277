using System.Net;
using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.WeChatPay;

/// <summary>Orders and numbers for these tests.</summary>
internal static class A
{
    public const string TradeNo = "4200009999202601020000000001";

    /// <summary>2026-01-02 03:04:05 in China.</summary>
    public static readonly DateTimeOffset Now = new(2026, 1, 1, 19, 4, 5, TimeSpan.Zero);

    public static readonly OrderId Id = OrderId.Of("shop", "T20260102000001");

    public static readonly ChannelOrderNo Number = new(Id, 1);

    public static readonly ChannelRefundNo RefundNumber = new(Id, 1);

    public static readonly TradeReference Trade = TradeOf("wechatpay_native");

    public static readonly TradeReference CodeTrade = TradeOf("wechatpay_code");

    private static readonly Uri NotifyUrl = new("https://pay.example.com/notify/wechatpay/main");

    public static Order Order(
        string subject = "测试商品", long fen = 8888, TimeSpan? lifetime = null,
        string? payer = null)
        => new()
        {
            Id = Id,
            AppId = "shop",
            OutTradeNo = "T20260102000001",
            Terms = new PaymentTerms(
                Money.OfFen(fen), subject, Body: null, Attach: null,
                "https://shop.example.com/notify", ReturnUrl: null, Product: null,
                lifetime ?? TimeSpan.FromHours(2), PayerId: payer),
            LateSuccess = LateSuccess.Revive,
            State = OrderState.UserPaying,
            Version = 2,
            CreatedAt = Now,
        };

    public static PageRequest PageRequest(
        string product, Order? order = null, string? address = "203.0.113.9",
        TimeSpan after = default, Uri? notifyUrl = null)
        => new(
            order ?? Order(), Attempt(product), notifyUrl ?? NotifyUrl,
            new Uri($"https://pay.example.com/return/wechatpay/{Id}"), Now + after,
            address is null ? null : IPAddress.Parse(address));

    public static ChargeRequest ChargeRequest(
        string code = "130000000000000000", Order? order = null)
        => new(
            order ?? Order(), Attempt("wechatpay_code"), PayerCode.Of(code).ShouldNotBeNull(),
            NotifyUrl, Now);

    public static RefundRequest RefundRequest(
        long fen = 880, string? reason = "顾客取消", string tradeNo = TradeNo)
        => new(
            Trade, tradeNo, RefundNumber, Money.OfFen(8888), Money.OfFen(fen), reason,
            Now.AddMinutes(-1), NotifyUrl);

    public static TradeReference TradeOf(string product, TimeSpan ago = default)
        => new("main", product, Number, Now - ago, Money.OfFen(1234));

    private static Attempt Attempt(string product)
        => new(1, product, "main", AttemptState.Open, Now, AskAt: null);
}
