using PayFunctions.Sandbox.Launcher;

namespace PayFunctions.Tests.Sandbox.Launcher;

public sealed class FunctionsSettingsTests
{
    [Fact]
    public void The_functions_get_every_setting_they_need()
    {
        using var folder = new TemporaryFolder();
        var keys = SandboxKeys.ReadOrMake(folder.Path);

        var settings = FunctionsSettings.Of(
            Ports.Root(7071), Ports.Root(7090), "UseDevelopmentStorage=true", keys);

        settings.ShouldBe(new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:7071",
            ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
            ["Gateway__PublicUri"] = "http://127.0.0.1:7071/",
            ["Keys__LocalFolder"] = folder.Of("keys"),
            ["Keys__SigningKey"] = "gateway",
            ["Alipay__Accounts__main__AppId"] = "2021000000000001",
            ["Alipay__Accounts__main__SellerId"] = "2088101106499364",
            ["Alipay__Accounts__main__SigningKey"] = "alipay-main",
            ["Alipay__Accounts__main__PublicKey"] = keys.AlipayPublic,
            ["Alipay__Accounts__main__GatewayUri"] = "http://127.0.0.1:7090/gateway.do",
            ["Net__AllowedNetworks__0"] = "127.0.0.0/8",
            ["Host__FunctionKeys__operator"] = keys.OperatorKey,
        }, ignoreOrder: true);
    }
}
