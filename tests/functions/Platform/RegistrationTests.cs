using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Platform;

public sealed class RegistrationTests
{
    private const string Target = "/platform/applications/tea-house";

    private readonly TestGateway gateway = new();

    [Fact]
    public async Task A_name_is_enough_and_the_rest_has_defaults()
    {
        var answer = await PutAsync("{\"name\":\"茶\"}");

        answer.Status.ShouldBe(201);
        answer.Text.ShouldBe(
            "{\"app_id\":\"tea-house\",\"name\":\"茶\",\"enabled\":true,"
            + "\"notify_schedule\":\"default\",\"answer_word\":\"success\","
            + "\"login_url\":null,\"identity_per_hour\":60,"
            + "\"allow_http\":false,\"late_success\":\"revive\","
            + "\"environment\":\"production\",\"accounts\":{},"
            + "\"clearing_days\":1,\"clearing_threshold\":0,\"fees\":[],"
            + "\"keys\":[],"
            + "\"request_id\":\"request-1\"}");
    }

    [Fact]
    public async Task Every_member_is_kept_and_shown_again()
    {
        const string all =
            "{\"name\":\"n\",\"enabled\":false,\"notify_schedule\":\"alipay\","
            + "\"answer_word\":\"success=Y\",\"login_url\":\"http://localhost:1/in?a=b\","
            + "\"identity_per_hour\":7,\"allow_http\":true,\"late_success\":\"refund\","
            + "\"environment\":\"test\","
            + "\"accounts\":{\"test\":[\"main\"],\"alipay\":[\"second\",\"first\"]},"
            + "\"clearing_days\":3,\"clearing_threshold\":100,"
            + "\"fees\":[{\"channel\":\"alipay\",\"from\":\"2026-01-01\",\"basis_points\":38,"
            + "\"fixed_fee\":1,\"min_fee\":2,\"max_fee\":3,\"on_refund\":\"return\"}]}";

        var put = await PutAsync(all);
        var got = await gateway.SendAsync("GET", Target);

        got.Status.ShouldBe(200);
        got.Text.ShouldBe(put.Text);
        got.Text.ShouldContain(
            "\"enabled\":false,\"notify_schedule\":\"alipay\",\"answer_word\":\"success=Y\","
            + "\"login_url\":\"http://localhost:1/in?a=b\","
            + "\"identity_per_hour\":7,\"allow_http\":true,\"late_success\":\"refund\","
            + "\"environment\":\"test\","
            + "\"accounts\":{\"alipay\":[\"second\",\"first\"],\"test\":[\"main\"]},"
            + "\"clearing_days\":3,\"clearing_threshold\":100,"
            + "\"fees\":[{\"channel\":\"alipay\",\"from\":\"2026-01-01\",\"basis_points\":38,"
            + "\"fixed_fee\":1,\"min_fee\":2,\"max_fee\":3,\"on_refund\":\"return\"}]");
    }

