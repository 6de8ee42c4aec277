using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using PayFunctions.Orders;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>What we say to WeChat Pay about trades and refunds that exist.</summary>
internal static class WeChatPayMessages
{
    /// <summary>The longest address of ours that is taken.</summary>
    public const int UrlMax = 255;

    private const string Refunds = "/v3/refund/domestic/refunds";
    private const int ReasonBytesMax = 80;

    // Nothing of it is shown in a page.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Asks about a trade by our number, the only one before it is paid.</summary>
    public static WeChatPayRequest Query(WeChatPayIdentity identity, ChannelOrderNo number)
        => WeChatPayRequest.Get($"{identity.Orders}/out-trade-no/{number}?{identity.Query}");

    /// <summary>Ends a trade.</summary>
    public static WeChatPayRequest Close(WeChatPayIdentity identity, ChannelOrderNo number)
        => Post($"{identity.Orders}/out-trade-no/{number}/close", identity.WriteMerchant);

    /// <summary>Undoes a payment by a code.</summary>
    public static WeChatPayRequest Reverse(WeChatPayIdentity identity, ChannelOrderNo number)
        => Post($"{identity.Orders}/out-trade-no/{number}/reverse", identity.Write);

    /// <summary>Gives money back. Its number makes a repetition harmless. The address of the
    /// notification is always said: without it the older interface's would come.</summary>
    public static WeChatPayRequest Refund(WeChatPayIdentity identity, RefundRequest request)
        => Post(Refunds, json =>
        {
            if (identity.IsPartner)
            {
                json.WriteString("sub_mchid", identity.SubMchId);
            }

            json.WriteString("out_trade_no", request.Trade.Number.ToString());
            json.WriteString("out_refund_no", request.Number.ToString());
            if (request.Reason is { Length: > 0 } reason)
            {
                json.WriteString("reason", WeChatPayText.Sayable(reason, ReasonBytesMax));
            }

            json.WriteString("notify_url", request.NotifyUrl.AbsoluteUri);
            json.WriteStartObject("amount");
            json.WriteNumber("refund", request.Total.Fen);
            json.WriteNumber("total", request.Paid.Fen);
            json.WriteString("currency", Money.Cny);
            json.WriteEndObject();
        });

    /// <summary>Asks about a refund.</summary>
    public static WeChatPayRequest QueryRefund(
        WeChatPayIdentity identity, ChannelRefundNo number)
        => WeChatPayRequest.Get(
            $"{Refunds}/{number}"
            + (identity.IsPartner ? $"?sub_mchid={identity.SubMchId}" : ""));

    /// <summary>Something to be done, with an object as its body.</summary>
    public static WeChatPayRequest Post(string target, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return WeChatPayRequest.Post(target, buffer.WrittenMemory);
    }
}
