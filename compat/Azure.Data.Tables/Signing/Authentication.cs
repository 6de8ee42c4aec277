using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Signing;

/// <summary>The policy that goes with a credential.</summary>
internal static class Authentication
{
    public static HttpPipelinePolicy Of(TableSharedKeyCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new SharedKeyLitePolicy(credential, TimeProvider.System);
    }

    public static HttpPipelinePolicy Of(TokenCredential credential, TableClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        var scope = (options?.Audience ?? TableAudience.AzurePublicCloud).Scope;
        return new BearerTokenAuthenticationPolicy(credential, scope);
    }

    /// <summary>
    /// The first label of the host; at an address or on this machine, the path's first segment.
    /// </summary>
    public static string AccountName(Uri endpoint)
        => endpoint.HostNameType == UriHostNameType.Dns && !endpoint.IsLoopback
            ? endpoint.Host.Split('.')[0]
            : endpoint.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries)
                .FirstOrDefault();
}
