using PayFunctions.Sandbox.Launcher;

namespace PayFunctions.Tests.Sandbox.Launcher;

public sealed class SandboxChannelsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Names
        => [.. SandboxChannels.All.Select(static c => c.Name)];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Channels_differ_in_name_and_port()
    {
        SandboxChannels.All.Select(static c => c.Name).ShouldBeUnique();
        SandboxChannels.All.Select(static c => c.StandardPort).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_channel_starts_with_the_keys_of_its_account(string name)
    {
        var channel = SandboxChannels.All.Single(c => c.Name == name);
        var keys = SandboxKeys.Of(folder.Path);
        var port = Ports.Reserve(0, channel.PortOption);

        var account = channel.Account(keys, Ports.Root(port));
        await using var simulator = await channel.StartAsync(
            new(
                port, keys, 1, TimeProvider.System, new Uri("http://127.0.0.1:7071"), "shop"),
            default);

        account.Channel.ShouldBe(name);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        (await client.GetStringAsync(new Uri(Ports.Root(port), "control/trades"))).ShouldBe("[]");
        account.Secrets.Values.ShouldAllBe(
            secret => File.Exists(folder.Of("keys", secret + ".secret")));
        account.Settings.Where(static s => s.Key == "signing_key").ShouldAllBe(
            key => File.Exists(folder.Of("keys", key.Value + ".jwk.json")));
    }

    [Fact]
    public void Alipays_account_has_the_settings_that_the_gateway_knows()
    {
        var keys = SandboxKeys.Of(folder.Path);

        var account = SandboxAlipay.Channel.Account(keys, Ports.Root(7090));

        account.Name.ShouldBe("main");
        account.Secrets.ShouldBeEmpty();
        account.Settings.ShouldBe(new Dictionary<string, string>
        {
            ["app_id"] = "2021000000000001",
            ["seller_id"] = "2088101106499364",
            ["signing_key"] = "alipay-main",
            ["public_key"] = keys.Public("alipay"),
            ["gateway_uri"] = "http://127.0.0.1:7090/gateway.do",
        }, ignoreOrder: true);
    }
}
