using Microsoft.AspNetCore.Http;
using PayFunctions.Cashier;
using PayFunctions.Channels;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Identity;

/// <summary>
/// What a browser of a person who is checked asks for: to the channel's page, and back to the
/// merchant. Nothing the browser brings is believed.
/// </summary>
internal sealed class IdentityPageCall(
    IVerificationStore store, QueryIdentity query, ChannelRouter channels, SignLink sign,
    PayerCall call)
{
    /// <summary>To the channel's page; to the merchant once there is nothing to do there.
    /// </summary>
    public Task<IResult> OpenAsync(
        HttpRequest request, string id, CancellationToken cancellation)
        => call.RunAsync(request, async payer =>
        {
            if (!OrderId.TryParse(id, out var known)
                || await store.FindAsync(known, cancellation) is not { Verification: var found })
            {
                return Missing(payer);
            }

            if (found is not { State: VerificationState.Waiting, Reference: { } reference }
                || VerificationRules.IsExpired(found, payer.Now)
                || channels.ForProduct<IIdentityPage>(found.Product) is not { } channel)
            {
                return await ReturnAsync(found, payer, cancellation);
            }

            var page = new IdentityPage(
                found.Account, found.Product, found.Number, reference, payer.Now);
            return await channel.OpenPageAsync(page, cancellation) switch
            {
                PageReady ready => CashierDesk.Leave(ready.Handover, payer),
                PageRefused => ErrorDesk.Show(payer, ApiErrorCode.ChannelRefused),
                _ => ErrorDesk.Show(payer, ApiErrorCode.TryAgain),
            };
        });

    /// <summary>The person is back from the channel.</summary>
    public Task<IResult> ReturnAsync(
        HttpRequest request, string id, CancellationToken cancellation)
        => call.RunAsync(request, async payer =>
            OrderId.TryParse(id, out var known)
                && await query.RunAsync(known, null, cancellation) is { } found
                    ? await ReturnAsync(found, payer, cancellation)
                    : Missing(payer));

    private async Task<IResult> ReturnAsync(
        Verification verification, Payer payer, CancellationToken cancellation)
        => verification.ReturnUrl is { } url
            ? new RedirectReply(await sign.RunAsync(
                url,
                [
                    new("purpose", "identity"),
                    new("app_id", verification.AppId),
                    new("verification_id", verification.Id.Value),
                    new("out_verify_no", verification.OutVerifyNo),
                    new("verify_state", IdentityJson.StateOf(verification, payer.Now)),
                ],
                cancellation))
            : Missing(payer);

    private static PageReply<ErrorPage, ErrorView> Missing(Payer payer)
        => ErrorDesk.Show(payer, ApiErrorCode.IdentityNotFound);
}
