using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PayFunctions.Channels.Wire;
using PayFunctions.Tests.Net;

namespace PayFunctions.Tests.Channels.Wire;

public sealed class ClientCertificateTests
{
    [Fact]
    public async Task Each_request_shows_its_own_certificate_or_none()
    {
        using var root = TestAuthority.Root();
        using var server = root.Issue("localhost");
        using var first = Client("first");
        using var second = Client("second");
        await using var channel = await LoopbackChannel.StartAsync(server);
        using var bench = new WireBench(root.Roots);
        var address = ByName(channel);

        foreach (var certificate in (X509Certificate2?[])[null, first, second, first, null])
        {
            var reply = await bench.Http.SendAsync(
                new WireRequest { Address = address, Certificate = certificate },
                CancellationToken.None);

            reply.Answer.ShouldNotBeNull(reply.Reason);
        }

        channel.Callers.Select(static c => c.Certificate).ShouldBe(
            [null, first.Thumbprint, second.Thumbprint, first.Thumbprint, null]);
    }

    [Fact]
    public async Task A_host_of_an_unknown_authority_gets_nothing()
    {
        using var root = TestAuthority.Root();
        using var server = root.Issue("localhost");
        await using var channel = await LoopbackChannel.StartAsync(server);
        using var bench = new WireBench();
        var address = ByName(channel);

        var reply = await bench.Http.SendAsync(WireRequest.Get(address), CancellationToken.None);

        reply.Reason.ShouldBe("no answer: SecureConnectionError");
        channel.Asked.ShouldBeEmpty();
    }

    private static Uri ByName(LoopbackChannel channel)
        => new(channel.Origin.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

    private static X509Certificate2 Client(string name)
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest(
            $"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
