using System.Security.Cryptography;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>Every key of this world, made on the first run and kept.</summary>
internal sealed record SandboxKeys
{
    private const int RsaBits = 2048;
    private const int FunctionKeyBytes = 32;

    /// <summary>The folder of the keys the functions sign with.</summary>
    public required string GatewayFolder { get; init; }

    /// <summary>Alipay's own private key, PKCS#8 PEM.</summary>
    public required string AlipayPrivate { get; init; }

    /// <summary>The shop's private key, PKCS#8 PEM.</summary>
    public required string ShopPrivate { get; init; }

    /// <summary>Alipay's public key, SubjectPublicKeyInfo in base64.</summary>
    public required string AlipayPublic { get; init; }

    /// <summary>The public key of the gateway's Alipay application, likewise.</summary>
    public required string AlipayApplicationPublic { get; init; }

    /// <summary>The shop's public key, likewise.</summary>
    public required string ShopPublic { get; init; }

    /// <summary>The operator's function key.</summary>
    public required string OperatorKey { get; init; }

    /// <summary>Reads the keys of a data folder, making those that are missing.</summary>
    public static SandboxKeys ReadOrMake(string dataFolder)
    {
        var gatewayFolder = Path.Combine(dataFolder, "keys");
        _ = Jwk(gatewayFolder, "gateway");
        var othersFolder = Path.Combine(dataFolder, "others");
        var alipay = Pem(othersFolder, "alipay");
        var shop = Pem(othersFolder, "shop");
        return new()
        {
            GatewayFolder = gatewayFolder,
            AlipayPrivate = alipay,
            ShopPrivate = shop,
            AlipayPublic = PublicOfPem(alipay),
            AlipayApplicationPublic = PublicOfJwk(Jwk(gatewayFolder, "alipay-main")),
            ShopPublic = PublicOfPem(shop),
            OperatorKey = SecretFile.ReadOrMake(
                Path.Combine(othersFolder, "operator.key"),
                static () => RandomNumberGenerator.GetHexString(FunctionKeyBytes * 2, true)),
        };
    }

    private static string Jwk(string folder, string name)
        => SecretFile.ReadOrMake(
            Path.Combine(folder, $"{name}.jwk.json"),
            static () =>
            {
                using var key = RSA.Create(RsaBits);
                return JwkText.Write(key);
            });

    private static string Pem(string folder, string name)
        => SecretFile.ReadOrMake(
            Path.Combine(folder, $"{name}.key.pem"),
            static () =>
            {
                using var key = RSA.Create(RsaBits);
                return key.ExportPkcs8PrivateKeyPem();
            });

    private static string PublicOfPem(string text)
    {
        using var key = RSA.Create();
        key.ImportFromPem(text);
        return Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }

    private static string PublicOfJwk(string text)
    {
        using var key = JwkText.Read(text);
        return Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }
}
