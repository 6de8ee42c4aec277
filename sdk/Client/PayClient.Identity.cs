namespace PayFunctions.Sdk;

/// <content>Checks of persons.</content>
public sealed partial class PayClient
{
    /// <summary>
    /// Has a channel say whether somebody is who he says to be. The person goes to the channel and
    /// is kept nowhere. The same again gives the same answer.
    /// </summary>
    /// <param name="request">Who, and by which channel.</param>
    /// <param name="cancellation">Gives up; the check may be made all the same.</param>
    /// <returns>
    /// The check: with a page, <see cref="IdentityResponse.VerifyUrl"/> is where to send the
    /// person. Or a problem such as <c>IDENTITY_LIMITED</c>.
    /// </returns>
    /// <exception cref="PayRequestException">
    /// Parameters are missing or invalid; every one is named, none is shown, and nothing was sent.
    /// </exception>
    public Task<PayResult<IdentityResponse>> VerifyIdentityAsync(
        IdentityRequest request, CancellationToken cancellation = default)
    {
        request.EnsureValid();
        return PostAsync(
            IdentityQueryRequest.Path, request.Write(), PayJson.Default.IdentityResponse,
            cancellation);
    }

    /// <summary>Asks what is known of a person.</summary>
    /// <param name="request">Which check.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The check, or a problem such as <c>IDENTITY_NOT_FOUND</c>.</returns>
    public Task<PayResult<IdentityResponse>> QueryIdentityAsync(
        IdentityQueryRequest request, CancellationToken cancellation = default)
        => GetAsync(request.PathAndQuery, PayJson.Default.IdentityResponse, cancellation);
}
