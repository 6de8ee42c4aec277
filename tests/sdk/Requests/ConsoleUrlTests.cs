using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Tests.Sdk.Requests;

public class ConsoleUrlTests
{
    [Fact]
    public async Task A_link_says_who_signs_when_and_what_for()
    {
        using var http = new HttpClient(PayClient.CreateHandler());
        var client = new PayClient(http, A.Options(), new ManualTimeProvider(Vectors.Noon));

        var link = await client.GetConsoleUrlAsync(TestContext.Current.CancellationToken);

        link.GetLeftPart(UriPartial.Path).ShouldBe("http://127.0.0.1:7071/console/sign-in");
        var fields = link.Query[1..].Split('&').Select(static f => f.Split('=', 2))
            .ToDictionary(
                static f => f[0], static f => Uri.UnescapeDataString(f[1]),
                StringComparer.Ordinal);
        fields["purpose"].ShouldBe("console");
        fields["timestamp"].ShouldBe("1767326645");
        fields["nonce"].ShouldMatch("^[0-9a-f]{32}$");
        fields["sign_type"].ShouldBe("RSA2");
        using var key = RSA.Create();
        key.ImportFromPem(Vectors.MerchantPublicKey);
        var signed = string.Join('&', fields
            .Where(static f => f.Key is not ("sign" or "sign_type"))
            .OrderBy(static f => f.Key, StringComparer.Ordinal)
            .Select(static f => $"{f.Key}={f.Value}"));
        key.VerifyData(
            Encoding.UTF8.GetBytes(signed), Convert.FromBase64String(fields["sign"]),
            HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
    }

    [Fact]
    public async Task No_two_links_are_the_same()
    {
        using var http = new HttpClient(PayClient.CreateHandler());
        var client = new PayClient(http, A.Options(), new ManualTimeProvider(Vectors.Noon));

        (await client.GetConsoleUrlAsync(TestContext.Current.CancellationToken))
            .ShouldNotBe(await client.GetConsoleUrlAsync(TestContext.Current.CancellationToken));
    }
}
