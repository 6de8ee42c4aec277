using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>What a request orders; a trade comes of it when the payer acts.</summary>
internal sealed record PayOrder : ICheckoutOrder
{
    /// <summary>For whom.</summary>
    public required Merchant Merchant { get; init; }

    /// <summary>By which method.</summary>
    public required string Method { get; init; }

    /// <summary>The merchant's number, unique for a seller.</summary>
    public required string OutTradeNo { get; init; }

    /// <summary>The amount in fen.</summary>
    public required long Fen { get; init; }

    /// <summary>What the payer reads.</summary>
    public required string Subject { get; init; }

    /// <summary>More of it; empty where absent.</summary>
    public required string Body { get; init; }

    /// <summary>Given back unchanged; empty where absent.</summary>
    public required string PassbackParams { get; init; }

    /// <summary>The merchant's store; empty where absent, as the next two.</summary>
    public required string StoreId { get; init; }

    /// <summary>Who stood at the till.</summary>
    public required string OperatorId { get; init; }

    /// <summary>The till.</summary>
    public required string TerminalId { get; init; }

    /// <summary>Where notifications go; empty for none.</summary>
    public required string NotifyUrl { get; init; }

    /// <summary>Where the payer goes after paying; empty for nowhere.</summary>
    public required string ReturnUrl { get; init; }

    /// <summary>Where a phone's payer goes without paying; empty for nowhere.</summary>
    public required string QuitUrl { get; init; }

    /// <summary>The request's charset as written: notifications use it.</summary>
    public required string CharsetName { get; init; }

    /// <summary>The last moment to pay, where the order names one.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>How long a trade lives from the payer's first act.</summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>Until when a QR code can be scanned; null where there is none.</summary>
    public DateTimeOffset? CodeExpires { get; init; }

    /// <summary>Whether its payer is asked to confirm and never will.</summary>
    public bool IsNeverConfirmed { get; init; }

    /// <summary>The store's name, as this world names stores; empty without a store.</summary>
    public string StoreName => StoreId.Length == 0 ? string.Empty : $"门店 {StoreId}";

    /// <summary>Whether another order under the same number is the same one.</summary>
    public bool IsSame(PayOrder other)
        => Fen == other.Fen && string.Equals(Subject, other.Subject, StringComparison.Ordinal);
}
