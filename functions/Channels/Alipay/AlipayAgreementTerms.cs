namespace PayFunctions.Channels.Alipay;

/// <summary>What an account's agreements say, and how they are understood.</summary>
internal sealed record AlipayAgreementTerms
{
    /// <summary>The product that debits by a plan: the page is told the plan.</summary>
    public const string Cycle = "CYCLE_PAY_AUTH";

    /// <summary>The product that debits when there is cause.</summary>
    public const string General = "GENERAL_WITHHOLDING";

    /// <summary>The product of signing and of debits, as the contract with Alipay names it.
    /// </summary>
    public required string ProductCode { get; init; }

    /// <summary>The scene that the contract allows.</summary>
    public required string Scene { get; init; }

    /// <summary>Whether the status STOP says that an agreement is over. The documents do not say
    /// whether it comes back.</summary>
    public required bool StopIsEnd { get; init; }

    /// <summary>The payer's side of the product.</summary>
    public string PersonalProductCode => $"{ProductCode}_P";

    /// <summary>Whether debits follow a plan.</summary>
    public bool IsCycle => ProductCode is Cycle;
}
