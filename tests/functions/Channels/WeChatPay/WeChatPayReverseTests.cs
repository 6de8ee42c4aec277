using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PayFunctions.Channels.Wire;
using PayFunctions.Tests.Channels.Tenpay;
using PayFunctions.Tests.Channels.Wire;

namespace PayFunctions.Tests.Channels.WeChatPay;

/// <summary>The reverse of the older interface shows the merchant certificate.</summary>
public sealed class WeChatPayReverseTests
{
    [Fact]
    public async Task Only_a_reverse_shows_the_merchant_certificate()
    {
        using var server = ClientCertificate.Make("wechatpay-server");
        await using var host = await LoopbackChannel.StartAsync(server);
        using var bench = new WeChatPayBench(
            services => services.AddSingleton(p => new ChannelConnections(
                p.GetRequiredService<IOptions<ChannelLimits>>(),
                new X509Certificate2Collection(
                    X509CertificateLoader.LoadCertificate(server.RawData)))),
            [.. Till.Settings, ("base_uri", host.Origin), ("Channels:RetryDelay", "00:00:00")]);
        bench.Time.Advance(TimeSpan.FromSeconds(15));

        await bench.Channel.ChargeAsync(A.ChargeRequest(), CancellationToken.None);
        await bench.Channel.CancelAsync(A.CodeTrade, CancellationToken.None);

        host.Asked.Select(static a => a.Target)
            .ShouldBe(["/pay/micropay", "/secapi/pay/reverse"]);
        host.Callers.Select(static c => c.Certificate)
            .ShouldBe([null, Till.Certificate.Thumbprint]);
    }
}
