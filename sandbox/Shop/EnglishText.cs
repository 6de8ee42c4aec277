using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>The shop's words for everyone who does not read Chinese.</summary>
internal static class EnglishText
{
    public static readonly ShopText Words = new()
    {
        Language = "en",
        Title = "Demo shop",
        Buy = "Buy",
        Orders = "Orders",
        Console = "Merchant console",
        Back = "Back to the shop",
        PayBy = "Pay by",
        Cashier = "Choose at the cashier",
        Pay = "Pay",
        PayHint = "The gateway's signed notification decides; this page reloads every 3 seconds.",
        Scan = "Scan the code with a phone to pay, or follow the link below.",
        NoCode = "The code is not ready yet; this page tries again when it reloads.",
        Notices = "Notifications received",
        None = "None yet.",
        Returned = "You are back from the pay page.",
        ReturnHint = "The return is for display only: the notification decides.",
        Doubtful = "This return address did not verify.",
        CheckBy = "Checked by",
        PersonName = "Name",
        CertificateNo = "Identity card",
        CardNo = "Bank card",
        Mobile = "Mobile phone",
        Verify = "Verify who somebody is",
        Verified = "What the channel says of the person:",
        Hello = "Welcome from the wallet, user",
        NoLogin = "This is not from the wallet, or it came before: open the shop there again.",
        ToOrder = "See the order",
        Missing = "There is no such order.",
        Trouble = "The gateway did not take it",
        Unknown = "The outcome is not known: ask before you decide to try again.",
        Refund = "Refund",
        Refunds = "Refunds",
        RefundAmount = "Amount to give back (yuan)",
        SendAgain = "Send the same again",
        WrongAmount = "An amount is 0.01 to 100000000.00 yuan.",
        Till = "Till",
        TillHint = "Type or scan the payer's code. After 30 seconds without an outcome it is "
            + "cancelled.",
        What = "Product",
        Amount = "or an amount (yuan)",
        PayerCode = "The payer's code",
        ByCode = "As the code tells",
        Charge = "Charge",
        Charging = "Charging: the payer has to confirm…",
        Cancel = "Cancel",
        NextPayer = "Next payer",
        AnotherCode = "Try another code.",
        Busy = "Too many charges at once: try again shortly.",
        States = new Dictionary<TradeState, string>
        {
            [TradeState.NotPay] = "Not paid",
            [TradeState.UserPaying] = "Being paid",
            [TradeState.Success] = "Paid",
            [TradeState.Refund] = "Refunded",
            [TradeState.Closed] = "Closed",
            [TradeState.Revoked] = "Cancelled",
            [TradeState.PayError] = "Payment failed",
        },
        RefundStates = new Dictionary<RefundState, string>
        {
            [RefundState.Processing] = "under way",
            [RefundState.Success] = "given back",
            [RefundState.Closed] = "failed",
            [RefundState.Abnormal] = "stuck: a human is needed",
        },
        Origins = new Dictionary<RefundOrigin, string>
        {
            [RefundOrigin.Merchant] = "",
            [RefundOrigin.LateSuccess] = "money that came late",
            [RefundOrigin.SecondSuccess] = "money that came twice",
            [RefundOrigin.Cancel] = "cancelled",
        },
    };
}
