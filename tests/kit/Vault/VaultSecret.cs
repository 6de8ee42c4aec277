using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace PayFunctions.Tests.Kit.Vault;

/// <summary>One version of a secret.</summary>
public sealed class VaultSecret
{
    private readonly string value;
    private readonly DateTimeOffset created;

    internal VaultSecret(Uri vault, string name, string value, DateTimeOffset created)
    {
        this.value = value;
        this.created = created;
        Name = name;
        Version = RandomNumberGenerator.GetHexString(32, lowercase: true);
        Id = new Uri(vault, $"/secrets/{name}/{Version}");
    }

    /// <summary>The secret's name.</summary>
    public string Name { get; }

    /// <summary>32 hexadecimal digits.</summary>
    public string Version { get; }

    /// <summary>Address of this version.</summary>
    public Uri Id { get; }

    /// <summary>A disabled secret is not told.</summary>
    public bool Enabled { get; set; } = true;

    internal JsonObject Bundle() => new()
    {
        ["value"] = value,
        ["id"] = Id.AbsoluteUri,
        ["attributes"] = new JsonObject
        {
            ["enabled"] = Enabled,
            ["created"] = created.ToUnixTimeSeconds(),
            ["updated"] = created.ToUnixTimeSeconds(),
            ["recoveryLevel"] = "Recoverable+Purgeable",
        },
    };
}
