using PayFunctions.Channels;
using PayFunctions.Identity;
using PayFunctions.Platform;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Identity;

public sealed class IdentityCallTests
{
    private static readonly (string, string?)[] AtOnce =
    [
        ("channel", $"\"{TestIdentityCheckChannel.Product}\""), ("return_url", null),
        ("mobile", "\"13800000000\""),
    ];

    private readonly TestGateway gateway = new();

    private Verification Stored => gateway.Verifications.All.ShouldHaveSingleItem();

    [Fact]
    public async Task A_check_on_a_page_waits_for_the_person()
    {
        var answer = await gateway.VerifyAsync();

        answer.Status.ShouldBe(201, answer.Text);
        var id = Stored.Id;
        answer.Text.ShouldBe(
            "{\"verification_id\":\"" + id + "\",\"out_verify_no\":\"V-1\","
            + "\"verify_state\":\"WAITING\",\"channel\":\"test_identity\",\"account\":\"main\","
            + "\"time_created\":\"2026-03-01T12:00:00Z\","
            + "\"time_expire\":\"2026-03-01T13:00:00Z\","
            + $"\"verify_url\":\"https://pay.example/verify/{id}\","
            + "\"request_id\":\"request-1\"}");
        var request = gateway.Identity.Requests.ShouldHaveSingleItem();
        request.Number.ToString().ShouldBe($"{id}01");
        request.ReturnUrl.ToString().ShouldBe($"https://pay.example/verify/{id}/return");
        request.NotifyUrl.ToString()
            .ShouldStartWith($"https://pay.example/notify/test/main/{id}01/");
        gateway.Identity.People.ShouldHaveSingleItem().Reveal(Person.Name).ShouldBe("张三");
    }

    [Fact]
    public async Task A_check_without_a_page_is_over_at_once()
    {
        var passed = await gateway.VerifyAsync(AtOnce);
        gateway.IdentityChecks.Checking = new IdentityDenied();
        var failed = await gateway.VerifyAsync([.. AtOnce, ("out_verify_no", "\"V-2\"")]);

        (passed.Status, passed["verify_state"], passed["time_verified"])
            .ShouldBe((201, "PASSED", "2026-03-01T12:00:00Z"));
        (failed.Status, failed["verify_state"]).ShouldBe((201, "FAILED"));
        passed.Json.ContainsKey("verify_url").ShouldBeFalse();
    }

    [Fact]
    public async Task Of_the_person_there_are_keyed_hashes_alone()
    {
        await gateway.VerifyAsync(("mobile", "\"13800000000\""));

        var stored = Stored.ToString();
        foreach (var secret in (string[])
            ["张三", "110101199003070011", "6228480000000000001", "13800000000"])
        {
            stored.ShouldNotContain(secret);
            gateway.Log.Lines.ShouldAllBe(
                l => !l.Contains(secret, StringComparison.Ordinal));
        }

        Stored.Person.All.Length.ShouldBe(64);
    }

    [Fact]
    public async Task Once_there_is_a_verdict_the_channels_reference_goes()
    {
        await gateway.VerifyAsync();
        Stored.Reference.ShouldBe("R-1");
        gateway.Identity.Asked = new IdentityConfirmed();

        await QueryAsync();

        Stored.Reference.ShouldBeNull();
        Stored.VerifiedAt.ShouldBe(gateway.Clock.GetUtcNow());
    }

