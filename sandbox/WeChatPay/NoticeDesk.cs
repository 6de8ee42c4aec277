using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Writes what merchants are told: encrypted, then signed anew at every attempt.</summary>
internal sealed class NoticeDesk(Merchants merchants, KeyRing ring, FaultPlan faults)
{
    private const int NoiseLength = 64;

    private static readonly TimeSpan TooOld = TimeSpan.FromMinutes(10);

    /// <summary>That a trade was paid; null where nobody is told.</summary>
    public Notification? OfPayment(Trade trade)
        => trade.Paid is not { } paid ? null : Of(trade.Order, trade.Order.NotifyUrl, new(
            trade.NotifyId, paid, "TRANSACTION.SUCCESS", "支付成功", "transaction",
            OrderView.Of(trade with { Status = TradeStatus.Paid, Refunds = [] })));

    /// <summary>How a refund ended; null where it has not, or nobody is told.</summary>
    /// <param name="trade">Its trade.</param>
    /// <param name="refund">The refund.</param>
    /// <param name="now">When it ended.</param>
    public Notification? OfRefund(Trade trade, Refund refund, DateTimeOffset now)
        => refund.Status is RefundStatus.Processing ? null : Of(trade.Order, refund.NotifyUrl, new(
            refund.NotifyId, refund.Succeeded ?? now, $"REFUND.{refund.WireStatus}",
            refund.Status switch
            {
                RefundStatus.Success => "退款成功",
                RefundStatus.Closed => "退款关闭",
                _ => "退款异常",
            },
            "refund", RefundView.Told(trade, refund)));

    private Notification? Of(PayOrder order, string address, Notice notice)
        => address.Length == 0
            ? null
            : new(order.OutTradeNo, (now, spoilt) => Write(order, address, notice, now, spoilt));

    private WireMessage Write(
        PayOrder order, string address, Notice notice, DateTimeOffset now, bool spoilt)
    {
        if (Meets(NoticeFault.Xml, order))
        {
            return new(HttpMethods.Post, address, "text/xml", Older(order));
        }

        var merchant = merchants.Of(order);
        var body = ApiJson.Write(Envelope(order, notice, merchant.Registered.ApiV3Key));
        return new(HttpMethods.Post, address, ApiJson.MediaType, body)
        {
            Headers = PlatformStamp.Of(
                ring.ForNotice(merchant), Meets(NoticeFault.Old, order) ? now - TooOld : now, body,
                spoilt ? StampHarm.OtherText : HarmOf(order)),
        };
    }

    private JsonObject Envelope(PayOrder order, Notice notice, string key)
    {
        var secret = Meets(NoticeFault.OtherKey, order) ? new string([.. key.Reverse()]) : key;
        var resource = ApiCipher.Seal(
            secret, ApiJson.Write(notice.Plain), notice.Kind, Meets(NoticeFault.WrongTag, order));
        resource["original_type"] = notice.Kind;
        return new()
        {
            ["id"] = notice.Id,
            ["create_time"] = ApiJson.Time(notice.Moment),
            ["resource_type"] = "encrypt-resource",
            ["event_type"] = notice.Event,
            ["summary"] = notice.Summary,
            ["resource"] = resource,
        };
    }

    private StampHarm HarmOf(PayOrder order)
        => Meets(NoticeFault.Probe, order) ? StampHarm.Probe
            : Meets(NoticeFault.Stranger, order) ? StampHarm.Stranger
            : Meets(NoticeFault.UnknownSerial, order) ? StampHarm.UnknownSerial
            : StampHarm.None;

    private bool Meets(string kind, PayOrder order)
        => faults.Take(kind, outTradeNo: order.OutTradeNo) is not null;

    /// <summary>Its req_info is noise: nobody here is meant to open it.</summary>
    private static byte[] Older(PayOrder order)
        => Encoding.UTF8.GetBytes(
            "<xml><return_code>SUCCESS</return_code>"
            + $"<appid><![CDATA[{order.Identity.AppId}]]></appid>"
            + $"<mch_id><![CDATA[{order.Party.MchId}]]></mch_id><nonce_str>n</nonce_str><req_info>"
            + Convert.ToBase64String(RandomNumberGenerator.GetBytes(NoiseLength))
            + "</req_info></xml>");

    private sealed record Notice(
        string Id, DateTimeOffset Moment, string Event, string Summary, string Kind,
        JsonObject Plain);
}
