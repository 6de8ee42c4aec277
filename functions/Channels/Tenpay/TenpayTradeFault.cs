namespace PayFunctions.Channels.Tenpay;

/// <summary>Why a message does not say everything about a trade of ours.</summary>
internal enum TenpayTradeFault
{
    /// <summary>It names another merchant, or none.</summary>
    MerchantDiffers,

    /// <summary>Its out_trade_no is none of ours.</summary>
    NumberUnknown,

    /// <summary>trade_mode, trade_state, an amount, transaction_id or time_end is missing or
    /// cannot be read.</summary>
    FieldInvalid,

    /// <summary>It is about an escrow trade, and we open none.</summary>
    Escrow,
}
