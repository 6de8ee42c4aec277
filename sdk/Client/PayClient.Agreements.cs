namespace PayFunctions.Sdk;

/// <content>Agreements, and debits under them.</content>
public sealed partial class PayClient
{
    /// <summary>Asks for an agreement that a payer signs; the same again gives the same answer.
    /// </summary>
    /// <param name="request">What to agree to.</param>
    /// <param name="cancellation">Gives up; the agreement may exist all the same.</param>
    /// <returns>The agreement with where to send the payer, or a problem.</returns>
    /// <exception cref="PayRequestException">
    /// Parameters are missing or invalid; every one is named and nothing was sent.
    /// </exception>
    public Task<PayResult<AgreementResponse>> SignAgreementAsync(
        AgreementRequest request, CancellationToken cancellation = default)
    {
        request.EnsureValid();
        return PostAsync(
            AgreementQueryRequest.Path, request.Write(), PayJson.Default.AgreementResponse,
            cancellation);
    }

    /// <summary>Asks how an agreement stands.</summary>
    /// <param name="request">Which.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The agreement, or a problem such as <c>AGREEMENT_NOT_FOUND</c>.</returns>
    public Task<PayResult<AgreementResponse>> QueryAgreementAsync(
        AgreementQueryRequest request, CancellationToken cancellation = default)
        => GetAsync(request.PathAndQuery, PayJson.Default.AgreementResponse, cancellation);

    /// <summary>
    /// Ends an agreement, or closes one that the payer has not signed yet; the same again gives
    /// the same answer.
    /// </summary>
    /// <param name="agreementId">The gateway's number of the agreement.</param>
    /// <param name="cancellation">Gives up; it may end all the same.</param>
    /// <returns>
    /// The agreement; while it is <see cref="TradeState.Unsigning"/> nothing can be debited, and a
    /// notification tells its end. Or a problem.
    /// </returns>
    /// <exception cref="ArgumentException">It cannot be such a number.</exception>
    public Task<PayResult<AgreementResponse>> UnsignAsync(
        string agreementId, CancellationToken cancellation = default)
        => PostAsync(
            AgreementQueryRequest.PathOf(agreementId) + "/unsign", ReadOnlyMemory<byte>.Empty,
            PayJson.Default.AgreementResponse, cancellation);

    /// <summary>Takes money under an agreement; the same again gives the same answer.</summary>
    /// <param name="request">How much, under which agreement and number.</param>
    /// <param name="cancellation">Gives up; the amount may be taken all the same.</param>
    /// <returns>
    /// The payment; while it is <see cref="TradeState.UserPaying"/> its end is not known, and a
    /// notification tells it. Or a problem such as <c>EXCEEDS_AGREEMENT</c>.
    /// </returns>
    /// <exception cref="PayRequestException">
    /// Parameters are missing or invalid; every one is named and nothing was sent.
    /// </exception>
    public Task<PayResult<DebitResponse>> DebitAsync(
        DebitRequest request, CancellationToken cancellation = default)
    {
        request.EnsureValid();
        return PostAsync(
            "/v1/debits", request.Write(), PayJson.Default.DebitResponse, cancellation);
    }
}
