namespace PayFunctions.Channels;

/// <summary>One way to pay through a channel.</summary>
/// <param name="Name">As merchants name it: <c>alipay_page</c>.</param>
/// <param name="Kind">How the payer pays with it.</param>
/// <param name="Chinese">As a payer who reads Chinese knows it.</param>
/// <param name="English">As any other payer knows it.</param>
internal sealed record ChannelProduct(
    string Name, ProductKind Kind, string Chinese, string English)
{
    /// <summary>The browsers in which the cashier offers it; everywhere unless a channel says
    /// otherwise. A merchant that names the product is not second-guessed.</summary>
    public Func<PayerBrowser, bool> Suits { get; init; } = static _ => true;

    /// <summary>How money is held with it; null where it is taken at once.</summary>
    public HoldProduct? Hold { get; init; }

    /// <summary>The product of the payments that are taken under an agreement signed with it;
    /// null where nothing is signed.</summary>
    public string? DebitProduct { get; init; }

    /// <summary>What an order has to be for to be opened with it.</summary>
    public Orders.OrderKind Opens
        => Hold is not null ? Orders.OrderKind.Hold
            : DebitProduct is not null ? Orders.OrderKind.Agreement
            : Orders.OrderKind.Payment;

    /// <summary>Whether a payer's browser or phone opens it.</summary>
    public bool IsOpened => Kind is ProductKind.Page or ProductKind.Code or ProductKind.Wallet;

    /// <summary>Whether a payer can choose it for an order with these terms.</summary>
    public bool Serves(Orders.PaymentTerms terms) => IsOpened && Opens == terms.Kind;
}
