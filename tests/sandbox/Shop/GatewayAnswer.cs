using System.Text.Json;
using PayFunctions.Sandbox.Shop;

namespace PayFunctions.Tests.Sandbox.Shop;

/// <summary>What the gateway says, in the words of the wire.</summary>
internal sealed record GatewayAnswer(int Status, string ContentType, string Json)
{
    public const string TransactionId = "0123456789ABCDEFGHJKMNPQRS";

    private const string Time = "2026-03-01T12:00:00Z";

    private static readonly JsonSerializerOptions SnakeCase = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>A payment was created, with a code or without.</summary>
    public static GatewayAnswer Created(ShopOrder order, string? codeUrl)
        => Of(new
        {
            TransactionId,
            order.OutTradeNo,
            TradeState = "NOTPAY",
            TotalFee = order.Product.Fen,
            FeeType = "CNY",
            PayUrl = "http://127.0.0.1:7071/cashier/1",
            ExpiresAt = Time,
            OrderVersion = 1,
            RequestId = "r-1",
            CodeUrl = codeUrl,
        });

    /// <summary>An order as it stands.</summary>
    public static GatewayAnswer Order(
        string outTradeNo, string state, int version, params GatewayRefund[] refunds)
        => Of(new
        {
            TransactionId,
            OutTradeNo = outTradeNo,
            TradeState = state,
            TotalFee = 3_650,
            FeeType = "CNY",
            Subject = "青瓷杯",
            Channel = "alipay_barcode",
            TimeCreated = Time,
            TimeExpire = Time,
            OrderVersion = version,
            RequestId = "r-2",
            Refunds = refunds.Select(r => new
            {
                r.RefundId,
                r.OutRequestNo,
                RefundFee = r.Fen,
                RefundState = r.State,
                RefundOrigin = r.Origin,
                TimeRequested = Time,
            }),
        });

    /// <summary>A refund as it stands.</summary>
    public static GatewayAnswer Refund(string outTradeNo, GatewayRefund refund, int version)
        => Of(new
        {
            refund.RefundId,
            refund.OutRequestNo,
            RefundFee = refund.Fen,
            RefundState = refund.State,
            RefundOrigin = refund.Origin,
            TimeRequested = Time,
            TransactionId,
            OutTradeNo = outTradeNo,
            TotalFee = 3_650,
            FeeType = "CNY",
            OrderVersion = version,
            RequestId = "r-3",
        });

    /// <summary>A refusal.</summary>
    public static GatewayAnswer Problem(int status, string code)
        => new(
            status, "application/problem+json",
            $$"""{"code":"{{code}}","detail":"Do <this>.","request_id":"r-4"}""");

    private static GatewayAnswer Of<T>(T answer)
        => new(200, "application/json", JsonSerializer.Serialize(answer, SnakeCase));
}
