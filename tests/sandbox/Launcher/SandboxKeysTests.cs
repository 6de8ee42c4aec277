using System.Security.Cryptography;
using System.Text.Json;
using PayFunctions.Sandbox.Launcher;

namespace PayFunctions.Tests.Sandbox.Launcher;

public sealed class SandboxKeysTests : IDisposable
{
    private static readonly string[] Files =
    [
        "keys/gateway.jwk.json", "keys/tenpay-main-key.secret", "others/operator.key",
        "others/shop.key.pem",
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Keys_are_made_once_and_found_again()
    {
        var first = Ask();
        var second = Ask();

        second.ShouldBe(first);
        MadeFiles().ShouldBe(Files);
    }

    [Fact]
    public void Keys_are_for_their_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        Ask();

        foreach (var file in Files)
        {
            Mode(folder.Of(file)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        }
    }

    [Fact]
    public void A_key_that_is_missing_is_made_and_the_others_stay()
    {
        var first = Ask();
        File.Delete(folder.Of("others", "shop.key.pem"));

        var second = Ask();

        second.Shop.ShouldNotBe(first.Shop);
        (second with { Shop = first.Shop }).ShouldBe(first);
    }

    [Fact]
    public void A_signing_key_is_a_private_JWK_of_2048_bits()
    {
        var keys = SandboxKeys.Of(folder.Path);
        var told = keys.SigningKey("gateway");
        var text = File.ReadAllText(Path.Combine(keys.GatewayFolder, "gateway.jwk.json"));

        var names = JsonElement.Parse(text).EnumerateObject().Select(static p => p.Name);
        using var key = JwkText.Read(text);

        names.ShouldBe(["kty", "n", "e", "d", "p", "q", "dp", "dq", "qi"]);
        key.KeySize.ShouldBe(2048);
        Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()).ShouldBe(told);
        key.SignData([1], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .Length.ShouldBe(256);
    }

    [Fact]
    public void A_secret_lies_where_the_functions_look_for_it()
    {
        var keys = SandboxKeys.Of(folder.Path);

        var drawn = keys.Secret("drawn");
        var made = keys.Secret("made", static () => "as its channel wants it");

        drawn.ShouldMatch("^[0-9a-f]{32}$");
        made.ShouldBe("as its channel wants it");
        File.ReadAllText(Path.Combine(keys.GatewayFolder, "drawn.secret")).ShouldBe(drawn);
        keys.Secret("made").ShouldBe(made);
    }

    private static UnixFileMode Mode(string path)
        => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);

    private Answers Ask()
    {
        var keys = SandboxKeys.Of(folder.Path);
        return new(
            keys.SigningKey("gateway"), keys.Secret("tenpay-main-key"), keys.Public("shop"),
            keys.OperatorKey);
    }

    private IEnumerable<string> MadeFiles()
        => Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder.Path, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    private sealed record Answers(string Gateway, string Secret, string Shop, string Operator);
}
