using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PayFunctions.Channels.Alipay;

namespace PayFunctions.Tests.Channels.Alipay;

public sealed class AlipayOptionsTests
{
    [Theory]
    [InlineData("AppId", "")]
    [InlineData("AppId", "202100000000000")]
    [InlineData("AppId", "202100000000000x")]
    [InlineData("SellerId", "")]
    [InlineData("SellerId", "1088101106499364")]
    [InlineData("SigningKey", " ")]
    [InlineData("PublicKey", "")]
    [InlineData("PublicKey", "AAAA")]
    [InlineData("PublicKey", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    [InlineData("GatewayUri", "")]
    [InlineData("GatewayUri", "openapi.alipay.com")]
    [InlineData("GatewayUri", "http://openapi.alipay.com/gateway.do")]
    [InlineData("GatewayUri", "https://openapi.alipay.com/gateway.do?x=y")]
    [InlineData("GatewayUri", "https://user@openapi.alipay.com/gateway.do")]
    [InlineData("Charset", "utf8")]
    [InlineData("Charset", "gb2312")]
    [InlineData("AppAuthToken", "")]
    [InlineData("AppAuthToken", "a&b")]
    public void A_wrong_field_is_named_with_its_account_at_the_start(string field, string value)
    {
        using var bench = new AlipayBench((field, value));

        var fault = Should.Throw<OptionsValidationException>(() => Start(bench.Services));

        fault.Failures.ShouldHaveSingleItem().ShouldStartWith($"Alipay:Accounts:main:{field} ");
    }

    [Theory]
    [InlineData("ConnectTimeout", "00:00:31")]
    [InlineData("AttemptTimeout", "00:00:00")]
    [InlineData("TotalTimeout", "00:00:04")]
    [InlineData("TotalTimeout", "00:02:01")]
    [InlineData("RetryDelay", "-00:00:01")]
    [InlineData("QueryRetries", "6")]
    [InlineData("BreakerCalls", "1")]
    [InlineData("BreakerPause", "00:06:00")]
    public void A_wrong_limit_is_named_at_the_start(string field, string value)
    {
        using var bench = new AlipayBench(($"Alipay:{field}", value));

        var fault = Should.Throw<OptionsValidationException>(() => Start(bench.Services));

        fault.Failures.ShouldHaveSingleItem().ShouldStartWith($"Alipay:{field} ");
    }

    [Fact]
    public void Small_keys_and_the_wrong_kind_of_key_are_refused()
    {
        using var small = System.Security.Cryptography.RSA.Create(1024);
        var pkcs1 = AlipayVectors.Keys.GetProperty("alipay_gateway").Text("public_pkcs1_pem");
        var spki = Convert.FromBase64String(AlipayVectors.GatewayKey);

        AlipayPublicKey.TryRead(small.ExportSubjectPublicKeyInfoPem(), out _).ShouldBeFalse();
        AlipayPublicKey.TryRead(pkcs1, out _).ShouldBeFalse();
        AlipayPublicKey.TryRead(Convert.ToBase64String([.. spki, 0]), out _).ShouldBeFalse();
        AlipayPublicKey.TryRead(Convert.ToBase64String(spki[..^1]), out _).ShouldBeFalse();
        AlipayPublicKey.TryRead(null, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_key_may_be_pem_or_bare_even_with_line_breaks()
    {
        foreach (var text in (string[])
            [
                AlipayVectors.GatewayPem,
                AlipayVectors.GatewayKey,
                AlipayVectors.GatewayKey.Insert(64, "\r\n") + "\n",
            ])
        {
            AlipayPublicKey.TryRead(text, out var key).ShouldBeTrue();
            key!.Dispose();
        }
    }

    [Fact]
    public void An_account_s_name_fits_into_a_route()
    {
        using var bench = new AlipayBench(("Alipay:Accounts:a/b:AppId", "x"));

        Should.Throw<OptionsValidationException>(() => Start(bench.Services))
            .Failures.First().ShouldBe(
                "Alipay:Accounts:a/b: a name is 1 to 32 of a-z, 0-9, '-' and '_'.");
    }

    [Fact]
    public void No_account_is_allowed_and_serves_nobody()
    {
        using var services = new ServiceCollection()
            .AddSingleton<PayFunctions.Keys.SignRsa2>(AlipayBench.SignAsync)
            .AddAlipay(new ConfigurationBuilder().Build())
            .BuildServiceProvider();

        Start(services);

        services.GetRequiredService<AlipayChannel>().HasAccount("main").ShouldBeFalse();
    }

    [Fact]
    public void Loopback_needs_no_https()
    {
        using var bench = new AlipayBench(("GatewayUri", "http://127.0.0.1:8080/gateway.do"));

        Start(bench.Services);

        bench.Account().Gateway.Port.ShouldBe(8080);
    }

    private static void Start(IServiceProvider services)
        => services.GetRequiredService<IStartupValidator>().Validate();
}
