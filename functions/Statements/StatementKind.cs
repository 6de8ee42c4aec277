namespace PayFunctions.Statements;

/// <summary>What moved a merchant's money.</summary>
internal enum StatementKind
{
    /// <summary>An order was paid.</summary>
    Payment,

    /// <summary>Money went back, or is on its way back, to the payer.</summary>
    Refund,

    /// <summary>A refund failed: its money is the merchant's again.</summary>
    RefundFailed,
}
