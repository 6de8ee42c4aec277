using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc;

/// <summary>What a PayReq orders.</summary>
internal sealed record PayOrder : ICheckoutOrder
{
    /// <summary>Who is paid.</summary>
    public required string MerchantId { get; init; }

    /// <summary>OrderNo, unique for its merchant.</summary>
    public required string OutTradeNo { get; init; }

    /// <summary>Whether the amount is only held: PayTypeID PreAuthPay.</summary>
    public required bool IsHold { get; init; }

    /// <summary>Whether nobody has to pay it: an AgentPay.</summary>
    public bool IsDebit { get; init; }

    /// <summary>What kind of order a question calls it.</summary>
    public string PayType => IsHold ? "PreAuthPay" : IsDebit ? "AgentPay" : "ImmediatePay";

    /// <summary>OrderAmount in fen.</summary>
    public required long Fen { get; init; }

    /// <summary>The first ProductName.</summary>
    public required string Subject { get; init; }

    /// <summary>OrderDesc; empty where absent.</summary>
    public required string Description { get; init; }

    /// <summary>OrderDate and OrderTime, as they came.</summary>
    public required (string Date, string Time) At { get; init; }

    /// <summary>orderTimeoutDate, where there is one.</summary>
    public required DateTimeOffset? Deadline { get; init; }

    /// <summary>PaymentLinkType.</summary>
    public required string LinkType { get; init; }

    /// <summary>CommodityType.</summary>
    public required string Commodity { get; init; }

    /// <summary>MerchantRemarks, given back with the notification.</summary>
    public required string Remarks { get; init; }

    /// <summary>Whether the bank's server notifies, and not the payer's browser.</summary>
    public required bool ServerNotifies { get; init; }

    /// <summary>ResultNotifyURL.</summary>
    public required string NotifyUrl { get; init; }

    /// <inheritdoc/>
    public string QuitUrl => string.Empty;
}
