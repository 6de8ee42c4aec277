using System.Security.Cryptography;
using System.Text.Json;
using PayFunctions.Sandbox.Launcher;

namespace PayFunctions.Tests.Sandbox.Launcher;

public sealed class SandboxKeysTests : IDisposable
{
    private static readonly string[] Files =
    [
        "keys/alipay-main.jwk.json", "keys/gateway.jwk.json", "others/alipay.key.pem",
        "others/operator.key", "others/shop.key.pem",
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Keys_are_made_once_and_found_again()
    {
        var first = SandboxKeys.ReadOrMake(folder.Path);
        var second = SandboxKeys.ReadOrMake(folder.Path);

        second.ShouldBe(first);
        MadeFiles().ShouldBe(Files);
    }

    [Fact]
    public void Keys_are_for_their_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        SandboxKeys.ReadOrMake(folder.Path);

        foreach (var file in Files)
        {
            Mode(folder.Of(file)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        }
    }

    [Fact]
    public void A_key_that_is_missing_is_made_and_the_others_stay()
    {
        var first = SandboxKeys.ReadOrMake(folder.Path);
        File.Delete(folder.Of("others", "shop.key.pem"));

        var second = SandboxKeys.ReadOrMake(folder.Path);

        second.ShopPublic.ShouldNotBe(first.ShopPublic);
        (second with { ShopPublic = first.ShopPublic, ShopPrivate = first.ShopPrivate })
            .ShouldBe(first);
    }

    [Fact]
    public void A_gateway_key_is_a_private_JWK_of_2048_bits()
    {
        var keys = SandboxKeys.ReadOrMake(folder.Path);
        var text = File.ReadAllText(Path.Combine(keys.GatewayFolder, "gateway.jwk.json"));

        var names = JsonElement.Parse(text).EnumerateObject().Select(static p => p.Name);
        using var key = JwkText.Read(text);

        names.ShouldBe(["kty", "n", "e", "d", "p", "q", "dp", "dq", "qi"]);
        key.KeySize.ShouldBe(2048);
        key.SignData([1], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .Length.ShouldBe(256);
    }

    private static UnixFileMode Mode(string path)
        => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);

    private IEnumerable<string> MadeFiles()
        => Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder.Path, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
}
