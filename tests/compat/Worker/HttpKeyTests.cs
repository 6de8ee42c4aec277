using System.Net;

namespace PayFunctions.Tests.Compat.Worker;

public sealed class HttpKeyTests
{
    private static readonly Dictionary<string, string?> Keys = new(StringComparer.Ordinal)
    {
        ["Host:FunctionKeys:default"] = "first-key",
        ["Host:FunctionKeys:second"] = "second-key",
        ["Host:FunctionKeys:unset"] = "",
        ["Host:MasterKey"] = "master-key",
    };

    [Theory]
    [InlineData("guarded", "first-key", HttpStatusCode.OK)]
    [InlineData("guarded", "second-key", HttpStatusCode.OK)]
    [InlineData("guarded", "master-key", HttpStatusCode.OK)]
    [InlineData("guarded", "first-ke", HttpStatusCode.Unauthorized)]
    [InlineData("guarded", "FIRST-KEY", HttpStatusCode.Unauthorized)]
    [InlineData("guarded", "", HttpStatusCode.Unauthorized)]
    [InlineData("master", "first-key", HttpStatusCode.Unauthorized)]
    [InlineData("master", "master-key", HttpStatusCode.Accepted)]
    public async Task A_level_asks_for_its_key_in_the_header_or_the_query(
        string route, string key, HttpStatusCode status)
    {
        await using var app = await WorkerApp.StartAsync(["Guarded", "Master"], Keys);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/{route}");
        request.Headers.Add("x-functions-key", key);

        var byHeader = await app.Client.SendAsync(request);
        var byQuery = await app.Client.GetAsync(
            new Uri($"/api/{route}?code={key}", UriKind.Relative));

        byHeader.StatusCode.ShouldBe(status);
        byQuery.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task A_wrong_key_in_the_header_is_not_mended_by_the_query()
    {
        await using var app = await WorkerApp.StartAsync(["Guarded"], Keys);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/guarded?code=first-key");
        request.Headers.Add("x-functions-key", "wrong");

        var answer = await app.Client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Without_configured_keys_nobody_is_let_in()
    {
        await using var app = await WorkerApp.StartAsync(["Guarded"]);

        var none = await app.Client.GetAsync(new Uri("/api/guarded", UriKind.Relative));
        var some = await app.Client.GetAsync(new Uri("/api/guarded?code=x", UriKind.Relative));

        none.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        some.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task No_log_line_holds_a_key()
    {
        await using var app = await WorkerApp.StartAsync(["Guarded"], Keys);

        await app.Client.GetAsync(new Uri("/api/guarded?code=first-key", UriKind.Relative));

        app.Lines.All.ShouldContain(
            line => line.Contains("Executed Guarded", StringComparison.Ordinal));
        app.Lines.All.ShouldNotContain(
            line => line.Contains("first-key", StringComparison.Ordinal));
    }
}
