using System.Buffers.Text;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using PayFunctions.Tests.Flows.World;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Flows.Stories;

/// <summary>
/// A merchant that verifies with a library it already has: our notification is signed by the same
/// rule.
/// </summary>
[Collection(StoryGroup.Name)]
public sealed class AlipaySdkVerifiesTests(SharedWorld shared)
{
    private static readonly string Folder = RepositoryRoot.Of("tests", "flows", "npm");

    [Fact]
    public async Task Our_notification_is_genuine_to_another_library_and_a_changed_one_is_not()
    {
        await NpmFolder.EnsureAsync(Folder);
        var world = await shared.OpenAsync();
        var paid = await Story.PaidAsync(world, world.Client.Order());
        var notice = await Story.FirstNoticeAsync(world, paid.OutTradeNo);
        var key = await PublicKeyAsync(world, notice.Fields["key_id"]);
        var cheaper = notice.Body.Replace(
            "total_fee=12345", "total_fee=12346", StringComparison.Ordinal);

        var genuine = await VerifyAsync(key, notice.Body);
        var changed = await VerifyAsync(key, cheaper);

        genuine.ShouldBe("true");
        cheaper.ShouldContain("total_fee=12346");
        changed.ShouldBe("false");
    }

    /// <summary>The gateway's public key as it publishes it, SubjectPublicKeyInfo.</summary>
    private static async Task<string> PublicKeyAsync(PayWorld world, string keyId)
    {
        var set = await world.Http.GetFromJsonAsync<JsonElement>(
            new Uri(world.Gateway, "/.well-known/jwks.json"));
        var key = set.GetProperty("keys").EnumerateArray()
            .Single(k => k.GetProperty("kid").ValueEquals(keyId));
        using var rsa = RSA.Create(new RSAParameters
        {
            Modulus = Base64Url.DecodeFromChars(key.GetProperty("n").GetString()),
            Exponent = Base64Url.DecodeFromChars(key.GetProperty("e").GetString()),
        });
        return Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo());
    }

    private static async Task<string> VerifyAsync(string publicKey, string form)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["verify.mjs"])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(new { publicKey, form }));
        node.StandardInput.Close();
        var answer = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        node.ExitCode.ShouldBe(0);
        return answer;
    }
}
