using System.Net;

namespace PayFunctions.Tests.Sandbox.Alipay;

/// <summary>Persons who are checked on a page.</summary>
public sealed class IdentityTests : IAsyncLifetime
{
    private const string Begin = "alipay.user.certify.open.initialize";
    private const string Certify = "alipay.user.certify.open.certify";
    private const string Query = "alipay.user.certify.open.query";

    private AlipayWorld world = null!;

    public async ValueTask InitializeAsync() => world = await AlipayWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Theory]
    [InlineData("T", "T", "")]
    [InlineData("F", "F", "Z1147")]
    public async Task A_person_comes_to_the_page_and_goes_back(
        string pressed, string passed, string reason)
    {
        var number = await BeginAsync(Content());
        var before = await QueryAsync(number);
        using var page = await PageAsync(number);
        var path = page.Headers.Location.ShouldNotBeNull();
        (await world.Client.GetStringAsync(path)).ShouldContain("张三");

        using var back = await world.Client.PostAsync(
            path, new FormUrlEncodedContent([new("passed", pressed)]));

        (before["passed"], before["fail_reason"]).ShouldBe(("F", ""));
        back.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        back.Headers.Location!.AbsoluteUri.ShouldBe("https://pay.example.com/verify/V/return");
        var after = await QueryAsync(number);
        after.Genuine.ShouldBe(true);
        (after["passed"], after["fail_reason"]).ShouldBe((passed, reason));
        after["identity_info"].ShouldContain("110101199003070011");
    }

    [Fact]
    public async Task A_page_is_used_once()
    {
        var number = await BeginAsync(Content());
        using var page = await PageAsync(number);
        var path = page.Headers.Location!;
        using var first = await world.Client.PostAsync(
            path, new FormUrlEncodedContent([new("passed", "F")]));

        using var second = await world.Client.PostAsync(
            path, new FormUrlEncodedContent([new("passed", "T")]));

        second.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await QueryAsync(number))["passed"].ShouldBe("F");
        using var again = await PageAsync(number);
        (await again.Content.ReadAsStringAsync()).ShouldContain("OPEN_CERTIFY_BILL_STATUS_ERROR");
    }

    [Fact]
    public async Task After_23_hours_nobody_can_come()
    {
        var number = await BeginAsync(Content());
        world.Time.Advance(TimeSpan.FromHours(23));

        using var late = await world.Call(Query, $"{{\"certify_id\":\"{number}\"}}")
            .With("timestamp", "2026-01-03 02:04:05").SendAsync();
        using var none = await world.Call(Query, "{\"certify_id\":\"nothing\"}")
            .With("timestamp", "2026-01-03 02:04:05").SendAsync();

        (await late.Content.ReadAsStringAsync()).ShouldContain("CERTIFY_ID_EXPIRED");
        (await none.Content.ReadAsStringAsync()).ShouldContain("OPEN_CERTIFY_BILL_NOT_EXIST");
    }

    [Fact]
    public async Task What_is_said_of_the_person_may_be_a_text_that_holds_it()
        => (await BeginAsync(Content()
            .Replace("{\"identity_type\"", "\"{\\\"identity_type\\\"", StringComparison.Ordinal)
            .Replace(
                ":\"CERT_INFO\",\"cert_type\":\"IDENTITY_CARD\",\"cert_name\":\"张三\","
                + "\"cert_no\":\"110101199003070011\"}",
                ":\\\"CERT_INFO\\\",\\\"cert_type\\\":\\\"IDENTITY_CARD\\\","
                + "\\\"cert_name\\\":\\\"张三\\\","
                + "\\\"cert_no\\\":\\\"110101199003070011\\\"}\"",
                StringComparison.Ordinal))).Length.ShouldBe(32);

    [Theory]
    [InlineData("V1", "")]
    [InlineData("V1", "V-1")]
    [InlineData("FACE", "EYES")]
    [InlineData("CERT_INFO", "INFO")]
    [InlineData("IDENTITY_CARD", "PASSPORT")]
    [InlineData("张三", "")]
    public async Task A_field_that_is_wrong_is_refused(string text, string other)
        => (await world.AskAsync(
            Begin, Content().Replace(text, other, StringComparison.Ordinal)))["sub_code"]
            .ShouldBe("ILLEGAL_ARGUMENT_FORMAT");

    private static string Content()
        => "{\"outer_order_no\":\"V1\",\"biz_code\":\"FACE\",\"identity_param\":"
            + "{\"identity_type\":\"CERT_INFO\",\"cert_type\":\"IDENTITY_CARD\","
            + "\"cert_name\":\"张三\",\"cert_no\":\"110101199003070011\"},\"merchant_config\":"
            + "{\"return_url\":\"https://pay.example.com/verify/V/return\"}}";

    private async Task<string> BeginAsync(string content)
    {
        var begun = await world.AskAsync(Begin, content);
        begun["code"].ShouldBe("10000");
        return begun["certify_id"];
    }

    private Task<HttpResponseMessage> PageAsync(string number)
        => world.Call(Certify, $"{{\"certify_id\":\"{number}\"}}").SendAsync();

    private Task<SignedAnswer> QueryAsync(string number)
        => world.AskAsync(Query, $"{{\"certify_id\":\"{number}\"}}");
}
