namespace PayFunctions.Channels.Abc;

/// <summary>What an account's requests say, in the bank's own codes.</summary>
internal sealed record AbcTerms
{
    /// <summary>PaymentType: what the payer may pay with.</summary>
    public required string PaymentType { get; init; }

    /// <summary>UnionPayLinkType: said for UnionPay on a phone only.</summary>
    public required string UnionPayLinkType { get; init; }

    /// <summary>CommodityType: what is sold, four digits.</summary>
    public required string CommodityType { get; init; }

    /// <summary>NotifyType: 0 the payer's browser tells us, 1 the bank's server does.</summary>
    public required string NotifyType { get; init; }

    /// <summary>Whether the bank is given our address with http in place of https.</summary>
    public required bool NotifiesByHttp { get; init; }

    /// <summary>ReceiveAccount: where a platform merchant is paid; empty as a rule.</summary>
    public required string ReceiveAccount { get; init; }

    /// <summary>ReceiveAccName: whose account that is; empty as a rule.</summary>
    public required string ReceiveAccName { get; init; }

    /// <summary>MerRefundAccountNo: what refunds are taken from; empty as a rule.</summary>
    public required string RefundAccountNo { get; init; }

    /// <summary>MerRefundAccountName: whose account that is; empty as a rule.</summary>
    public required string RefundAccountName { get; init; }

    /// <summary>Whether a refund of what was captured names the hold, and not the capture: the
    /// documents do not say.</summary>
    public required bool RefundsByHold { get; init; }

    /// <summary>CardType: what an agreement may debit.</summary>
    public required string AgreementCardType { get; init; }

    /// <summary>Whether the end of an agreement is asked for under a number of its own, and not
    /// under that of its signing: the documents do not say.</summary>
    public required bool UnsignsByOwnNumber { get; init; }

    /// <summary>Whether what the merchant sends together goes to the bank together.</summary>
    public required bool UsesBatches { get; init; }

    /// <summary>RefundType.</summary>
    public required string RefundType { get; init; }
}
