using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace PayFunctions.Tests.Flows.World;

/// <summary>A connection that remembers every signature it carried.</summary>
internal sealed partial class SignatureRecorder() : DelegatingHandler(new SocketsHttpHandler
{
    AllowAutoRedirect = false,
    UseCookies = false,
    UseProxy = false,
    ConnectTimeout = TimeSpan.FromSeconds(5),
})
{
    private readonly ConcurrentQueue<string> authorizations = [];
    private readonly ConcurrentQueue<string> opened = [];

    /// <summary>The headers, whole.</summary>
    public IReadOnlyList<string> Authorizations => [.. authorizations];

    /// <summary>The signatures in them, and in addresses that were opened.</summary>
    public IReadOnlyList<string> Signatures
        =>
        [
            .. authorizations.Select(static a => Signature().Match(a).Groups["value"].Value),
            .. opened.Select(
                static a => QueryHelpers.ParseQuery(new Uri(a).Query)["sign"].Single()!),
        ];

    /// <summary>Remembers a signed address that a browser opens.</summary>
    public void Opened(string address) => opened.Enqueue(address);

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.NonValidated.TryGetValues("Authorization", out var values))
        {
            authorizations.Enqueue(values.ToString());
        }

        return base.SendAsync(request, cancellationToken);
    }

    [GeneratedRegex(
        "signature=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Signature();
}
