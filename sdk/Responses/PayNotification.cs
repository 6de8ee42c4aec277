using System.Globalization;

namespace PayFunctions.Sdk;

/// <summary>A notification from the gateway: the word on which goods are shipped.</summary>
/// <remarks>
/// The same <see cref="NotifyId"/> comes again until it is answered, and sometimes after: handle it
/// so that a second time changes nothing, by <see cref="PayResponse.OrderVersion"/>.
/// </remarks>
public sealed class PayNotification : PayResponse
{
    private const string China = "+08:00";

    internal PayNotification(IReadOnlyDictionary<string, string> parameters)
        : base(parameters)
    {
        NotifyId = Text("notify_id");
        NotifyTime = ChinaTime(Text("notify_time"));
        NotifyType = Text("notify_type");
        TimeEnd = Optional("time_end") is { } end ? ChinaTime(end) : null;
    }

    /// <summary>The notification's id, the same at every attempt.</summary>
    public string NotifyId { get; }

    /// <summary>When the notification was made, at UTC+8.</summary>
    public DateTimeOffset NotifyTime { get; }

    /// <summary>What it is about: <c>PAYMENT</c>.</summary>
    public string NotifyType { get; }

    /// <summary>How it was paid, such as <c>alipay_page</c>; null when not yet known.</summary>
    public string? Channel => Optional("channel");

    /// <summary>The channel's own number; null when not yet known.</summary>
    public string? ChannelTradeNo => Optional("channel_trade_no");

    /// <summary>What the merchant attached to the payment; null when nothing was.</summary>
    public string? Attach => Optional("attach");

    /// <summary>When the payment ended, at UTC+8; null while it has not.</summary>
    public DateTimeOffset? TimeEnd { get; }

    private static DateTimeOffset ChinaTime(string text)
        => DateTimeOffset.ParseExact(
            text + China, "yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture);
}
