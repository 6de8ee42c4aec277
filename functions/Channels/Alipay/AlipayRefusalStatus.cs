using System.Collections.Frozen;

namespace PayFunctions.Channels.Alipay;

/// <summary>
/// Which refusals say for sure that an order was not paid by this call. What is not listed may have
/// been paid: it is asked about.
/// </summary>
internal static class AlipayRefusalStatus
{
    // Not here, for there may be a trade behind them: SYSTEM_ERROR, TRADE_HAS_SUCCESS,
    // TRADE_HAS_CLOSE, CONTEXT_INCONSISTENT, TRADE_BUYER_NOT_MATCH, TRADE_STATUS_ERROR,
    // TRADE_SETTLE_ERROR.
    private static readonly FrozenSet<string> Refusals = FrozenSet.Create(
        StringComparer.Ordinal,
        "INVALID_PARAMETER", "ACCESS_FORBIDDEN", "EXIST_FORBIDDEN_WORD", "PARTNER_ERROR",
        "TOTAL_FEE_EXCEED", "PAYMENT_AUTH_CODE_INVALID", "BUYER_BALANCE_NOT_ENOUGH",
        "BUYER_BANKCARD_BALANCE_NOT_ENOUGH", "ERROR_BALANCE_PAYMENT_DISABLE",
        "BUYER_SELLER_EQUAL", "BUYER_ENABLE_STATUS_FORBID", "PULL_MOBILE_CASHIER_FAIL",
        "MOBILE_PAYMENT_SWITCH_OFF", "PAYMENT_FAIL", "BUYER_PAYMENT_AMOUNT_DAY_LIMIT_ERROR",
        "BUYER_PAYMENT_AMOUNT_MONTH_LIMIT_ERROR", "BEYOND_PAY_RESTRICTION",
        "BEYOND_PER_RECEIPT_RESTRICTION", "BEYOND_PER_RECEIPT_SINGLE_RESTRICTION",
        "BEYOND_PER_RECEIPT_DAY_RESTRICTION", "SELLER_BEEN_BLOCKED",
        "ERROR_BUYER_CERTIFY_LEVEL_LIMIT", "PAYMENT_REQUEST_HAS_RISK",
        "NO_PAYMENT_INSTRUMENTS_AVAILABLE", "USER_FACE_PAYMENT_SWITCH_OFF", "INVALID_STORE_ID",
        "SUB_MERCHANT_CREATE_FAIL", "SUB_MERCHANT_TYPE_INVALID", "MERCHANT_AGREEMENT_NOT_EXIST",
        "MERCHANT_AGREEMENT_INVALID", "MERCHANT_STATUS_NOT_NORMAL", "BUYER_NOT_EXIST",
        "PAYER_UNMATCHED", "SELLER_NOT_EXIST", "PRODUCT_AMOUNT_LIMIT_ERROR",
        "REQUEST_AMOUNT_EXCEED", "NOW_TIME_AFTER_EXPIRE_TIME_ERROR", "RISK_MERCHANT_IP_NOT_EXIST",
        "AUTH_NO_ERROR", "AUTH_AMOUNT_NOT_ENOUGH", "AUTH_ORDER_NOT_PAID",
        "AUTH_ORDER_HAS_FINISHED", "AUTH_ORDER_HAS_CLOSED", "PRE_AUTH_PROD_CODE_INCONSISTENT",
        "AGREEMENT_NOT_EXIST", "AGREEMENT_INVALID", "AGREEMENT_STATUS_NOT_NORMAL",
        "AGREEMENT_ERROR", "CYCLE_PAY_DATE_NOT_MATCH", "CYCLE_PAY_SINGLE_FEE_EXCEED",
        "CYCLE_PAY_TOTAL_FEE_EXCEED", "CYCLE_PAY_TOTAL_TIMES_EXCEED", "OVER_MAX_DEDUCT_COUNT",
        "OVER_DEDUCT_PERIOD",
        "APPLY_PC_MERCHANT_CODE_ERROR", "DEFAULT_SETTLE_RULE_NOT_EXIST");

    /// <summary>
    /// Whether the refusal is for good: the business refused with a code of the list, or the
    /// gateway refused the request itself, whose arguments or permissions will not do.
    /// </summary>
    public static bool IsForGood(AlipayAnswer answer) => answer.Code switch
    {
        AlipayStatus.BusinessFailed => !answer.IsGatewayError
            && answer.SubCode is { } code
            && (Refusals.Contains(code) || IsOfMerchant(code)),
        "20001" or "40001" or "40002" or "40003" or "40006" => true,
        _ => false,
    };

    private static bool IsOfMerchant(string code)
        => code.StartsWith("SECONDARY_MERCHANT_", StringComparison.Ordinal)
            || (code.StartsWith("MERCHANT_PERM_RECEIPT_", StringComparison.Ordinal)
                && code.EndsWith("_LIMIT", StringComparison.Ordinal));
}
