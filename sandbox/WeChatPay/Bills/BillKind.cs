namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Which rows and columns a trade bill has.</summary>
internal enum BillKind
{
    /// <summary>Payments, refunds and reverses.</summary>
    All,

    /// <summary>Payments.</summary>
    Success,

    /// <summary>Refunds.</summary>
    Refund,
}
