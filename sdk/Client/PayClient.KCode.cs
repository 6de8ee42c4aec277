namespace PayFunctions.Sdk;

/// <content>Payments by card and a code from the payer's phone.</content>
public sealed partial class PayClient
{
    /// <summary>
    /// Begins a payment with a card, and has the bank send the payer a code. The card goes to the
    /// bank and is kept nowhere. The same again gives the same answer and sends no second code.
    /// </summary>
    /// <param name="request">The payment.</param>
    /// <param name="card">The card, and the number of this request.</param>
    /// <param name="cancellation">Gives up; the payer may get the code all the same.</param>
    /// <returns>
    /// The order with its <see cref="OrderQueryResponse.KCodeState"/>. With
    /// <see cref="KCodeState.NotSigned"/> the payer has to sign up first, at
    /// <see cref="OrderQueryResponse.SignUrl"/>. Or a problem such as <c>KCODE_REFUSED</c>.
    /// </returns>
    /// <exception cref="PayRequestException">
    /// Parameters are missing or invalid; every one is named, none is shown, and nothing was sent.
    /// </exception>
    public Task<PayResult<OrderQueryResponse>> SendKCodeAsync(
        PayRequest request, KCodeCard card, CancellationToken cancellation = default)
    {
        request.EnsureValid();
        card.EnsureValid();
        return PostAsync(
            "/v1/payments/kcode",
            PaymentBody.Write(request.Values, card.Write),
            PayJson.Default.OrderQueryResponse,
            cancellation);
    }

    /// <summary>Has another code sent, after a minute; the same again sends none.</summary>
    /// <param name="transactionId">The gateway's number.</param>
    /// <param name="outRequestNo">The merchant's own number of this request.</param>
    /// <param name="cancellation">Gives up; the payer may get the code all the same.</param>
    /// <returns>The order, or a problem such as <c>KCODE_TOO_SOON</c>.</returns>
    /// <exception cref="PayRequestException">It cannot be such a number.</exception>
    /// <exception cref="ArgumentException">It cannot be a number of the gateway.</exception>
    public Task<PayResult<OrderQueryResponse>> ResendKCodeAsync(
        string transactionId, string outRequestNo, CancellationToken cancellation = default)
    {
        PayRequestException.ThrowIfAny(
            "resend", HoldBody.Problems(("out_request_no", HoldBody.IdProblem(outRequestNo))));
        return PostAsync(
            OrderQueryRequest.PathOf(transactionId) + "/kcode/resend",
            HoldBody.Write(json => json.WriteString("out_request_no", outRequestNo)),
            PayJson.Default.OrderQueryResponse,
            cancellation);
    }

    /// <summary>
    /// Pays with the code that the payer got. It goes to the bank and is kept nowhere. The same
    /// again gives the same answer and pays nothing twice.
    /// </summary>
    /// <param name="transactionId">The gateway's number.</param>
    /// <param name="payment">What the payer entered, and the number of this request.</param>
    /// <param name="cancellation">Gives up; the payer may have paid all the same.</param>
    /// <returns>
    /// The order: <see cref="TradeState.UserPaying"/> while nobody knows, and then a notification
    /// tells its end. Or a problem such as <c>KCODE_WRONG</c>.
    /// </returns>
    /// <exception cref="PayRequestException">
    /// Parameters are missing; every one is named, none is shown, and nothing was sent.
    /// </exception>
    /// <exception cref="ArgumentException">It cannot be a number of the gateway.</exception>
    public Task<PayResult<OrderQueryResponse>> PayByKCodeAsync(
        string transactionId, KCodePayment payment, CancellationToken cancellation = default)
    {
        payment.EnsureValid();
        return PostAsync(
            OrderQueryRequest.PathOf(transactionId) + "/kcode",
            payment.Write(), PayJson.Default.OrderQueryResponse, cancellation);
    }
}