    [Fact]
    public async Task The_same_check_is_answered_the_same_and_asked_for_once()
    {
        var first = await gateway.VerifyAsync();
        gateway.Clock.Advance(TimeSpan.FromMinutes(10));
        var again = await gateway.VerifyAsync();

        (again.Status, again.Text).ShouldBe((200, first.Text));
        gateway.Identity.Requests.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("name", "\"李四\"")]
    [InlineData("certificate_no", "\"11010119900307001X\"")]
    [InlineData("card_no", "\"6228480000000000002\"")]
    [InlineData("mobile", "\"13800000000\"")]
    [InlineData("return_url", "\"https://shop.example/else\"")]
    [InlineData("expires_in", "600")]
    public async Task Another_content_under_the_same_number_is_refused(string name, string raw)
    {
        await gateway.VerifyAsync();

        (await gateway.VerifyAsync((name, raw))).Code.ShouldBe("IDENTITY_CONTENT_DIFFERS");
        gateway.Identity.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Of_many_at_once_one_asks_the_channel()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            _ => gateway.VerifyAsync()));

        answers.Count(static a => a.Status == 201).ShouldBe(1);
        answers.ShouldAllBe(static a => a.Status == 200 || a.Status == 201);
        gateway.Identity.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task When_the_answer_was_lost_the_same_call_asks_again_under_another_number()
    {
        gateway.IdentityChecks.Checking = new IdentityUnknown("no answer");
        var lost = await gateway.VerifyAsync(AtOnce);
        var soon = await gateway.VerifyAsync(AtOnce);
        gateway.IdentityChecks.Checking = new IdentityConfirmed();
        gateway.Clock.Advance(VerificationRules.AskFor);

        var again = await gateway.VerifyAsync(AtOnce);

        (lost.Status, lost["verify_state"]).ShouldBe((201, "CHECKING"));
        (soon.Status, soon["verify_state"]).ShouldBe((200, "CHECKING"));
        (again.Status, again["verify_state"]).ShouldBe((200, "PASSED"));
        gateway.IdentityChecks.Numbers.ShouldBe([$"{Stored.Id}01", $"{Stored.Id}02"]);
    }

    [Fact]
    public async Task Nobody_asks_for_ever()
    {
        gateway.IdentityChecks.Checking = new IdentityUnknown("no answer");
        for (var i = 0; i < 10; i++)
        {
            await gateway.VerifyAsync(AtOnce);
            gateway.Clock.Advance(VerificationRules.AskFor);
        }

        gateway.IdentityChecks.Numbers.Count.ShouldBe(VerificationRules.MaxTries);
        gateway.Clock.Advance(TimeSpan.FromHours(1));
        (await QueryAsync())["verify_state"].ShouldBe("EXPIRED");
    }

    [Fact]
    public async Task What_the_channel_does_not_check_is_an_error_and_stays_one()
    {
        gateway.Identity.Checking = new IdentityRefused("return code 2310");

        var first = await gateway.VerifyAsync();
        var state = await QueryAsync();

        (first.Status, first.Code).ShouldBe((409, "IDENTITY_NOT_CHECKED"));
        first.Detail.ShouldStartWith("return code 2310: ");
        state["verify_state"].ShouldBe("NOT_CHECKED");
    }

    [Fact]
    public async Task A_query_asks_the_channel_at_most_once_in_a_while_and_ends_with_the_verdict()
    {
        await gateway.VerifyAsync();
        var waiting = await QueryAsync();
        await QueryAsync();
        gateway.Identity.Questions.ShouldBe(1);
        gateway.Identity.Asked = new IdentityDenied();
        gateway.Clock.Advance(TimeSpan.FromSeconds(5));

        var byNumber = await QueryAsync();
        var byId = await gateway.SendAsync(MerchantRequest.Get(
            $"/v1/identity-verifications/{Stored.Id}"));

        waiting["verify_state"].ShouldBe("WAITING");
        byNumber["verify_state"].ShouldBe("FAILED");
        byId.Text.ShouldBe(byNumber.Text);
        gateway.Identity.Questions.ShouldBe(2);
    }

    [Fact]
    public async Task After_its_time_it_is_expired_unless_the_channel_says_better()
    {
        await gateway.VerifyAsync(("expires_in", "60"));
        gateway.Clock.Advance(TimeSpan.FromSeconds(60));

        var expired = await QueryAsync();
        gateway.Identity.Asked = new IdentityConfirmed();
        gateway.Clock.Advance(TimeSpan.FromSeconds(5));
        var late = await QueryAsync();

        expired["verify_state"].ShouldBe("EXPIRED");
        expired.Json.ContainsKey("verify_url").ShouldBeFalse();
        late["verify_state"].ShouldBe("PASSED");
    }

    [Fact]
    public async Task Another_application_sees_nothing()
    {
        await gateway.VerifyAsync();

        foreach (var target in (string[])[$"/{Stored.Id}", "?out_verify_no=V-1"])
        {
            (await gateway.SendAsync(
                MerchantRequest.Get($"/v1/identity-verifications{target}") with
                {
                    By = TestMerchant.Other,
                })).Code.ShouldBe("IDENTITY_NOT_FOUND");
        }
    }

    [Fact]
    public async Task Who_asks_for_too_many_is_told_when_to_ask_again()
    {
        for (var i = 0; i < Application.DefaultIdentityPerHour; i++)
        {
            (await gateway.VerifyAsync(("out_verify_no", $"\"V-{i}\""))).Status.ShouldBe(201);
        }

        var refused = await gateway.VerifyAsync(("out_verify_no", "\"V-x\""));
        var known = await gateway.VerifyAsync(("out_verify_no", "\"V-0\""));
        gateway.Clock.Advance(TimeSpan.FromSeconds(60));
        var later = await gateway.VerifyAsync(("out_verify_no", "\"V-x\""));

        (refused.Status, refused.Code).ShouldBe((429, "IDENTITY_LIMITED"));
        refused.Headers.RetryAfter.ToString().ShouldBe("60");
        known.Status.ShouldBe(200);
        later.Status.ShouldBe(201);
        gateway.Verifications.All.Count.ShouldBe(Application.DefaultIdentityPerHour + 1);
    }

    [Theory]
    [InlineData("out_verify_no", null, "PARAMETER_MISSING out_verify_no")]
    [InlineData("out_verify_no", "\"a b\"", "PARAMETER_INVALID out_verify_no")]
    [InlineData("channel", null, "PARAMETER_MISSING channel")]
    [InlineData("channel", "\"test_page\"", "CHANNEL_UNSUPPORTED channel")]
    [InlineData("channel", "\"nothing\"", "CHANNEL_UNSUPPORTED channel")]
    [InlineData("account", "\"second\"", "CHANNEL_UNSUPPORTED channel")]
    [InlineData("name", null, "PARAMETER_MISSING name")]
    [InlineData("name", "\"a\\u0000\"", "PARAMETER_INVALID name")]
    [InlineData("certificate_no", "\"1\"", "PARAMETER_INVALID certificate_no")]
    [InlineData("certificate_kind", "\"PASSPORT\"", "PARAMETER_INVALID certificate_kind")]
    [InlineData("card_no", "\"1\"", "PARAMETER_INVALID card_no")]
    [InlineData("mobile", "\"1\"", "PARAMETER_INVALID mobile")]
    [InlineData("return_url", null, "PARAMETER_MISSING return_url")]
    [InlineData("return_url", "\"http://shop.example/\"", "URL_INVALID return_url")]
    [InlineData("expires_in", "59", "PARAMETER_INVALID expires_in")]
    [InlineData("expires_in", "82801", "PARAMETER_INVALID expires_in")]
    public async Task A_wrong_member_is_named_and_its_value_is_not(
        string name, string? raw, string expected)
    {
        var answer = await gateway.VerifyAsync((name, raw));

        $"{answer.Code} {answer.Detail.Split(':')[0]}".ShouldBe(expected);
        gateway.Verifications.All.ShouldBeEmpty();
        gateway.Identity.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("too-short")]
    public async Task Without_a_key_nothing_is_checked_and_a_human_is_called(string? secret)
    {
        gateway.Secrets.Values.Remove("identity-hash-key");
        if (secret is not null)
        {
            gateway.Secrets.Values["identity-hash-key"] = secret;
        }

        var answer = await gateway.VerifyAsync();

        (answer.Status, answer.Code).ShouldBe((503, "TRY_AGAIN"));
        gateway.Log.Lines.ShouldContain(
            l => l.StartsWith("ALARM identity_key", StringComparison.Ordinal));
        gateway.Identity.Requests.ShouldBeEmpty();
    }

    private Task<Answer> QueryAsync()
        => gateway.SendAsync(MerchantRequest.Get("/v1/identity-verifications?out_verify_no=V-1"));
}
