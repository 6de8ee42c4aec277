using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace PayFunctions.Tests.Kit.Vault;

/// <summary>One version of a key. The private part stays in here, as in the service.</summary>
public sealed class VaultKey : IDisposable
{
    private readonly RSA rsa;
    private readonly DateTimeOffset created;

    internal VaultKey(Uri vault, string name, VaultKeySettings settings, DateTimeOffset created)
    {
        rsa = settings.Material is { } material
            ? RSA.Create(material)
            : RSA.Create(settings.Bits);
        this.created = created;
        Name = name;
        Version = RandomNumberGenerator.GetHexString(32, lowercase: true);
        Id = new Uri(vault, $"/keys/{name}/{Version}");
        Enabled = settings.Enabled;
        NotBefore = settings.NotBefore;
        ExpiresOn = settings.ExpiresOn;
        Operations = settings.Operations;
    }

    /// <summary>The key's name.</summary>
    public string Name { get; }

    /// <summary>32 hexadecimal digits; their order says nothing about age.</summary>
    public string Version { get; }

    /// <summary>Address of this version.</summary>
    public Uri Id { get; }

    /// <summary>A disabled key tells its public part and verifies, but signs no more.</summary>
    public bool Enabled { get; set; }

    /// <summary>Before this moment it does not sign.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>From this moment on it does not sign.</summary>
    public DateTimeOffset? ExpiresOn { get; set; }

    /// <summary>Its <c>key_ops</c>.</summary>
    public IReadOnlyList<string> Operations { get; set; }

    /// <summary>The public part, to check signatures without the vault.</summary>
    public RSAParameters PublicKey => rsa.ExportParameters(includePrivateParameters: false);

    /// <inheritdoc/>
    public void Dispose() => rsa.Dispose();

    // The platform's RSA object is not promised to serve two threads at once.
    internal byte[] Sign(byte[] digest, VaultAlgorithm algorithm)
    {
        lock (rsa)
        {
            return rsa.SignHash(digest, algorithm.Hash, algorithm.Padding);
        }
    }

    internal bool Verify(byte[] digest, byte[] signature, VaultAlgorithm algorithm)
    {
        lock (rsa)
        {
            return rsa.VerifyHash(digest, signature, algorithm.Hash, algorithm.Padding);
        }
    }

    internal JsonObject Bundle()
    {
        var parts = PublicKey;
        return new JsonObject
        {
            ["key"] = new JsonObject
            {
                ["kid"] = Id.AbsoluteUri,
                ["kty"] = "RSA",
                ["key_ops"] = new JsonArray([.. Operations.Select(use => (JsonNode)use)]),
                ["n"] = Base64Url.EncodeToString(parts.Modulus),
                ["e"] = Base64Url.EncodeToString(parts.Exponent),
            },
            ["attributes"] = Attributes(),
            ["tags"] = new JsonObject(),
        };
    }

    internal JsonObject Item() => new()
    {
        ["kid"] = Id.AbsoluteUri,
        ["attributes"] = Attributes(),
        ["tags"] = new JsonObject(),
    };

    private JsonObject Attributes()
    {
        var attributes = new JsonObject
        {
            ["enabled"] = Enabled,
            ["created"] = created.ToUnixTimeSeconds(),
            ["updated"] = created.ToUnixTimeSeconds(),
            ["recoveryLevel"] = "Recoverable+Purgeable",
            ["recoverableDays"] = 90,
            ["exportable"] = false,
        };
        if (NotBefore is { } start)
        {
            attributes["nbf"] = start.ToUnixTimeSeconds();
        }

        if (ExpiresOn is { } end)
        {
            attributes["exp"] = end.ToUnixTimeSeconds();
        }

        return attributes;
    }
}
