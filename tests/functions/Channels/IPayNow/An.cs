using System.Net;
using PayFunctions.Channels;
using PayFunctions.Channels.IPayNow;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.IPayNow;

/// <summary>Orders and numbers for these tests.</summary>
internal static class An
{
    /// <summary>2024-01-02 10:11:12 in China.</summary>
    public static readonly DateTimeOffset Now = new(2024, 1, 2, 2, 11, 12, TimeSpan.Zero);

    public static readonly OrderId Id = OrderId.Of("shop", "T20240102000001");

    public static readonly ChannelOrderNo Number = new(Id, 1);

    public static readonly ChannelRefundNo RefundNumber = new(Id, 1);

    public static readonly TradeReference Trade = Reference(IPayNowProduct.Qr);

    public static TradeReference Reference(string product)
        => new("main", product, Number, Now, Money.OfFen(1234));

    public static Order Order(
        string subject = "测试商品", string? body = null, long fen = 1234,
        TimeSpan? lifetime = null)
        => new()
        {
            Id = Id,
            AppId = "shop",
            OutTradeNo = "T20240102000001",
            Terms = new PaymentTerms(
                Money.OfFen(fen), subject, body, Attach: null, "https://shop.example.com/notify",
                ReturnUrl: null, Product: null, lifetime ?? TimeSpan.FromMinutes(30)),
            LateSuccess = LateSuccess.Revive,
            State = OrderState.UserPaying,
            Version = 2,
            CreatedAt = Now,
        };

    public static PageRequest PageRequest(
        string product = IPayNowProduct.Page, Order? order = null, string? payer = null,
        TimeSpan openedAfter = default, TimeSpan askedAfter = default)
        => new(
            order ?? Order(),
            Attempt(product, openedAfter),
            NotifyUrl,
            new Uri($"https://pay.example.com/return/ipaynow/{Id}"),
            Now + openedAfter + askedAfter,
            payer is null ? null : IPAddress.Parse(payer));

    public static ChargeRequest ChargeRequest(string code = "281038179378625252")
        => new(
            Order(), Attempt(IPayNowProduct.Barcode, default), PayerCode.Of(code)!, NotifyUrl,
            Now);

    public static RefundRequest RefundRequest(string? reason = "test", long fen = 200)
        => new(
            Trade, "200301202401021011120000001", RefundNumber, Money.OfFen(1234),
            Money.OfFen(fen), reason, Now + TimeSpan.FromDays(1), NotifyUrl);

    private static Uri NotifyUrl { get; } = new("https://pay.example.com/notify/ipaynow/main");

    private static Attempt Attempt(string product, TimeSpan openedAfter)
        => new(1, product, "main", AttemptState.Open, Now + openedAfter, AskAt: null);
}
