using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>What a page request orders; a trade comes of it when the payer acts.</summary>
internal sealed record PayOrder : ICheckoutOrder
{
    /// <summary>Who asked.</summary>
    public required Merchant Merchant { get; init; }

    /// <summary>The merchant's number, unique for ever.</summary>
    public required string OutTradeNo { get; init; }

    /// <summary>The amount in fen.</summary>
    public required long Fen { get; init; }

    /// <summary>What the payer reads.</summary>
    public required string Subject { get; init; }

    /// <summary>Given back unchanged; empty where absent.</summary>
    public required string Attach { get; init; }

    /// <summary>The bank; DEFAULT for the cashier.</summary>
    public required string BankType { get; init; }

    /// <summary>The part of the amount that is for transport.</summary>
    public required long TransportFee { get; init; }

    /// <summary>Where notifications go.</summary>
    public required string NotifyUrl { get; init; }

    /// <summary>Where the payer goes after paying.</summary>
    public required string ReturnUrl { get; init; }

    /// <summary>The request's charset as written: notifications use it.</summary>
    public required string CharsetName { get; init; }

    /// <summary>The last moment to pay, where the order names one.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <inheritdoc/>
    public string QuitUrl => string.Empty;

    /// <summary>Whether another order under the same number is the same one.</summary>
    public bool IsSame(PayOrder other)
        => Fen == other.Fen && TransportFee == other.TransportFee
            && string.Equals(Subject, other.Subject, StringComparison.Ordinal);
}
