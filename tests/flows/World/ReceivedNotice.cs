using Microsoft.AspNetCore.WebUtilities;

namespace PayFunctions.Tests.Flows.World;

/// <summary>A notification as a merchant's server received it.</summary>
/// <param name="Body">The raw form.</param>
internal sealed record ReceivedNotice(string Body)
{
    /// <summary>Its fields, decoded.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; } = QueryHelpers.ParseQuery(Body)
        .ToDictionary(static f => f.Key, static f => f.Value.Single()!, StringComparer.Ordinal);

    /// <summary>Its identity.</summary>
    public string NotifyId => Fields["notify_id"];
}
