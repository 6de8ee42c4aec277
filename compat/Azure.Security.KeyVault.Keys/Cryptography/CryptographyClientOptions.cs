using Azure.Core;
using Azure.Security.KeyVault.Keys.Wire;

namespace Azure.Security.KeyVault.Keys.Cryptography;

/// <summary>How a <see cref="CryptographyClient"/> speaks: version, retries, transport.</summary>
public class CryptographyClientOptions : ClientOptions
{
    /// <exception cref="NotSupportedException">The version is none of the named ones.</exception>
    public CryptographyClientOptions(ServiceVersion version = ServiceVersion.V7_5_Preview_1)
    {
        Version = version;
        ApiVersion = ApiVersions.Of((int)version);
        VaultPipeline.ConfigureLogging(this);
    }

    /// <summary>The REST versions the official client names.</summary>
    public enum ServiceVersion
    {
        V7_0 = 0,
        V7_1 = 1,
        V7_2 = 2,
        V7_3 = 3,
        V7_4 = 4,
        V7_5_Preview_1 = 5,
    }

    public ServiceVersion Version { get; }

    /// <summary>
    /// True lets a vault whose host is not below the challenge's resource ask for a token.
    /// </summary>
    public bool DisableChallengeResourceVerification { get; set; }

    internal string ApiVersion { get; }
}
