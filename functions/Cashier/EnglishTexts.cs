namespace PayFunctions.Cashier;

/// <summary>The payer's texts in English.</summary>
internal static class EnglishTexts
{
    /// <summary>The table.</summary>
    public static CashierTexts Table { get; } = new()
    {
        Language = "en",
        CashierTitle = "Checkout",
        Payee = "Pay to",
        Amount = "Amount",
        Subject = "Item",
        OrderNumber = "Order number",
        TimeLeft = "Time left to pay",
        ChooseHow = "Choose how to pay",
        NothingToChoose = "There is no way to pay this order right now. Please ask the merchant.",
        ScanTitle = "Pay on your phone",
        ScanHint = "Scan the code with your phone's camera and go on paying there.",
        CodeTitle = "Scan to pay",
        CodeHint = "Open the app named here, scan the code and confirm the payment in it.",
        StatusLooking = "This page updates by itself once you have paid.",
        StatusUnreachable = "The connection is unstable. Trying again…",
        StatusDecided = "There is news about your order. One moment…",
        HandoverTitle = "Taking you to the payment page",
        HandoverHint = "If nothing happens, press the button below.",
        HandoverButton = "Continue to pay",
        WalletTitle = "Pay in your wallet",
        WalletHint = "If nothing opens by itself, press the button. This page works inside the "
            + "wallet's own browser.",
        PaidTitle = "Payment received",
        PaidForward = "You are being taken back to the merchant.",
        PaidStay = "You can close this page.",
        WaitingTitle = "Confirming your payment",
        WaitingHint = "Please wait and do not pay again. This page refreshes by itself.",
        WaitingLong = "There is no confirmation yet. If you have paid, do not pay again; "
            + "look here later.",
        LookAgain = "Look again",
        ChooseAnother = "Pay another way",
        NotPaidTitle = "Not paid yet",
        NotPaidHint = "Nothing has been paid for this order. You can try again.",
        ClosedTitle = "Order closed",
        ClosedHint = "The merchant closed this order. Please order again there.",
        ExpiredTitle = "Time is up",
        ExpiredHint = "This order can no longer be paid. Please order again at the merchant.",
        RefundHint = "Money that was paid too much goes back the way it came.",
        BackToMerchant = "Back to the merchant",
        ErrorTitle = "This page cannot be shown",
        ErrorNotFound = "There is no such order. Please open the payment again at the merchant.",
        ErrorProduct = "This order cannot be paid that way.",
        ErrorAttempts = "There were too many attempts. Please order again at the merchant.",
        ErrorLink = "This payment link is not valid any more. "
            + "Please start the payment again at the merchant.",
        ErrorLogin = "The wallet did not open this properly, or it was opened before. "
            + "Please open it again in the wallet.",
        ErrorNothingHere = "Nothing can be opened at this address.",
        ErrorBusy = "We are busy right now. Please try again in a moment; "
            + "you will not be charged twice.",
        ErrorCode = "Error code",
        ErrorRequest = "Request",
        TryAgain = "Try again",
        ErrorRefused = "The payment service did not open this payment. "
            + "You have not been charged; please choose another way to pay.",
    };

    /// <summary>The table for orders that hold an amount.</summary>
    public static CashierTexts Holds { get; } = Table with
    {
        CashierTitle = "Authorise a deposit",
        Payee = "Held for",
        Amount = "Amount to be held",
        TimeLeft = "Time left to authorise",
        ChooseHow = "Choose how to authorise",
        ScanTitle = "Authorise on your phone",
        ScanHint = "Scan the code with your phone's camera and go on there.",
        CodeTitle = "Scan to authorise",
        CodeHint = "Open the app named here, scan the code and confirm. The amount is held, not "
            + "paid.",
        StatusLooking = "This page updates by itself once you have authorised the amount.",
        HandoverTitle = "Taking you to the page of your bank",
        HandoverButton = "Continue",
        PaidTitle = "Amount held",
        WaitingTitle = "Confirming your authorisation",
        WaitingHint = "Please wait and do not authorise again. This page refreshes by itself.",
        WaitingLong = "There is no confirmation yet. If you have authorised, do not do it again; "
            + "look here later.",
        ChooseAnother = "Another way",
        NotPaidTitle = "Not authorised yet",
        NotPaidHint = "Nothing is held for this order. You can try again.",
        ExpiredHint = "This amount can no longer be authorised. Please start again at the "
            + "merchant.",
        RefundHint = "What was held too much is released.",
        ErrorProduct = "This amount cannot be held that way.",
    };

    /// <summary>The table for agreements.</summary>
    public static CashierTexts Agreements { get; } = Table with
    {
        CashierTitle = "Agree to automatic payments",
        Payee = "Paid to",
        Amount = "At most, each time",
        TimeLeft = "Time left to agree",
        ChooseHow = "Choose how to agree",
        NothingToChoose = "There is no way to agree right now. Please ask the merchant.",
        ScanTitle = "Agree on your phone",
        ScanHint = "Scan the code with your phone's camera and go on there.",
        StatusLooking = "This page updates by itself once you have agreed.",
        HandoverTitle = "Taking you to the page of your bank",
        HandoverButton = "Continue",
        PaidTitle = "Automatic payments agreed",
        WaitingTitle = "Confirming your agreement",
        WaitingHint = "Please wait and do not agree again. This page refreshes by itself.",
        WaitingLong = "There is no confirmation yet. If you have agreed, do not do it again; "
            + "look here later.",
        ChooseAnother = "Another way",
        NotPaidTitle = "Not agreed yet",
        NotPaidHint = "Nothing has been agreed. Please start again at the merchant.",
        ClosedTitle = "Agreement closed",
        ClosedHint = "The merchant closed this agreement. Please start again there.",
        ExpiredHint = "This can no longer be agreed to. Please start again at the merchant.",
        ErrorProduct = "This cannot be agreed to that way.",
        ErrorAttempts = "This was opened before and cannot be opened again. Please start again at "
            + "the merchant.",
    };
}
