namespace PayFunctions.Sandbox.Alipay;

/// <summary>A trade, or a pay page nobody has used, as the control interface shows it.</summary>
internal sealed record TradeView
{
    /// <summary>The status of a pay page without a trade.</summary>
    public const string NoTrade = "NO_TRADE";

    /// <summary>The merchant's number.</summary>
    public required string OutTradeNo { get; init; }

    /// <summary>Our number; null where no trade exists.</summary>
    public string? TradeNo { get; init; }

    /// <summary>The status, as on the wire or <see cref="NoTrade"/>.</summary>
    public required string TradeStatus { get; init; }

    /// <summary>Yuan.</summary>
    public required string TotalAmount { get; init; }

    /// <summary>What was bought.</summary>
    public required string Subject { get; init; }

    /// <summary>Where notifications go.</summary>
    public required string NotifyUrl { get; init; }

    /// <summary>
    /// Where the browser goes after paying, signed; null where unpaid or unnamed.
    /// </summary>
    public string? ReturnUrl { get; init; }

    /// <summary>The notification's identity.</summary>
    public string? NotifyId { get; init; }

    /// <summary>Every attempt to notify, oldest first.</summary>
    public required IReadOnlyList<NotificationAttempt> Notifications { get; init; }

    /// <summary>Shows a trade.</summary>
    public static TradeView OfTrade(
        Trade trade, string? returnUrl, IReadOnlyList<NotificationAttempt> attempts)
        => OfPage(trade.Order) with
        {
            TradeNo = trade.TradeNo,
            TradeStatus = trade.WireStatus,
            ReturnUrl = trade.Paid is null ? null : returnUrl,
            NotifyId = trade.NotifyId,
            Notifications = attempts,
        };

    /// <summary>Shows a page whose payer has not acted.</summary>
    public static TradeView OfPage(PayOrder order) => new()
    {
        OutTradeNo = order.OutTradeNo,
        TradeStatus = NoTrade,
        TotalAmount = Yuan.Format(order.Fen),
        Subject = order.Subject,
        NotifyUrl = order.NotifyUrl,
        Notifications = [],
    };
}
