using System.Net;

namespace PayFunctions.Tests.Compat.Worker;

public sealed class HttpRouteTests
{
    private static readonly Dictionary<string, string?> NoPrefix = new(StringComparer.Ordinal)
    {
        ["AzureFunctionsJobHost:extensions:http:routePrefix"] = "",
    };

    [Fact]
    public async Task Routes_begin_with_api_unless_host_json_says_else()
    {
        await using var app = await WorkerApp.StartAsync(["Nothing"]);

        var with = await app.Client.GetAsync(new Uri("/api/nothing", UriKind.Relative));
        var without = await app.Client.GetAsync(new Uri("/nothing", UriKind.Relative));

        with.StatusCode.ShouldBe(HttpStatusCode.OK);
        without.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_empty_prefix_is_no_prefix()
    {
        await using var app = await WorkerApp.StartAsync(["Nothing"], NoPrefix);

        var answer = await app.Client.GetAsync(new Uri("/nothing", UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.Probe.HearAsync<string>()).ShouldStartWith("/nothing Nothing ");
    }

    [Fact]
    public async Task A_function_without_a_route_has_its_name_and_takes_every_method()
    {
        await using var app = await WorkerApp.StartAsync(["Unrouted"]);
        using var request = new HttpRequestMessage(HttpMethod.Patch, "/api/unrouted");

        var answer = await app.Client.SendAsync(request);

        (await answer.Content.ReadAsStringAsync()).ShouldBe("PATCH");
    }

    [Fact]
    public async Task Another_method_on_a_known_route_is_not_found()
    {
        await using var app = await WorkerApp.StartAsync(["Echo"]);

        var answer = await app.Client.GetAsync(new Uri("/api/v1/echo", UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/api/typed/a%20b/-7/9000000000", "/a b -7 9000000000 ")]
    [InlineData(
        "/api/typed/x/1/2/0f8fad5b-d9cb-469f-a165-70867728950e",
        "/x 1 2 0f8fad5b-d9cb-469f-a165-70867728950e")]
    public async Task Route_values_become_arguments_by_name(string path, string heard)
    {
        await using var app = await WorkerApp.StartAsync(["Typed"]);

        var answer = await app.Client.GetStringAsync(new Uri(path, UriKind.Relative));

        answer.ShouldBe(heard);
    }

    [Fact]
    public async Task A_route_value_of_the_wrong_type_is_a_failure()
    {
        await using var app = await WorkerApp.StartAsync(["Typed"]);

        var answer = await app.Client.GetAsync(
            new Uri("/api/typed/x/notanumber/2", UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/host/status")]
    [InlineData("/RUNTIME/webhooks")]
    [InlineData("/%61dmin")]
    public async Task What_belongs_to_the_host_reaches_no_function(string path)
    {
        await using var app = await WorkerApp.StartAsync(["Catching"], NoPrefix);

        var reserved = await app.Client.GetAsync(new Uri(path, UriKind.Relative));
        var other = await app.Client.GetStringAsync(new Uri("/a/b", UriKind.Relative));

        reserved.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        other.ShouldBe("GET a/b");
    }

    [Fact]
    public async Task A_method_that_is_not_public_is_no_function()
    {
        await using var app = await WorkerApp.StartAsync(["Hidden", "Nothing"]);

        var answer = await app.Client.GetAsync(new Uri("/api/hidden", UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("AzureWebJobs.Nothing.Disabled")]
    [InlineData("AzureWebJobs:Nothing:Disabled")]
    public async Task A_disabled_function_is_not_served(string setting)
    {
        await using var app = await WorkerApp.StartAsync(
            ["Nothing"], new(StringComparer.Ordinal) { [setting] = "true" });

        var answer = await app.Client.GetAsync(new Uri("/api/nothing", UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
