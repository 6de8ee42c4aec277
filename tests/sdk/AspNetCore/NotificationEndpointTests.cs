using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.Tests.Sdk.AspNetCore;

public class NotificationEndpointTests
{
    [Fact]
    public async Task A_handled_notification_is_answered_with_success()
    {
        List<string> handled = [];
        await using var shop = await Shop.StartAsync((notification, _) =>
        {
            handled.Add(notification.OutTradeNo);
            return Task.CompletedTask;
        });

        var answer = await shop.PostAsync(Notice.Genuine.Form());

        answer.ShouldBe("200 success");
        handled.ShouldBe(["T-2026_0001"]);
    }

    [Fact]
    public async Task An_application_may_have_chosen_another_word()
    {
        await using var shop = await Shop.StartAsync(
            (_, _) => Task.CompletedTask, options => options.AnswerWord = "success=Y");

        (await shop.PostAsync(Notice.Genuine.Form())).ShouldBe("200 success=Y");
    }

    [Fact]
    public async Task Success_is_said_only_after_the_handler_has_finished()
    {
        var booking = new TaskCompletionSource();
        await using var shop = await Shop.StartAsync((_, _) => booking.Task);

        var posting = shop.PostAsync(Notice.Genuine.Form());
        posting.IsCompleted.ShouldBeFalse();
        booking.SetResult();

        (await posting).ShouldBe("200 success");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_that_throws_makes_the_notification_come_again(bool atOnce)
    {
        await using var shop = await Shop.StartAsync((_, _) => atOnce
            ? throw new InvalidOperationException("The database is away.")
            : Task.FromException(new InvalidOperationException("The database is away.")));

        var answer = await shop.PostAsync(Notice.Genuine.Form());

        answer.ShouldBe("500 The notification was not handled; send it again.");
        shop.Log.Lines.ShouldContain(line => line.Contains("The database is away."));
    }

    [Fact]
    public async Task A_handler_that_is_cancelled_makes_the_notification_come_again()
    {
        await using var shop = await Shop.StartAsync(
            (_, _) => Task.FromCanceled(new CancellationToken(canceled: true)));

        (await shop.PostAsync(Notice.Genuine.Form())).ShouldStartWith("500 ");
    }

    [Fact]
    public async Task A_gateway_that_hangs_up_cancels_the_handler()
    {
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        await using var shop = await Shop.StartAsync(async (_, cancellation) =>
        {
            started.SetResult();
            await using var registration = cancellation.Register(cancelled.SetResult);
            await cancelled.Task;
            cancellation.ThrowIfCancellationRequested();
        });

        using var hangUp = new CancellationTokenSource();
        var posting = shop.PostAsync(Notice.Genuine.Form(), cancellation: hangUp.Token);
        await started.Task;
        await hangUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(posting);
        await cancelled.Task;
        shop.Log.Lines.ShouldNotContain(line => line.Contains("handled: version"));
    }

    [Fact]
    public async Task Every_delivery_of_a_notification_reaches_the_handler()
    {
        List<(string, long)> handled = [];
        await using var shop = await Shop.StartAsync((notification, _) =>
        {
            handled.Add((notification.NotifyId, notification.OrderVersion));
            return Task.CompletedTask;
        });

        (await shop.PostAsync(Notice.Genuine.Form())).ShouldBe("200 success");
        (await shop.PostAsync(Notice.Genuine.Form())).ShouldBe("200 success");

        handled.ShouldBe([("01HZX5N8Q2", 3), ("01HZX5N8Q2", 3)]);
    }

    [Fact]
    public async Task A_handler_class_comes_from_the_requests_services()
    {
        await using var shop = await Shop.StartAsync(
            app => app.MapPayNotifications<Cashbook>("/notify"),
            services => services.AddScoped<Cashbook>().AddSingleton<List<string>>());

        (await shop.PostAsync(Notice.Genuine.Form())).ShouldBe("200 success");
    }

    [Fact]
    public async Task What_is_not_genuine_never_reaches_the_handler()
    {
        var handled = 0;
        await using var shop = await Shop.StartAsync((_, _) =>
        {
            handled++;
            return Task.CompletedTask;
        });
        var genuine = Notice.Genuine;

        (await shop.PostAsync("a=1"u8.ToArray())).ShouldStartWith("401 ");
        (await shop.PostAsync(Notice.Genuine.SignedBy(Vectors.MerchantKey).Form()))
            .ShouldStartWith("401 ");
        (await shop.PostAsync(Notice.Genuine.With("key_id", "gw-9").Form()))
            .ShouldStartWith("401 ");
        (await shop.PostAsync(Notice.Genuine.With("timestamp", "1767326000").Form()))
            .ShouldStartWith("401 ");
        (await shop.PostAsync(Notice.Genuine.With("app_id", "app_2").Form()))
            .ShouldStartWith("403 ");
        (await shop.PostAsync(genuine.Form("&total_fee=1"))).ShouldStartWith("400 ");
        (await shop.PostAsync([])).ShouldStartWith("400 ");
        (await shop.PostAsync(new byte[(64 * 1024) + 1])).ShouldStartWith("413 ");
        (await shop.PostAsync(genuine.Form(), "application/json")).ShouldStartWith("415 ");
        (await shop.PostAsync(genuine.Form(), encoding: "gzip")).ShouldStartWith("415 ");
        handled.ShouldBe(0);
    }

    [Fact]
    public async Task The_log_has_verdicts_and_no_contents()
    {
        await using var shop = await Shop.StartAsync((_, _) => Task.CompletedTask);
        var form = Notice.Genuine.With("attach", "private-remark").Form();
        var sign = Encoding.ASCII.GetString(form).Split("sign=")[1];

        await shop.PostAsync(form);
        await shop.PostAsync(Notice.Genuine.With("attach", "private-remark").Form("&a=1"));

        shop.Log.Lines.ShouldContain(
            line => line == "Information: Notice 01HZX5N8Q2 handled: version 3. ");
        shop.Log.Lines.ShouldContain(
            line => line == "Warning: A notice was refused: SignatureInvalid. ");
        shop.Log.Lines.ShouldNotContain(line => line.Contains("private-remark"));
        shop.Log.Lines.ShouldNotContain(line => line.Contains(sign));
    }

    private sealed class Cashbook(List<string> entries) : IPayNotificationHandler
    {
        public Task HandleAsync(PayNotification notification, CancellationToken cancellation)
        {
            entries.Add(notification.OutTradeNo);
            return Task.CompletedTask;
        }
    }
}
