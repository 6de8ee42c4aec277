using System.Security.Cryptography.X509Certificates;
using PayFunctions.Net;

namespace PayFunctions.Tests.Net;

public sealed class GuardedClientTlsTests
{
    private const string Name = "shop.example.com";

    [Fact]
    public async Task A_host_that_proves_its_name_is_called()
    {
        using var root = TestAuthority.Root();
        using var certificate = root.Issue(Name);
        await using var shop = await LoopbackServer.StartAsync(
            A.Answer("success"), certificate: certificate);
        using var client = A.Client(new ScriptedNames(["127.0.0.1"]), roots: root.Roots);

        var result = await client.PostAsync(shop.Url(Name, "https"));

        result.Outcome.ShouldBe(DeliveryOutcome.Answered);
        result.Text().ShouldBe("success");
    }

    [Theory]
    [InlineData("other.example.com", 7)]
    [InlineData("example.com", 7)]
    [InlineData("*.com", 7)]
    [InlineData(Name, -1)]
    public async Task A_certificate_of_another_name_or_time_is_refused(string name, int days)
    {
        using var root = TestAuthority.Root();
        using var certificate = root.Issue(name, days);
        await using var shop = await LoopbackServer.StartAsync(
            A.Answer("success"), certificate: certificate);
        using var client = A.Client(new ScriptedNames(["127.0.0.1"]), roots: root.Roots);

        var result = await client.PostAsync(shop.Url(Name, "https"));

        result.Outcome.ShouldBe(DeliveryOutcome.TlsFailed);
        shop.Hits.ShouldBe(0);
    }

    [Fact]
    public async Task A_certificate_of_an_unknown_authority_is_refused()
    {
        using var root = TestAuthority.Root();
        using var certificate = root.Issue(Name);
        await using var shop = await LoopbackServer.StartAsync(
            A.Answer("success"), certificate: certificate);
        using var client = A.Client(new ScriptedNames(["127.0.0.1"]));

        var result = await client.PostAsync(shop.Url(Name, "https"));

        result.Outcome.ShouldBe(DeliveryOutcome.TlsFailed);
        shop.Hits.ShouldBe(0);
    }

    [Fact]
    public async Task A_host_without_tls_is_not_called_by_https()
    {
        await using var shop = await LoopbackServer.StartAsync(A.Answer("success"));
        using var client = A.Client(new ScriptedNames(["127.0.0.1"]));

        var result = await client.PostAsync(shop.Url(Name, "https"));

        result.Outcome.ShouldBe(DeliveryOutcome.TlsFailed);
        shop.Hits.ShouldBe(0);
    }

    [Fact]
    public async Task A_url_inside_a_certificate_is_never_fetched()
    {
        using var root = TestAuthority.Root();
        using var intermediate = root.Intermediate();
        await using var hidden = await LoopbackServer.StartAsync(
            context => context.Response.Body.WriteAsync(intermediate.Published).AsTask());
        using var certificate = intermediate.Issue(Name, issuerUrl: hidden.Url());
        await using var shop = await LoopbackServer.StartAsync(
            A.Answer("success"), certificate: certificate);
        using var client = A.Client(new ScriptedNames(["127.0.0.1"]), roots: root.Roots);

        var result = await client.PostAsync(shop.Url(Name, "https"));

        result.Outcome.ShouldBe(DeliveryOutcome.TlsFailed);
        hidden.Hits.ShouldBe(0);
        IssuerUrls(certificate).ShouldBe([hidden.Url().ToString()]);
        LacksOnlyItsIssuer(certificate, intermediate, root).ShouldBeTrue();
    }

    private static IEnumerable<string> IssuerUrls(X509Certificate2 certificate)
        => certificate.Extensions.OfType<X509AuthorityInformationAccessExtension>()
            .Single().EnumerateCAIssuersUris();

    // Downloads stay off here too: the platform keeps what it fetched in the user's own store.
    private static bool LacksOnlyItsIssuer(
        X509Certificate2 certificate, TestAuthority issuer, TestAuthority root)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(root.Roots);
        var alone = chain.Build(certificate);
        chain.ChainPolicy.ExtraStore.AddRange(issuer.Roots);
        return !alone && chain.Build(certificate);
    }
}
