using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Cashier;

/// <summary>Every text a payer can read, in one language. A language has all of them.</summary>
public sealed record CashierTexts
{
    /// <summary>The language tag of the page.</summary>
    public required string Language { get; init; }

    /// <summary>The title of the page where the payer chooses.</summary>
    public required string CashierTitle { get; init; }

    /// <summary>Before the name of who is paid.</summary>
    public required string Payee { get; init; }

    /// <summary>Before the amount.</summary>
    public required string Amount { get; init; }

    /// <summary>Before what is paid for.</summary>
    public required string Subject { get; init; }

    /// <summary>Before the merchant's number.</summary>
    public required string OrderNumber { get; init; }

    /// <summary>Before the time that is left.</summary>
    public required string TimeLeft { get; init; }

    /// <summary>Above the choice of products.</summary>
    public required string ChooseHow { get; init; }

    /// <summary>When there is nothing to choose.</summary>
    public required string NothingToChoose { get; init; }

    /// <summary>Above the QR code.</summary>
    public required string ScanTitle { get; init; }

    /// <summary>What the QR code is for.</summary>
    public required string ScanHint { get; init; }

    /// <summary>Above a channel's code.</summary>
    public required string CodeTitle { get; init; }

    /// <summary>What to do with a channel's code.</summary>
    public required string CodeHint { get; init; }

    /// <summary>The page keeps looking.</summary>
    public required string StatusLooking { get; init; }

    /// <summary>The gateway does not answer the page.</summary>
    public required string StatusUnreachable { get; init; }

    /// <summary>Something was decided; the page moves on.</summary>
    public required string StatusDecided { get; init; }

    /// <summary>The title of the page that carries a form to the channel.</summary>
    public required string HandoverTitle { get; init; }

    /// <summary>What the payer does if the form does not leave by itself.</summary>
    public required string HandoverHint { get; init; }

    /// <summary>The button of that form.</summary>
    public required string HandoverButton { get; init; }

    /// <summary>The title of the page that opens the payer's wallet.</summary>
    public required string WalletTitle { get; init; }

    /// <summary>What the payer does if the wallet does not open by itself.</summary>
    public required string WalletHint { get; init; }

    /// <summary>Paid.</summary>
    public required string PaidTitle { get; init; }

    /// <summary>Paid, and the page goes back to the merchant.</summary>
    public required string PaidForward { get; init; }

    /// <summary>Paid, and there is nowhere to go.</summary>
    public required string PaidStay { get; init; }

    /// <summary>Not decided yet.</summary>
    public required string WaitingTitle { get; init; }

    /// <summary>Not decided yet, and the page looks again by itself.</summary>
    public required string WaitingHint { get; init; }

    /// <summary>Not decided, and the page has looked often enough.</summary>
    public required string WaitingLong { get; init; }

    /// <summary>Looks again.</summary>
    public required string LookAgain { get; init; }

    /// <summary>Goes to the choice.</summary>
    public required string ChooseAnother { get; init; }

    /// <summary>Nothing is paid; it can still be.</summary>
    public required string NotPaidTitle { get; init; }

    /// <summary>What to do then.</summary>
    public required string NotPaidHint { get; init; }

    /// <summary>Closed by the merchant.</summary>
    public required string ClosedTitle { get; init; }

    /// <summary>What to do then.</summary>
    public required string ClosedHint { get; init; }

    /// <summary>Closed by time.</summary>
    public required string ExpiredTitle { get; init; }

    /// <summary>What to do then.</summary>
    public required string ExpiredHint { get; init; }

    /// <summary>Money came that goes back.</summary>
    public required string RefundHint { get; init; }

    /// <summary>Goes to the merchant.</summary>
    public required string BackToMerchant { get; init; }

    /// <summary>Something is wrong.</summary>
    public required string ErrorTitle { get; init; }

    /// <summary>No such order.</summary>
    public required string ErrorNotFound { get; init; }

    /// <summary>No such product for this order.</summary>
    public required string ErrorProduct { get; init; }

    /// <summary>Too many attempts.</summary>
    public required string ErrorAttempts { get; init; }

    /// <summary>The merchant's link is not good.</summary>
    public required string ErrorLink { get; init; }

    /// <summary>What a wallet said of its user is not good, or not any more.</summary>
    public required string ErrorLogin { get; init; }

    /// <summary>There is nothing at an address that was never a payment's.</summary>
    public required string ErrorNothingHere { get; init; }

    /// <summary>Something of ours is busy.</summary>
    public required string ErrorBusy { get; init; }

    /// <summary>Before the code.</summary>
    public required string ErrorCode { get; init; }

    /// <summary>Before the id of the request.</summary>
    public required string ErrorRequest { get; init; }

    /// <summary>Tries the same page again.</summary>
    public required string TryAgain { get; init; }

    /// <summary>The channel refused to open the payment.</summary>
    public required string ErrorRefused { get; init; }

    /// <summary>The same language for an order: an amount that is held is not paid, nor is one
    /// that is agreed to.</summary>
    internal CashierTexts For(Order order)
        => (order.Terms.Kind, IsChinese) switch
        {
            (OrderKind.Hold, true) => ChineseTexts.Holds,
            (OrderKind.Hold, false) => EnglishTexts.Holds,
            (OrderKind.Agreement, true) => ChineseTexts.Agreements,
            (OrderKind.Agreement, false) => EnglishTexts.Agreements,
            _ => this,
        };

    /// <summary>The name of a product.</summary>
    internal string NameOf(ChannelProduct product)
        => IsChinese ? product.Chinese : product.English;

    private bool IsChinese
        => string.Equals(Language, ChineseTexts.Table.Language, StringComparison.Ordinal);
}
