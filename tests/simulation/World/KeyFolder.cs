using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace PayFunctions.Tests.Simulation.World;

/// <summary>A folder with the gateway's signing key, made once for the run.</summary>
public sealed class KeyFolder : IDisposable
{
    private const int KeyBits = 2048;

    /// <summary>Makes the key.</summary>
    public KeyFolder()
    {
        using var rsa = RSA.Create(KeyBits);
        var key = rsa.ExportParameters(includePrivateParameters: true);
        PublicKey = rsa.ExportSubjectPublicKeyInfo();
        Directory = System.IO.Directory.CreateTempSubdirectory("pay-keys-").FullName;
        var members = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kty"] = "RSA",
            ["n"] = Base64Url.EncodeToString(key.Modulus),
            ["e"] = Base64Url.EncodeToString(key.Exponent),
            ["d"] = Base64Url.EncodeToString(key.D),
            ["p"] = Base64Url.EncodeToString(key.P),
            ["q"] = Base64Url.EncodeToString(key.Q),
            ["dp"] = Base64Url.EncodeToString(key.DP),
            ["dq"] = Base64Url.EncodeToString(key.DQ),
            ["qi"] = Base64Url.EncodeToString(key.InverseQ),
        };
        File.WriteAllText(
            Path.Combine(Directory, "gateway.jwk.json"), JsonSerializer.Serialize(members));
    }

    /// <summary>Where <c>gateway.jwk.json</c> is.</summary>
    public string Directory { get; }

    /// <summary>The public half: SubjectPublicKeyInfo.</summary>
    public ReadOnlyMemory<byte> PublicKey { get; }

    /// <inheritdoc/>
    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
