namespace PayFunctions.Tests.Simulation.World;

/// <summary>What a merchant was told once.</summary>
internal sealed record MerchantPost(
    DateTimeOffset At, IReadOnlyDictionary<string, string> Fields, MerchantReply Reply)
{
    private static readonly string[] OfTheMoment = ["notify_time", "timestamp", "sign"];

    /// <summary>Which news it is.</summary>
    public string NotifyId => Fields["notify_id"];

    /// <summary>Everything that must be the same in every post of one piece of news.</summary>
    public string Content => string.Join('&', Fields
        .Where(static f => !OfTheMoment.Contains(f.Key, StringComparer.Ordinal))
        .OrderBy(static f => f.Key, StringComparer.Ordinal)
        .Select(static f => $"{f.Key}={f.Value}"));
}
