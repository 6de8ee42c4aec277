namespace PayFunctions.Cashier;

/// <summary>What <see cref="ErrorPage"/> shows.</summary>
/// <param name="Code">The stable word, for whoever is asked for help.</param>
/// <param name="Sentence">What the payer can do.</param>
/// <param name="RequestId">The id of the request.</param>
/// <param name="RetryHref">The same page again where that helps, or null.</param>
public sealed record ErrorView(
    string Code, string Sentence, string RequestId, string? RetryHref);
