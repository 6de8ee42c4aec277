namespace PayFunctions.Sdk;

/// <summary>A debit as the gateway knows it now: a payment like any other.</summary>
public sealed record DebitResponse : ListedPayment
{
    /// <summary>The gateway's number of the agreement.</summary>
    public required string AgreementId { get; init; }

    /// <summary>The gateway's number of this call.</summary>
    public required string RequestId { get; init; }

    /// <summary>True when it is paid and nothing was refunded.</summary>
    /// <returns>Whether <see cref="ListedPayment.TradeState"/> is
    /// <see cref="TradeState.Success"/>.</returns>
    public bool IsPaySuccessful() => TradeState is TradeState.Success;
}
