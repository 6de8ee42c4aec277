using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using PayFunctions.Host;
using PayFunctions.Notifications;
using PayFunctions.Storage;
using PayFunctions.Tests.Cashier;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Notifications;

public sealed class NotifyMerchantTests
{
    [Fact]
    public async Task What_arrives_is_signed_by_the_published_key()
    {
        IFormCollection? form = null;
        await using var bench = await NoticeBench.WithAsync(async (context, _) =>
        {
            form = await context.Request.ReadFormAsync();
            await context.Response.WriteAsync("success");
        });

        await bench.FollowAsync();

        var fields = form.ShouldNotBeNull();
        var signed = string.Join('&', fields
            .Where(static f => f.Key is not ("sign" or "sign_type"))
            .OrderBy(static f => f.Key, StringComparer.Ordinal)
            .Select(static f => $"{f.Key}={f.Value}"));
        TestKeys.Key.VerifyData(
            Encoding.UTF8.GetBytes(signed), Convert.FromBase64String(fields["sign"]!),
            HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
        fields["key_id"].ToString().ShouldBe(TestKeys.KeyId);
        fields["sign_type"].ToString().ShouldBe("RSA2");
    }

    [Fact]
    public async Task The_word_delivers_it_and_nothing_is_planned()
    {
        await using var bench = await NoticeBench.WithAsync(200, " success\r\n");

        await bench.RepeatAsync(1);

        var notice = await bench.NoticeAsync();
        notice.State.ShouldBe(NoticeState.Delivered);
        notice.Attempts.ShouldHaveSingleItem().Outcome.ShouldBe(NoticeRules.Accepted);
        bench.Bench.Effects.Done.ShouldBe(["save"]);
    }

    [Fact]
    public async Task A_failure_plans_the_next_attempt_before_it_records_this_one()
    {
        List<string> atThePost = [];
        await using var bench = await NoticeBench.WithAsync((context, b) =>
        {
            atThePost = [.. b.Effects.Done];
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        });

        await bench.RepeatAsync(1);

        atThePost.ShouldBeEmpty();
        bench.Bench.Effects.Done.ShouldBe(["plan", "save"]);
        bench.Bench.Effects.Delays.ShouldBe([TimeSpan.FromMinutes(1)]);
        var notice = await bench.NoticeAsync();
        notice.State.ShouldBe(NoticeState.Pending);
        notice.NextAttemptAt.ShouldBe(An.Noon.AddMinutes(1));
    }

    [Theory]
    [InlineData("30", 60)]
    [InlineData("7200", 7_200)]
    [InlineData("999999999", 86_400)]
    public async Task Retry_after_moves_the_next_attempt_later(string asked, int seconds)
    {
        await using var bench = await NoticeBench.WithAsync((context, _) =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = asked;
            return Task.CompletedTask;
        });

        await bench.FollowAsync();

        bench.Bench.Effects.Delays.ShouldBe([TimeSpan.FromSeconds(seconds)]);
    }

    [Fact]
    public async Task Gone_is_gone_and_calls_a_human()
    {
        await using var bench = await NoticeBench.WithAsync(410, "");

        await bench.RepeatAsync(1);

        (await bench.NoticeAsync()).State.ShouldBe(NoticeState.Gone);
        bench.Bench.Effects.Done.ShouldBe(["save"]);
        bench.Bench.Log.Alarms.ShouldHaveSingleItem().ShouldStartWith("ALARM notice_exhausted");
    }

    [Fact]
    public async Task An_acceptance_counts_although_another_attempt_was_recorded_first()
    {
        var hits = 0;
        await using var bench = await NoticeBench.WithAsync(async (context, b) =>
        {
            if (hits++ > 0)
            {
                context.Response.StatusCode = StatusCodes.Status410Gone;
                return;
            }

            var id = (await b.NoticeAsync()).Notice.Id;
            await b.Get<NoticeConsumer>().RunAsync(new NoticeMessage(id, 1), default);
            await context.Response.WriteAsync("success");
        });

        await bench.RepeatAsync(1);

        var notice = await bench.NoticeAsync();
        notice.State.ShouldBe(NoticeState.Delivered);
        notice.Attempts.Select(static a => a.Outcome)
            .ShouldBe([NoticeRules.Gone, NoticeRules.Accepted]);
    }

    [Fact]
    public async Task A_merchant_that_never_accepts_is_told_fourteen_times_then_a_human_is_called()
    {
        await using var bench = await NoticeBench.WithAsync(500, "");

        await bench.FollowAsync();
        await bench.RepeatToTheEndAsync();

        bench.Posts.ShouldBe(NotifySchedule.Default.AttemptsMax);
        (await bench.NoticeAsync()).State.ShouldBe(NoticeState.Exhausted);
        bench.Bench.Log.Alarms.ShouldHaveSingleItem().ShouldStartWith("ALARM notice_exhausted");
        (bench.Bench.Clock.GetUtcNow() - An.Noon).ShouldBe(new TimeSpan(3, 8, 3, 0));
    }

    [Fact]
    public async Task The_first_256_bytes_of_an_answer_are_kept()
    {
        await using var bench = await NoticeBench.WithAsync(200, new string('x', 1_000) + "y");

        await bench.FollowAsync();

        (await bench.NoticeAsync()).Attempts[0].Answer.ShouldBe(new string('x', 256));
    }

    [Fact]
    public async Task While_the_hosts_circuit_is_open_no_attempt_is_spent()
    {
        await using var bench = await NoticeBench.WithAsync((context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        await bench.SetAsync(NoticeState.Pending, attempts: 0);
        for (var attempt = 1; attempt <= 10; attempt++)
        {
            await bench.RepeatAsync(attempt);
        }

        bench.Bench.Effects.Delays.Clear();
        await bench.RepeatAsync(11);

        bench.Posts.ShouldBe(10);
        (await bench.NoticeAsync()).Attempts.Length.ShouldBe(10);
        bench.Bench.Notices.Queue.Messages.ShouldContain(static m => m.Body.Attempt == 11);
        bench.Bench.Effects.Delays.ShouldHaveSingleItem()
            .ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_stale_or_repeated_message_posts_nothing()
    {
        await using var bench = await NoticeBench.WithAsync(500, "");
        await bench.FollowAsync();

        await bench.RepeatAsync(1);
        await bench.RepeatAsync(3);
        await bench.FollowAsync();

        bench.Posts.ShouldBe(1);
    }

    [Fact]
    public async Task A_busy_vault_puts_the_attempt_off_and_spends_none()
    {
        await using var bench = await NoticeBench.WithAsync(200, "success");
        bench.Bench.Keys.Busy = true;

        await bench.RepeatAsync(1);
        bench.Bench.Keys.Busy = false;
        await bench.RepeatToTheEndAsync();

        bench.Bench.Effects.Delays.ShouldBe([new TroubleOptions().Pause]);
        var notice = await bench.NoticeAsync();
        notice.State.ShouldBe(NoticeState.Delivered);
        notice.Attempts.ShouldHaveSingleItem();
    }
}
