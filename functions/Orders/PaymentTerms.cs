namespace PayFunctions.Orders;

/// <summary>What the merchant asked for. Equal terms under one number are one order.</summary>
internal sealed record PaymentTerms(
    Money Total,
    string Subject,
    string? Body,
    string? Attach,
    string NotifyUrl,
    string? ReturnUrl,
    string? Product,
    TimeSpan Lifetime,
    string? Account = null,
    string? PayerId = null,
    HoldTerms? Hold = null,
    CaptureTerms? Capture = null,
    AgreementTerms? Agreement = null,
    DebitTerms? Debit = null)
{
    /// <summary>What the order is for.</summary>
    public OrderKind Kind
        => Hold is not null ? OrderKind.Hold
            : Agreement is not null ? OrderKind.Agreement
            : OrderKind.Payment;
}
