using System.Text.RegularExpressions;
using Azure.Core;

namespace PayFunctions.Tests.Flows.Host.Wire;

/// <summary>
/// Names a request by what it does, without the ids in it:
/// <c>pump DELETE movements/messages/*</c>.
/// </summary>
internal static partial class WireName
{
    /// <summary>The name of a commit.</summary>
    public const string Commit = "tables POST $batch";

    /// <summary>The name.</summary>
    /// <param name="service">Who is asked, through which client.</param>
    /// <param name="request">The request.</param>
    public static string Of(string service, Request request)
        => $"{service} {request.Method} "
            + Ids().Replace(Account().Replace(request.Uri.ToUri().AbsolutePath, ""), "*");

    [GeneratedRegex("^/(devstoreaccount1/)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Account();

    [GeneratedRegex("%27.*?%27|'[^']*'|(?<=/messages/).+|[0-9a-f]{32}", RegexOptions.None, 1000)]
    private static partial Regex Ids();
}
