using System.Collections.Immutable;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>The platform certificates of an account, and when to fetch them again.</summary>
/// <param name="Certificates">Those that were fetched last.</param>
/// <param name="FetchAt">When they are due.</param>
/// <param name="LearnAt">From when on an unknown serial number may cause a fetch.</param>
/// <param name="Trouble">Why the last fetch brought nothing; empty when it brought some.</param>
internal sealed record WeChatPayKeyState(
    ImmutableArray<WeChatPayKey> Certificates, DateTimeOffset FetchAt, DateTimeOffset LearnAt,
    string Trouble)
{
    /// <summary>Nothing was fetched yet: it is due at once.</summary>
    public static readonly WeChatPayKeyState Initial = new(
        [], DateTimeOffset.MinValue, DateTimeOffset.MinValue, "");
}
