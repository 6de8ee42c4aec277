namespace PayFunctions.Channels.Alipay;

/// <summary>The columns of a bill that are read.</summary>
internal enum AlipayBillColumn
{
    /// <summary>Alipay's number of the trade.</summary>
    TradeNo,

    /// <summary>Ours.</summary>
    OutTradeNo,

    /// <summary>Payment or refund.</summary>
    Kind,

    /// <summary>When it was done.</summary>
    At,

    /// <summary>The amount of the order.</summary>
    Total,

    /// <summary>What of it the merchant received.</summary>
    Received,

    /// <summary>Our number of the refund.</summary>
    RequestNo,

    /// <summary>What Alipay kept.</summary>
    Fee,
}
