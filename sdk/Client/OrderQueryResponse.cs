namespace PayFunctions.Sdk;

/// <summary>An order as the gateway knows it now.</summary>
public sealed record OrderQueryResponse : ListedPayment
{
    /// <summary>The gateway's number of this call.</summary>
    public required string RequestId { get; init; }

    /// <summary>
    /// True when the order is paid and nothing was refunded. False for
    /// <see cref="TradeState.Refund"/>, as the word decides: a first part that goes back ends it.
    /// Ask <see cref="ListedPayment.IsPaid"/> whether it was ever paid.
    /// </summary>
    /// <returns>Whether <see cref="ListedPayment.TradeState"/> is
    /// <see cref="TradeState.Success"/>.</returns>
    public bool IsPaySuccessful() => TradeState is TradeState.Success;
}
