namespace PayFunctions.Orders;

/// <summary>The end of an agreement: asked for, or reached.</summary>
/// <param name="By">Who ends it.</param>
/// <param name="RequestedAt">Since when it is in force no more.</param>
/// <param name="AskAt">When to tell the channel next; null when the channel knows.</param>
/// <param name="Asks">How often the channel was told without a verdict.</param>
/// <param name="EndedAt">When it was over at the channel; null while that is not known.</param>
internal sealed record AgreementEnd(
    AgreementEnder By, DateTimeOffset RequestedAt, DateTimeOffset? AskAt = null, int Asks = 0,
    DateTimeOffset? EndedAt = null);
