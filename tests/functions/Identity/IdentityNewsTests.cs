using System.Net;
using PayFunctions.Channels;
using PayFunctions.Identity;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Identity;

/// <summary>The person's way to the channel and back, and what the channel tells.</summary>
public sealed class IdentityNewsTests
{
    private readonly TestGateway gateway = new();

    private Verification Stored => gateway.Verifications.All.ShouldHaveSingleItem();

    private string Inbox => gateway.Identity.Requests[^1].NotifyUrl.AbsolutePath;

    [Fact]
    public async Task The_person_is_sent_to_the_channel_and_comes_back_to_the_merchant()
    {
        await gateway.VerifyAsync();

        var there = await gateway.SendAsync("GET", $"/verify/{Stored.Id}");
        gateway.Identity.Asked = new IdentityConfirmed();
        var back = await gateway.SendAsync("GET", $"/verify/{Stored.Id}/return?code=T");
        var again = await gateway.SendAsync("GET", $"/verify/{Stored.Id}");

        (there.Status, there.Headers.Location.ToString())
            .ShouldBe((302, "https://channel.example/verify?R-1"));
        back.Status.ShouldBe(302);
        var fields = Fields(back);
        back.Headers.Location.ToString().ShouldStartWith(
            $"https://shop.example/back?purpose=identity&app_id=shop&verification_id={Stored.Id}");
        (fields["out_verify_no"], fields["verify_state"]).ShouldBe(("V-1", "PASSED"));
        fields["sign"].ShouldNotBeEmpty();
        Fields(again)["verify_state"].ShouldBe("PASSED");
    }

    [Fact]
    public async Task Nothing_the_browser_brings_is_believed()
    {
        await gateway.VerifyAsync();

        var back = await gateway.SendAsync(
            "POST", $"/verify/{Stored.Id}/return", "passed=T", "application/x-www-form-urlencoded");

        back.Status.ShouldBe(303);
        Fields(back)["verify_state"].ShouldBe("WAITING");
        Stored.State.ShouldBe(VerificationState.Waiting);
    }

    [Fact]
    public async Task After_its_time_nobody_is_sent_to_the_channel()
    {
        await gateway.VerifyAsync();
        gateway.Clock.Advance(TimeSpan.FromHours(1));

        var late = await gateway.SendAsync("GET", $"/verify/{Stored.Id}");

        Fields(late)["verify_state"].ShouldBe("EXPIRED");
    }

    [Theory]
    [InlineData("/verify/0123456789ABCDEFGHJKMNPQRS")]
    [InlineData("/verify/V-1")]
    [InlineData("/verify/0123456789ABCDEFGHJKMNPQRS/return")]
    public async Task An_unknown_check_is_a_page(string target)
    {
        var answer = await gateway.SendAsync("GET", target);

        answer.Status.ShouldBe(404);
        answer.Text.ShouldContain("IDENTITY_NOT_FOUND");
    }

    [Fact]
    public async Task The_channel_tells_and_may_tell_again()
    {
        await gateway.VerifyAsync();

        var first = await gateway.SendAsync("POST", Inbox, "confirmed 张三");
        var second = await gateway.SendAsync(
            "POST", Inbox, "confirmed 张三 6228480000000000001");

        first.Text.ShouldBe($"taken https://pay.example/verify/{Stored.Id}/return");
        (first.Status, second.Status).ShouldBe((200, 200));
        Stored.State.ShouldBe(VerificationState.Passed);
    }

    [Theory]
    [InlineData("confirmed 李四")]
    [InlineData("confirmed 张三 6228480000000000002")]
    [InlineData("confirmed 张三四")]
    public async Task Who_is_another_is_not_the_person(string line)
    {
        await gateway.VerifyAsync();

        var answer = await gateway.SendAsync("POST", Inbox, line);

        answer.Status.ShouldBe(400);
        Stored.State.ShouldBe(VerificationState.Waiting);
        gateway.Log.Lines.ShouldContain(
            l => l.StartsWith("ALARM identity_contradiction", StringComparison.Ordinal));
        gateway.Log.Lines.ShouldAllBe(l => !l.Contains(
            "李四", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_passes_for_another_check_with_the_same_words()
    {
        await gateway.VerifyAsync();
        var mine = Inbox;
        await gateway.VerifyAsync(
            ("out_verify_no", "\"V-2\""), ("certificate_no", "\"11010119900307001X\""));
        var id = gateway.Identity.Requests[1].Number.ToString();

        // Whoever knows the check, from the page he is sent to, does not know the address.
        var guessed = mine.Replace(
            gateway.Identity.Requests[0].Number.ToString(), id, StringComparison.Ordinal);
        var answer = await gateway.SendAsync("POST", guessed, "confirmed 张三");

        answer.Status.ShouldBe(400);
        gateway.Verifications.All.ShouldAllBe(
            static v => v.State == VerificationState.Waiting);
    }

    [Theory]
    [InlineData("forged", 400)]
    [InlineData("other", 200)]
    public async Task What_is_no_success_moves_nothing(string line, int status)
    {
        await gateway.VerifyAsync();

        (await gateway.SendAsync("POST", Inbox, line)).Status.ShouldBe(status);
        Stored.State.ShouldBe(VerificationState.Waiting);
    }

    [Fact]
    public async Task Who_was_denied_is_not_confirmed_afterwards()
    {
        await gateway.VerifyAsync();
        gateway.Identity.Asked = new IdentityDenied();
        await gateway.SendAsync("GET", $"/verify/{Stored.Id}/return");

        var answer = await gateway.SendAsync("POST", Inbox, "confirmed 张三");

        answer.Status.ShouldBe(400);
        Stored.State.ShouldBe(VerificationState.Failed);
    }

    [Theory]
    [InlineData("/notify/bare/main/{n}/{s}")]
    [InlineData("/notify/test/second/{n}/{s}")]
    [InlineData("/notify/test/main/{n}/0123456789abcdef0123456789abcdef")]
    [InlineData("/notify/test/main/nothing/{s}")]
    public async Task An_address_that_is_none_takes_nothing(string target)
    {
        await gateway.VerifyAsync();
        var parts = Inbox.Split('/');

        var answer = await gateway.SendAsync(
            "POST",
            target.Replace("{n}", parts[^2], StringComparison.Ordinal)
                .Replace("{s}", parts[^1], StringComparison.Ordinal),
            "confirmed 张三");

        answer.Status.ShouldBe(400);
        Stored.State.ShouldBe(VerificationState.Waiting);
    }

    private static Dictionary<string, string> Fields(Answer answer)
        => answer.Headers.Location.ToString().Split('?')[1].Split('&')
            .Select(static p => p.Split('=', 2))
            .ToDictionary(
                static p => p[0], static p => WebUtility.UrlDecode(p[1]), StringComparer.Ordinal);
}
