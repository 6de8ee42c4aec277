using PayFunctions.Platform;

namespace PayFunctions.Agreements;

/// <summary>
/// Takes money under an agreement: the debit is begun, and only then sent. Wherever that is cut
/// off, the payment's message or the same call again goes on.
/// </summary>
internal sealed class DebitAgreement(BeginDebit begin, SendDebit send)
{
    /// <summary>Runs for an application that has been authenticated.</summary>
    public async Task<DebitResult> RunAsync(
        Application application, DebitWish wish, CancellationToken cancellation)
        => await begin.RunAsync(application, wish, filingOf: null, cancellation) switch
        {
            DebitBegun begun => await send.RunAsync(begun, cancellation),
            var other => other,
        };
}
