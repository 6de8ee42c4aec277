namespace PayFunctions.Tests.Flows.Host;

/// <summary>A notification that must be refused.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Body">Its bytes, as Latin-1.</param>
internal sealed record HostileNotification(string Name, string Body)
{
    /// <summary>Its content type; none when empty.</summary>
    public string Type { get; init; } = "application/x-www-form-urlencoded; charset=utf-8";

    /// <summary>The account whose address it is posted to.</summary>
    public string Account { get; init; } = "main";
}
