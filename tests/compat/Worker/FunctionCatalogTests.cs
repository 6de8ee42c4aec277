using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Runtime;
using Microsoft.Extensions.Configuration;
using PayFunctions.Tests.Compat.Worker.Fixtures;

namespace PayFunctions.Tests.Compat.Worker;

public sealed class FunctionCatalogTests
{
    private static readonly Dictionary<string, string?> NoPrefix = new(StringComparer.Ordinal)
    {
        ["AzureFunctionsJobHost:extensions:http:routePrefix"] = "",
    };

    [Fact]
    public void A_function_is_described_by_its_method_and_its_trigger()
    {
        var catalog = FunctionCatalog.Scan(
            typeof(HttpFunctions).Assembly, static name => name is "Typed" or "BySetting");

        catalog.Functions.Select(function => function.Name).ShouldBe(["BySetting", "Typed"]);
        var typed = catalog.With<HttpTriggerAttribute>().ShouldHaveSingleItem();
        typed.EntryPoint.ShouldBe(
            "PayFunctions.Tests.Compat.Worker.Fixtures.HttpFunctions.Typed");
        typed.Parameters.Select(parameter => parameter.Name)
            .ShouldBe(["request", "text", "number", "big", "id"]);
        typed.InputBindings["request"].Type.ShouldBe("httpTrigger");
        typed.InputBindings["request"].Direction.ShouldBe(BindingDirection.In);
        typed.OutputBindings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Twice", "Two functions are named 'Twice'")]
    [InlineData("No Name", "'No Name' is no function name")]
    [InlineData("NoTrigger", "has 0 triggers")]
    [InlineData("TwoTriggers", "has 2 triggers")]
    [InlineData("NoSuchValue", "no part of its route fills the parameter 'name'")]
    [InlineData("NoSuchType", "a route value cannot be a System.TimeSpan")]
    [InlineData("NotTheRequest", "its trigger must be an HttpRequest")]
    [InlineData("ByUser", "the level User is not offered")]
    [InlineData("Host", "/Admin belongs to the host")]
    [InlineData("Unfilled", "nothing fills the parameter 'other'")]
    [InlineData("TakeNumber", "the trigger cannot bring a System.Int32")]
    public void An_app_with_a_malformed_function_is_not_built(string name, string why)
        => Should.Throw<InvalidOperationException>(() => WorkerApp.Build([name], NoPrefix))
            .Message.ShouldContain(why);

    [Fact]
    public void An_http_function_needs_the_web_application()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(
            StringComparer.Ordinal)
        {
            ["AzureFunctionsJobHost:functions:0"] = "Echo",
            ["AzureFunctionsStandIn:Assembly"] = typeof(HttpFunctions).Assembly.FullName,
        });

        var failure = Should.Throw<InvalidOperationException>(builder.Build);

        failure.Message.ShouldContain("ConfigureFunctionsWebApplication()");
    }
}
