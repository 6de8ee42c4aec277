using System.Security.Cryptography;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>
/// Every key and secret of this world: made when it is first asked for, and kept for the next run.
/// </summary>
internal sealed class SandboxKeys
{
    private const int RsaBits = 2048;
    private const int SecretBytes = 16;
    private const int FunctionKeyBytes = 32;

    private readonly string othersFolder;

    private SandboxKeys(string dataFolder)
    {
        GatewayFolder = Path.Combine(dataFolder, "keys");
        othersFolder = Path.Combine(dataFolder, "others");
    }

    /// <summary>The folder of what the functions sign and share secrets with.</summary>
    public string GatewayFolder { get; }

    /// <summary>The operator's function key.</summary>
    public string OperatorKey
        => SecretFile.ReadOrMake(
            Path.Combine(othersFolder, "operator.key"), static () => Random(FunctionKeyBytes));

    /// <summary>The keys of a data folder.</summary>
    public static SandboxKeys Of(string dataFolder) => new(dataFolder);

    /// <summary>A key the functions sign with.</summary>
    /// <returns>Its public part, SubjectPublicKeyInfo in base64.</returns>
    public string SigningKey(string name)
    {
        var text = SecretFile.ReadOrMake(
            Path.Combine(GatewayFolder, $"{name}.jwk.json"),
            static () =>
            {
                using var key = RSA.Create(RsaBits);
                return JwkText.Write(key);
            });
        using var key = JwkText.Read(text);
        return Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>A secret the functions share with a channel: 32 hexadecimal digits.</summary>
    /// <param name="name">The name under which the functions find it.</param>
    public string Secret(string name) => Secret(name, static () => Random(SecretBytes));

    /// <summary>Likewise, made as its channel wants it.</summary>
    public string Secret(string name, Func<string> make)
        => SecretFile.ReadOrMake(Path.Combine(GatewayFolder, $"{name}.secret"), make);

    /// <summary>The private key of somebody other than the functions, PKCS#8 PEM.</summary>
    public string Private(string name)
        => SecretFile.ReadOrMake(
            Path.Combine(othersFolder, $"{name}.key.pem"),
            static () =>
            {
                using var key = RSA.Create(RsaBits);
                return key.ExportPkcs8PrivateKeyPem();
            });

    /// <summary>Its public part, SubjectPublicKeyInfo in base64.</summary>
    public string Public(string name)
    {
        using var key = RSA.Create();
        key.ImportFromPem(Private(name));
        return Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }

    private static string Random(int bytes)
        => RandomNumberGenerator.GetHexString(bytes * 2, lowercase: true);
}
