using Azure.Core;
using Azure.Data.Tables;
using Azure.Security.KeyVault.Keys;
using Azure.Security.KeyVault.Keys.Cryptography;
using Azure.Security.KeyVault.Secrets;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using PayFunctions.Tests.Flows.Host.Wire;
using PayFunctions.Tests.Kit.Vault;

namespace PayFunctions.Tests.Flows.Host;

/// <summary>What a test registers before the gateway: who is asked, and who listens in.</summary>
internal static class HostParts
{
    /// <summary>Adds the clients' options and the credential.</summary>
    public static void Add(
        IServiceCollection services, LoopbackVault vault, TokenCredential credential, WireLog wire)
    {
        var tables = new TableClientOptions();
        new WireTap("tables", wire).Join(tables);
        services.AddSingleton(tables);

        var queues = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        new WireTap("queues", wire).Join(queues);
        services.AddSingleton(queues);

        var keys = new KeyClientOptions
        {
            Transport = vault.CreateTransport(),
            DisableChallengeResourceVerification = true,
        };
        new WireTap("vault", wire).Join(keys);
        services.AddSingleton(keys);

        var signing = new CryptographyClientOptions
        {
            Transport = vault.CreateTransport(),
            DisableChallengeResourceVerification = true,
        };
        new WireTap("vault", wire).Join(signing);
        services.AddSingleton(signing);

        var secrets = new SecretClientOptions(SecretClientOptions.ServiceVersion.V7_4)
        {
            Transport = vault.CreateTransport(),
            DisableChallengeResourceVerification = true,
        };
        new WireTap("vault", wire).Join(secrets);
        services.AddSingleton(secrets);

        services.AddSingleton(credential);
        services.AddSingleton<Action<QueueClientOptions>>(options =>
        {
            options.AddPolicy(new LeasePolicy(wire), HttpPipelinePosition.PerCall);
            new WireTap("pump", wire).Join(options);
        });
    }
}
