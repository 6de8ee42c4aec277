namespace PayFunctions.Sandbox.Simulation;

/// <summary>
/// What a payer can do on a pay page. Each act answers null, or why it was refused in words for
/// the page; what the page shows anyway afterwards (paid, closed) is no refusal.
/// </summary>
internal interface ICashierDesk<in TOrder>
    where TOrder : class, ICheckoutOrder
{
    /// <summary>Whether the payer's bank can refuse at this channel.</summary>
    bool CanDecline => false;

    /// <summary>Where an order stands: only waiting, paid and closed matter here.</summary>
    TradeState StateOf(TOrder order);

    /// <summary>Where the payer's browser goes after paying; null for nowhere.</summary>
    WireMessage? Return(TOrder order);

    /// <summary>The payer comes and does not pay yet.</summary>
    string? Enter(TOrder order);

    /// <summary>The payer pays; the merchant is notified.</summary>
    string? Pay(TOrder order);

    /// <summary>The payer's bank refuses.</summary>
    string? Decline(TOrder order) => ISimulatedChannel.NoDecline;
}
