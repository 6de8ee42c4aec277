using PayFunctions.Sandbox.Launcher;

namespace PayFunctions.Tests.Sandbox.Launcher;

public sealed class FunctionsSettingsTests
{
    [Fact]
    public void The_functions_get_every_setting_they_need()
    {
        using var folder = new TemporaryFolder();
        var keys = SandboxKeys.Of(folder.Path);

        var settings = FunctionsSettings.Of(
            Ports.Root(7071), "UseDevelopmentStorage=true", keys);

        settings.ShouldBe(new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:7071",
            ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
            ["Gateway__PublicUri"] = "http://127.0.0.1:7071/",
            ["Keys__LocalFolder"] = folder.Of("keys"),
            ["Keys__SigningKey"] = "gateway",
            ["Net__AllowedNetworks__0"] = "127.0.0.0/8",
            ["Host__FunctionKeys__operator"] = keys.OperatorKey,
        }, ignoreOrder: true);
        File.Exists(folder.Of("keys", "gateway.jwk.json")).ShouldBeTrue();
    }

    [Fact]
    public void A_day_that_is_played_has_its_clock_and_its_pace()
    {
        using var folder = new TemporaryFolder();

        var settings = FunctionsSettings.Of(
            Ports.Root(7071), "UseDevelopmentStorage=true", SandboxKeys.Of(folder.Path),
            "/clock", 1440.5);

        settings["Rehearsal__ClockFile"].ShouldBe("/clock");
        settings["Rehearsal__Pace"].ShouldBe("1440.5");
    }
}
