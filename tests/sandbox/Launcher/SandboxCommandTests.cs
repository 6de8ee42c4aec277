using PayFunctions.Sandbox.Launcher;

namespace PayFunctions.Tests.Sandbox.Launcher;

public sealed class SandboxCommandTests
{
    [Fact]
    public async Task Without_options_the_documented_ports_and_folder_hold()
    {
        var options = await ParseAsync();

        Ports(options).ShouldBe([7071, 7080, 7090, 7091, 7092, 7093, 7094]);
        options.SeedOrders.ShouldBe(0);
        options.TimeScale.ShouldBe(1);
        options.DataFolder.ShouldBe(BuildFacts.DataFolder);
        options.DataFolder.ShouldEndWith(Path.Combine("sandbox", ".data"));
    }

    [Fact]
    public async Task Every_option_arrives()
    {
        var options = await ParseAsync(
            "--port", "1", "--shop-port", "2", "--alipay-port", "0", "--tenpay-port", "3",
            "--ipaynow-port", "4", "--abc-port", "6", "--wechatpay-port", "7", "--seed-orders", "5",
            "--data", "/data", "--time-scale", "60.5");

        Ports(options).ShouldBe([1, 2, 0, 3, 4, 6, 7]);
        options.SeedOrders.ShouldBe(5);
        options.DataFolder.ShouldBe(Path.GetFullPath("/data"));
        options.TimeScale.ShouldBe(60.5);
    }

    [Fact]
    public async Task A_day_is_played_only_when_it_is_asked_for()
    {
        (await ParseAsync("--day-orders", "5")).Day.ShouldBeNull();
        var standard = (await ParseAsync("--day")).Day.ShouldNotBeNull();
        var own = (await ParseAsync("--day", "--day-orders", "5", "--day-seconds", "24")).Day
            .ShouldNotBeNull();

        (standard.Orders, standard.Seconds).ShouldBe((300, 60));
        (own.Orders, own.Seconds).ShouldBe((5, 24));
    }

    [Theory]
    [InlineData("--day-orders", "0")]
    [InlineData("--day-seconds", "1")]
    [InlineData("--port", "65536")]
    [InlineData("--shop-port", "-1")]
    [InlineData("--alipay-port", "alipay")]
    [InlineData("--seed-orders", "10001")]
    [InlineData("--time-scale", "0")]
    [InlineData("--port", "http")]
    public void A_value_without_sense_is_refused_by_name(string name, string value)
    {
        var parsed = SandboxCommand.Create(static (_, _) => Task.FromResult(0))
            .Parse([name, value]);

        parsed.Errors.ShouldNotBeEmpty();
        parsed.Errors[0].Message.ShouldContain(name);
    }

    private static IEnumerable<int> Ports(SandboxOptions options)
        => [options.Port, options.ShopPort, .. SandboxChannels.All.Select(options.PortOf)];

    private static async Task<SandboxOptions> ParseAsync(params string[] arguments)
    {
        SandboxOptions? seen = null;
        var command = SandboxCommand.Create((options, _) =>
        {
            seen = options;
            return Task.FromResult(0);
        });

        (await command.Parse(arguments).InvokeAsync()).ShouldBe(0);
        return seen.ShouldNotBeNull();
    }
}
