using Microsoft.AspNetCore.Http;
using PayFunctions.Orders;
using PayFunctions.Payments;

namespace PayFunctions.MerchantApi;

/// <summary>
/// The URL that a merchant signs and a payer opens: verify, create or find the order. The answer is
/// the order, for the page that shows it, or an error.
/// </summary>
internal sealed class PayUrlCall(SignedUrlCheck check, TermsCheck terms, CreatePayment create)
{
    /// <summary>How long such a URL may be opened.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    private static readonly string[] Members = [.. TermsCheck.Texts, .. TermsCheck.Numbers];

    /// <summary>Runs for the raw query.</summary>
    public async Task<PayUrlAnswer> RunAsync(HttpRequest request, CancellationToken cancellation)
    {
        var url = await check.RunAsync(request, Members, Life, cancellation);
        if (url is not { Fields: { } fields, Application: { } application })
        {
            return new PayUrlAnswer(null, url.Error);
        }

        var (wanted, wrong) = await terms.ReadAsync(
            fields, application, TermsKind.Payment, cancellation);
        if (wanted is null)
        {
            return new PayUrlAnswer(null, wrong);
        }

        var committed = await create.CommitAsync(
            application, fields["out_trade_no"], wanted, cancellation);
        return committed.Decision is Refused { Why: var why }
            ? new PayUrlAnswer(null, ApiError.Of(why))
            : new PayUrlAnswer(committed.Stored, null);
    }
}
