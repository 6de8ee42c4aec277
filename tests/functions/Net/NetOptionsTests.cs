using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PayFunctions.Net;

namespace PayFunctions.Tests.Net;

public sealed class NetOptionsTests
{
    [Fact]
    public void Without_settings_a_post_has_ten_seconds_and_64_kibibytes_and_no_open_network()
    {
        using var services = Services();

        var options = services.GetRequiredService<IOptions<NetOptions>>().Value;

        options.Timeout.ShouldBe(TimeSpan.FromSeconds(10));
        options.AnswerLimit.ShouldBe(65536);
        services.GetRequiredService<NetworkList>().IsEmpty.ShouldBeTrue();
        services.GetRequiredService<GuardedClient>().ShouldNotBeNull();
    }

    [Fact]
    public void Settings_are_read_from_their_section()
    {
        using var services = Services(
            ("Net:Timeout", "00:00:05"),
            ("Net:AnswerLimit", "2048"),
            ("Net:AllowedNetworks:0", "127.0.0.0/8"),
            ("Net:AllowedNetworks:1", "fd00::/8"));

        var options = services.GetRequiredService<IOptions<NetOptions>>().Value;
        var list = services.GetRequiredService<NetworkList>();

        options.Timeout.ShouldBe(TimeSpan.FromSeconds(5));
        options.AnswerLimit.ShouldBe(2048);
        list.Contains(IPAddress.Loopback).ShouldBeTrue();
        list.Contains(IPAddress.Parse("fd00::1")).ShouldBeTrue();
        list.Contains(IPAddress.IPv6Loopback).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Timeout", "00:00:00")]
    [InlineData("Timeout", "00:00:31")]
    [InlineData("AnswerLimit", "1023")]
    [InlineData("AnswerLimit", "1048577")]
    [InlineData("AllowedNetworks:0", "0.0.0.0/0")]
    [InlineData("AllowedNetworks:0", "shop.example.com")]
    [InlineData("ConnectionLifetime", "00:00:00")]
    [InlineData("ConnectionLifetime", "01:00:00")]
    [InlineData("CircuitPosts", "1")]
    [InlineData("CircuitWindow", "00:00:00")]
    [InlineData("CircuitBreak", "01:00:00")]
    [InlineData("CircuitHosts", "0")]
    public void A_setting_out_of_its_range_stops_the_start(string name, string value)
    {
        using var services = Services(($"Net:{name}", value));

        var refusal = Should.Throw<OptionsValidationException>(
            () => services.GetRequiredService<IStartupValidator>().Validate());

        refusal.Message.ShouldContain(name.Split(':')[0]);
    }

    private static ServiceProvider Services(params (string Name, string Value)[] settings)
        => new ServiceCollection()
            .AddNet(new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(
                    static one => KeyValuePair.Create(one.Name, (string?)one.Value)))
                .Build())
            .BuildServiceProvider();
}
