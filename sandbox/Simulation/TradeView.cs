namespace PayFunctions.Sandbox.Simulation;

/// <summary>A trade as the control interface shows it. The JSON names are in snake case.</summary>
/// <param name="OutTradeNo">The merchant's number.</param>
/// <param name="State">unused, waiting, paid, declined, closed or refunded.</param>
/// <param name="TradeStatus">The state in the channel's own spelling.</param>
/// <param name="Fen">The amount.</param>
/// <param name="Subject">What is bought.</param>
/// <param name="TradeNo">The channel's number, where a trade exists.</param>
/// <param name="PhoneCode">The code that the payer's phone shows, where one was sent.</param>
/// <param name="PayUrl">The pay page, where there is one.</param>
/// <param name="Refunds">Oldest first.</param>
/// <param name="Notifications">Every attempt to notify, oldest first.</param>
/// <param name="Notification">The last message of them, exactly as sent.</param>
internal sealed record TradeView(
    string OutTradeNo,
    TradeState State,
    string TradeStatus,
    long Fen,
    string Subject,
    string? TradeNo,
    string? PhoneCode,
    string? PayUrl,
    IReadOnlyList<SimulatedRefund> Refunds,
    IReadOnlyList<NotificationAttempt> Notifications,
    MessageView? Notification);

/// <summary>A message as the control interface shows it.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Url">With its query.</param>
/// <param name="ContentType">Empty where there is no body.</param>
/// <param name="Headers">Further headers.</param>
/// <param name="Body">As text.</param>
internal sealed record MessageView(
    string Method,
    string Url,
    string ContentType,
    IReadOnlyDictionary<string, string> Headers,
    string Body)
{
    /// <summary>Shows a message.</summary>
    public static MessageView Of(WireMessage message)
        => new(
            message.Method, message.Url, message.ContentType,
            message.Headers.ToDictionary(StringComparer.Ordinal), message.Text);
}
