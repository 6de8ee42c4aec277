using PayFunctions.Sandbox.Launcher;

namespace PayFunctions.Tests.Sandbox.Launcher;

public sealed class SandboxCommandTests
{
    [Fact]
    public async Task Without_options_the_documented_ports_and_folder_hold()
    {
        var options = await ParseAsync();

        options.ShouldBe(new SandboxOptions { DataFolder = BuildFacts.DataFolder });
        options.DataFolder.ShouldEndWith(Path.Combine("sandbox", ".data"));
    }

    [Fact]
    public async Task Every_option_arrives()
    {
        var options = await ParseAsync(
            "--port", "1", "--shop-port", "2", "--alipay-port", "0", "--seed-orders", "5",
            "--data", "/data", "--time-scale", "60.5");

        options.ShouldBe(new SandboxOptions
        {
            Port = 1,
            ShopPort = 2,
            AlipayPort = 0,
            SeedOrders = 5,
            DataFolder = Path.GetFullPath("/data"),
            TimeScale = 60.5,
        });
    }

    [Theory]
    [InlineData("--port", "65536")]
    [InlineData("--shop-port", "-1")]
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
