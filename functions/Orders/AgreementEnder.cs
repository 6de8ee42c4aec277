namespace PayFunctions.Orders;

/// <summary>Who ends an agreement.</summary>
internal enum AgreementEnder
{
    /// <summary>The merchant asked for it.</summary>
    Merchant,

    /// <summary>The payer, or the channel: we were told.</summary>
    Channel,

    /// <summary>Its time is up.</summary>
    Time,
}
