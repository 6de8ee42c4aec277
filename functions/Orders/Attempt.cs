namespace PayFunctions.Orders;

/// <summary>One try to pay an order through one channel product.</summary>
/// <param name="Number">1, 2, 3 …; part of the number the channel sees.</param>
/// <param name="Product">The channel product, such as <c>alipay_page</c>.</param>
/// <param name="Account">The channel account that is asked.</param>
/// <param name="State">What became of it.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="AskAt">When to ask the channel next; null when there is nothing to ask.</param>
/// <param name="Asks">How often the channel was asked without a verdict.</param>
/// <param name="ChannelTradeNo">The channel's own number, once it is known.</param>
/// <param name="PollUntil">
/// For a payer's code: asked every few seconds until then, and cancelled after it. Else null.
/// </param>
/// <param name="CodeDigest">Tells a payer's codes apart; the code itself is not kept.</param>
/// <param name="CodeUrl">The code the channel made for the payer to scan, once it has.</param>
/// <param name="CancelAskedAt">
/// Since when the channel is asked to cancel it: until it has answered that, nothing else that is
/// said about it counts. Null when it is not.
/// </param>
/// <param name="Silences">
/// How often in a row the channel did not even say that the payer may still pay.
/// </param>
/// <param name="Fee">What the payment will cost the merchant; null for nothing.</param>
/// <param name="KCode">Of a payment by card and code: what became of the codes. Else null.</param>
/// <param name="Filing">Of a debit: the batch that it goes with, so that nobody sends it alone.
/// Else null.</param>
internal sealed record Attempt(
    int Number,
    string Product,
    string Account,
    AttemptState State,
    DateTimeOffset OpenedAt,
    DateTimeOffset? AskAt,
    int Asks = 0,
    string? ChannelTradeNo = null,
    DateTimeOffset? PollUntil = null,
    string? CodeDigest = null,
    string? CodeUrl = null,
    DateTimeOffset? CancelAskedAt = null,
    int Silences = 0,
    FeeTerms? Fee = null,
    KCode? KCode = null,
    Filing? Filing = null);
