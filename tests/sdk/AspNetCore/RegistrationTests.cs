using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace PayFunctions.Tests.Sdk.AspNetCore;

public class RegistrationTests
{
    [Fact]
    public async Task Wrong_options_stop_the_host_at_its_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddPayFunctions(options => options.AppId = "no spaces please");
        using var host = builder.Build();

        var refusal = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync());

        refusal.Failures.Count().ShouldBe(4);
    }

    [Fact]
    public async Task Services_are_shared()
    {
        await using var services = new ServiceCollection().AddLogging()
            .AddPayFunctions(options =>
            {
                options.AppId = "app_1";
                options.KeyId = "key-1";
                options.Signer = SigningKey.FromPem(Vectors.MerchantKey);
                options.Environment = PayEnvironment.Sandbox();
            })
            .BuildServiceProvider();

        services.GetRequiredService<PayClient>()
            .ShouldBeSameAs(services.GetRequiredService<PayClient>());
        services.GetRequiredService<GatewayKeys>()
            .ShouldBeSameAs(services.GetRequiredService<GatewayKeys>());
        services.GetRequiredService<PayVerifier>().ShouldNotBeNull();
    }

    [Fact]
    public async Task A_call_is_limited_by_the_options_and_by_nothing_shorter()
    {
        await using var services = new ServiceCollection().AddLogging()
            .AddPayFunctions(options => options.AppId = "app_1")
            .BuildServiceProvider();

        using var http = services.GetRequiredService<IHttpClientFactory>()
            .CreateClient("PayFunctions");

        http.Timeout.ShouldBe(Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void A_connection_follows_no_redirect_and_no_proxy_of_the_environment()
    {
        using var handler = PayClient.CreateHandler();

        handler.AllowAutoRedirect.ShouldBeFalse();
        handler.UseProxy.ShouldBeFalse();
        handler.UseCookies.ShouldBeFalse();
    }
}
