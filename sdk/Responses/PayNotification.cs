using System.Globalization;

namespace PayFunctions.Sdk;

/// <summary>A notification from the gateway: the word on which goods are shipped.</summary>
/// <remarks>
/// The same <see cref="NotifyId"/> comes again until it is answered, and sometimes after: handle it
/// so that a second time changes nothing, by <see cref="PayResponse.OrderVersion"/>. Ask
/// <see cref="IsRefund"/> first: a refund speaks of a paid order too.
/// </remarks>
public sealed class PayNotification : PayResponse
{
    internal const string RefundType = "REFUND";
    internal const string AuthorizationType = "AUTHORIZATION";
    internal const string ReleaseType = "RELEASE";
    internal const string AgreementType = "AGREEMENT";
    internal const string AgreementEndType = "AGREEMENT_END";

    private const string China = "+08:00";

    internal PayNotification(IReadOnlyDictionary<string, string> parameters)
        : base(parameters)
    {
        NotifyId = Text("notify_id");
        NotifyTime = ChinaTime("notify_time") ?? throw new FormatException("notify_time");
        NotifyType = Text("notify_type");
        TimeEnd = ChinaTime("time_end");
        if (IsRefund || IsRelease)
        {
            RefundId = Text("refund_id");
            RefundFee = Number("refund_fee");
            RefundState = RefundStateWord.Read(Text("refund_state"));
            RefundOrigin = RefundOriginWord.Read(Text("refund_origin"));
            TimeRefund = ChinaTime("time_refund");
        }
    }

    /// <summary>The notification's id, the same at every attempt.</summary>
    public string NotifyId { get; }

    /// <summary>When the notification was made, at UTC+8.</summary>
    public DateTimeOffset NotifyTime { get; }

    /// <summary>
    /// What it is about: <c>PAYMENT</c>, <c>REFUND</c>, <c>AUTHORIZATION</c>, <c>RELEASE</c>,
    /// <c>AGREEMENT</c> or <c>AGREEMENT_END</c>.
    /// </summary>
    public string NotifyType { get; }

    /// <summary>
    /// True when a refund ended, well or not: the refund's fields are then there, and
    /// <see cref="IsRefundSuccessful"/> tells how. False for news of a payment.
    /// </summary>
    public bool IsRefund => NotifyType is RefundType;

    /// <summary>True when an amount is held now: nothing is paid.</summary>
    public bool IsAuthorization => NotifyType is AuthorizationType;

    /// <summary>
    /// True when the release of a part of a hold ended, well or not: the refund's fields tell of
    /// it.
    /// </summary>
    public bool IsRelease => NotifyType is ReleaseType;

    /// <summary>
    /// True when an agreement is signed: its numbers stand as those of an order, the channel's own
    /// in <see cref="ChannelTradeNo"/>. Nothing is paid.
    /// </summary>
    public bool IsAgreement => NotifyType is AgreementType;

    /// <summary>True when an agreement is over.</summary>
    public bool IsAgreementEnd => NotifyType is AgreementEndType;

    /// <summary>
    /// How it was paid, such as <c>alipay_page</c>; of a refund, how that money had been paid. Null
    /// when not yet known.
    /// </summary>
    public string? Channel => Optional("channel");

    /// <summary>The channel's own number of that payment; null when not yet known.</summary>
    public string? ChannelTradeNo => Optional("channel_trade_no");

    /// <summary>What the merchant attached to the payment; null when nothing was.</summary>
    public string? Attach => Optional("attach");

    /// <summary>When the payment ended, at UTC+8; null while it has not.</summary>
    public DateTimeOffset? TimeEnd { get; }

    /// <summary>The gateway's number of the refund; null unless about one.</summary>
    public string? RefundId { get; }

    /// <summary>
    /// The merchant's own number of the refund; null unless about one that the merchant wanted.
    /// </summary>
    public string? OutRequestNo => IsRefund || IsRelease ? Optional("out_request_no") : null;

    /// <summary>How much goes back, in fen; null unless about a refund.</summary>
    public long? RefundFee { get; }

    /// <summary>What became of the refund; null unless about one.</summary>
    public RefundState? RefundState { get; }

    /// <summary>Who wanted the refund; null unless about one.</summary>
    public RefundOrigin? RefundOrigin { get; }

    /// <summary>The channel's own number of the refund; null when it has none.</summary>
    public string? ChannelRefundNo => IsRefund || IsRelease ? Optional("channel_refund_no") : null;

    /// <summary>When the refund was over, at UTC+8; null unless about one.</summary>
    public DateTimeOffset? TimeRefund { get; }

    /// <summary>True when it is about a refund and the money went back.</summary>
    /// <returns>
    /// Whether <see cref="RefundState"/> is <see cref="RefundState.Success"/>.
    /// </returns>
    public bool IsRefundSuccessful() => RefundState is Sdk.RefundState.Success;

    private DateTimeOffset? ChinaTime(string name)
        => Optional(name) is { } text
            ? DateTimeOffset.ParseExact(
                text + China, "yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture)
            : null;
}
