using Azure.Core;
using Azure.Identity;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues;

/// <summary>
/// The storage accounts that settings name: a connection string, or the parts of an identity-based
/// connection (<c>accountName</c>, <c>queueServiceUri</c> or <c>serviceUri</c>; <c>credential</c>,
/// <c>clientId</c>).
/// </summary>
/// <param name="configuration">The app's configuration.</param>
/// <param name="adjustments">What the app changes in the clients' options.</param>
internal sealed class QueueConnections(
    IConfiguration configuration, IEnumerable<Action<QueueClientOptions>> adjustments)
{
    private const string DefaultConnection = "AzureWebJobsStorage";
    private const string Prefix = "AzureWebJobs";

    /// <summary>The account of a connection; null names the default.</summary>
    /// <exception cref="InvalidOperationException">The settings do not say where it is.</exception>
    public QueueServiceClient Open(string? connection)
    {
        var name = connection ?? DefaultConnection;
        string[] keys = name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            ? [name]
            : [Prefix + name, name];
        return keys.Select(OpenKey).FirstOrDefault(static client => client is not null)
            ?? throw new InvalidOperationException(
                $"No setting says where the storage account '{name}' is: set {name} to a "
                + $"connection string, or {name}__accountName or {name}__queueServiceUri.");
    }

    private static Uri? AddressIn(IConfigurationSection section)
    {
        var address = section["queueServiceUri"] ?? section["serviceUri"]
            ?? (section["accountName"] is { } account
                ? $"https://{account}.queue.core.windows.net"
                : null);
        return address is null ? null : new Uri(address, UriKind.Absolute);
    }

    private static TokenCredential CredentialIn(IConfigurationSection section)
    {
        var clientId = section["clientId"];
        return section["credential"]?.ToLowerInvariant() switch
        {
            null => new DefaultAzureCredential(
                new DefaultAzureCredentialOptions { ManagedIdentityClientId = clientId }),
            "managedidentity" => new ManagedIdentityCredential(clientId is null
                ? ManagedIdentityId.SystemAssigned
                : ManagedIdentityId.FromUserAssignedClientId(clientId)),
            var other => throw new InvalidOperationException(
                $"{section.Path}: the credential '{other}' is not 'managedidentity'."),
        };
    }

    private QueueServiceClient? OpenKey(string key)
    {
        if ((configuration.GetConnectionString(key) ?? configuration[key]) is { Length: > 0 } text)
        {
            return new QueueServiceClient(text, Options());
        }

        var section = configuration.GetSection(key);
        return AddressIn(section) is { } address
            ? new QueueServiceClient(address, CredentialIn(section), Options())
            : null;
    }

    private QueueClientOptions Options()
    {
        var options = new QueueClientOptions();
        foreach (var adjust in adjustments)
        {
            adjust(options);
        }

        // MessageBody decodes: see there.
        options.MessageEncoding = QueueMessageEncoding.None;
        return options;
    }
}