    [Fact]
    public async Task A_change_answers_200_and_keeps_the_keys()
    {
        await PutAsync("{\"name\":\"old\"}");
        await gateway.SendAsync(
            "PUT", Target + "/keys/k", $"{{\"public_key\":\"{TestMerchant.Shop.PublicKey}\"}}");

        var answer = await PutAsync("{\"name\":\"new\"}");

        answer.Status.ShouldBe(200);
        answer["name"].ShouldBe("new");
        answer.Json["keys"]!.AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("", "BODY_MALFORMED")]
    [InlineData("[]", "BODY_MALFORMED")]
    [InlineData("null", "BODY_MALFORMED")]
    [InlineData("{\"name\":\"n\",\"name\":\"n\"}", "BODY_MALFORMED")]
    [InlineData("{\"name\":\"n\",\"color\":1}", "BODY_MALFORMED")]
    [InlineData("{\"name\":\"n\",\"channels\":[]}", "BODY_MALFORMED")]
    [InlineData("{\"name\":1}", "BODY_MALFORMED")]
    [InlineData("{\"name\":\"\\ud800\"}", "BODY_MALFORMED")]
    [InlineData("{\"name\":\"n\",\"accounts\":null}", "BODY_MALFORMED")]
    [InlineData("{\"name\":\"n\",\"accounts\":{\"a\":1}}", "BODY_MALFORMED")]
    [InlineData("{\"name\":\"n\",\"accounts\":{\"a\":[\"b\"],\"a\":[\"b\"]}}", "BODY_MALFORMED")]
    [InlineData("{\"name\":\"n\",\"accounts\":{\"\\ud800\":\"b\"}}", "BODY_MALFORMED")]
    [InlineData("{\"name\":\"n\",\"enabled\":\"true\"}", "BODY_MALFORMED")]
    [InlineData("{\"name\":\"n\",\"answer_word\":null}", "BODY_MALFORMED")]
    [InlineData("{}", "PARAMETER_INVALID name")]
    [InlineData("{\"name\":\"\"}", "PARAMETER_INVALID name")]
    [InlineData("{\"name\":\"n\",\"notify_schedule\":\"daily\"}",
        "PARAMETER_INVALID notify_schedule")]
    [InlineData("{\"name\":\"n\",\"answer_word\":\"SUCCESS\"}", "PARAMETER_INVALID answer_word")]
    [InlineData("{\"name\":\"n\",\"identity_per_hour\":-1}",
        "PARAMETER_INVALID identity_per_hour")]
    [InlineData("{\"name\":\"n\",\"identity_per_hour\":100001}",
        "PARAMETER_INVALID identity_per_hour")]
    [InlineData("{\"name\":\"n\",\"login_url\":\"\"}", "PARAMETER_INVALID login_url")]
    [InlineData("{\"name\":\"n\",\"login_url\":\"/in\"}", "PARAMETER_INVALID login_url")]
    [InlineData("{\"name\":\"n\",\"login_url\":\"http://a.example/\"}",
        "PARAMETER_INVALID login_url")]
    [InlineData("{\"name\":\"n\",\"login_url\":\"javascript:alert(1)\"}",
        "PARAMETER_INVALID login_url")]
    [InlineData("{\"name\":\"n\",\"login_url\":\"https://u:p@a.example/\"}",
        "PARAMETER_INVALID login_url")]
    [InlineData("{\"name\":\"n\",\"login_url\":\"https://a.example/\\r\\nX: y\"}",
        "PARAMETER_INVALID login_url")]
    [InlineData("{\"name\":\"n\",\"late_success\":\"keep\"}", "PARAMETER_INVALID late_success")]
    [InlineData("{\"name\":\"n\",\"accounts\":{\"a\":[]}}", "PARAMETER_INVALID accounts")]
    [InlineData("{\"name\":\"n\",\"environment\":\"prod\"}", "PARAMETER_INVALID environment")]
    [InlineData("{\"name\":\"n\",\"accounts\":{\"a\":[\"b\",\"b\"]}}",
        "PARAMETER_INVALID accounts")]
    [InlineData("{\"name\":\"n\",\"accounts\":{\"a\":[\"b c\"]}}", "PARAMETER_INVALID accounts")]
    [InlineData("{\"name\":\"n\",\"accounts\":{\"\":[\"b\"]}}", "PARAMETER_INVALID accounts")]
    [InlineData("{\"name\":\"n\",\"clearing_days\":31}", "PARAMETER_INVALID clearing_days")]
    [InlineData("{\"name\":\"n\",\"clearing_threshold\":-1}",
        "PARAMETER_INVALID clearing_threshold")]
    [InlineData("{\"name\":\"n\",\"fees\":[null]}", "PARAMETER_INVALID fees")]
    [InlineData("{\"name\":\"n\",\"fees\":[{\"basis_points\":10001}]}", "PARAMETER_INVALID fees")]
    [InlineData("{\"name\":\"n\",\"fees\":[{\"min_fee\":2,\"max_fee\":1}]}",
        "PARAMETER_INVALID fees")]
    [InlineData("{\"name\":\"n\",\"fees\":[{\"from\":\"2026-02-30\"}]}",
        "PARAMETER_INVALID fees")]
    [InlineData("{\"name\":\"n\",\"fees\":[{},{}]}", "PARAMETER_INVALID fees")]
    [InlineData("{\"name\":\"n\",\"fees\":[{\"on_refund\":\"half\"}]}",
        "PARAMETER_INVALID fees")]
    public async Task A_wrong_registration_changes_nothing(string body, string expected)
    {
        var answer = await PutAsync(body);

        answer.Status.ShouldBe(400);
        var said = answer.Code is "BODY_MALFORMED"
            ? answer.Code
            : $"{answer.Code} {answer.Detail.Split(':')[0]}";
        said.ShouldBe(expected);
        (await gateway.SendAsync("GET", Target)).Code.ShouldBe("APPLICATION_UNKNOWN");
    }

    [Theory]
    [InlineData("a%20b")]
    [InlineData("a%2Fb")]
    [InlineData("%E8%8C%B6")]
    public async Task An_app_id_is_letters_digits_and_two_marks(string appId)
    {
        var put = await gateway.SendAsync(
            "PUT", $"/platform/applications/{appId}", "{\"name\":\"n\"}");
        var got = await gateway.SendAsync("GET", $"/platform/applications/{appId}");

        put.Code.ShouldBe("PARAMETER_INVALID");
        got.Code.ShouldBe("APPLICATION_UNKNOWN");
        gateway.Applications.Reads.ShouldBe(0);
    }

    [Fact]
    public async Task Two_operators_at_once_both_get_through()
    {
        gateway.Applications.RacesToLose = 4;

        var answer = await PutAsync("{\"name\":\"n\"}");

        answer.Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_race_lost_five_times_may_be_run_again()
    {
        gateway.Applications.RacesToLose = 5;

        var answer = await PutAsync("{\"name\":\"n\"}");

        answer.Code.ShouldBe("TRY_AGAIN");
        answer.Headers.RetryAfter.ToString().ShouldBe("2");
    }

    [Fact]
    public async Task A_registration_of_more_than_64_KiB_is_not_read()
    {
        var answer = await PutAsync($"{{\"name\":\"{new string('n', 64 * 1024)}\"}}");

        answer.Code.ShouldBe("BODY_TOO_LARGE");
    }

    private Task<Answer> PutAsync(string body) => gateway.SendAsync("PUT", Target, body);
}
