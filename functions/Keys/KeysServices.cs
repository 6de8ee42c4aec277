using System.Security.Cryptography;
using Azure.Core;
using Azure.Security.KeyVault.Keys;
using Azure.Security.KeyVault.Keys.Cryptography;
using Azure.Security.KeyVault.Secrets;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace PayFunctions.Keys;

/// <summary>Registers what signs.</summary>
internal static class KeysServices
{
    private const int TokenBytes = 32;

    /// <summary>
    /// Adds the key ring over the vault, or over a folder where that is configured.
    /// </summary>
    public static IServiceCollection AddKeys(
        this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<KeysOptions, KeysOptionsValidator>()
            .Bind(configuration.GetSection("Keys"));
        services.AddSingleton<VaultGate>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<SecretRing>();
        services.TryAddSingleton(
            static _ => new KeyClientOptions(KeyClientOptions.ServiceVersion.V7_4));
        services.TryAddSingleton(static _ => new CryptographyClientOptions(
            CryptographyClientOptions.ServiceVersion.V7_4));
        services.TryAddSingleton(
            static _ => new SecretClientOptions(SecretClientOptions.ServiceVersion.V7_4));
        services.TryAddSingleton<DrawToken>(static () =>
            WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes)));
        services.AddSingleton(SourceOf);
        services.AddSingleton(SecretSourceOf);
        services.AddSingleton<SignRsa2>(
            static provider => provider.GetRequiredService<KeyRing>().SignAsync);
        return services;
    }

    private static ISecretSource SecretSourceOf(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<KeysOptions>>();
        return options.Value.VaultUri is { } vault
            ? new VaultSecretSource(new SecretClient(
                vault, provider.GetRequiredService<TokenCredential>(),
                provider.GetRequiredService<SecretClientOptions>()))
            : new LocalSecretSource(options);
    }

    private static IKeySource SourceOf(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<KeysOptions>>();
        if (options.Value.VaultUri is not { } vault)
        {
            return new LocalKeySource(options);
        }

        var credential = provider.GetRequiredService<TokenCredential>();
        return new VaultKeySource(
            new KeyClient(
                vault, credential, provider.GetRequiredService<KeyClientOptions>()),
            credential,
            provider.GetRequiredService<CryptographyClientOptions>());
    }
}
