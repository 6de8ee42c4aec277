using PayFunctions.Notifications;
using PayFunctions.Orders;

namespace PayFunctions.Tests.MerchantApi;

public sealed class NotificationCallTests
{
    private static readonly NoticeAttempt Failed = new(
        new DateTimeOffset(2026, 3, 1, 12, 0, 1, TimeSpan.Zero), "not_accepted", 500, "oops", 12);

    private readonly TestGateway gateway = new();

    [Fact]
    public async Task A_notice_is_shown_with_its_attempts()
    {
        var order = await gateway.PayOrderAsync();
        await SaveAsync(order, n => n with
        {
            Attempts =
            [
                Failed,
                new NoticeAttempt(Failed.At.AddMinutes(1), "timed_out", null, null, 10_000),
            ],
            NextAttemptAt = Failed.At.AddMinutes(3),
        });

        var answer = await gateway.SendAsync(MerchantRequest.Get(
            $"/v1/notifications/{order.Id}000003"));

        answer.Status.ShouldBe(200);
        answer.Text.ShouldBe(
            "{\"notify_id\":\"" + order.Id + "000003\",\"notify_type\":\"PAYMENT\","
            + "\"transaction_id\":\"" + order.Id + "\",\"out_trade_no\":\"A-1\","
            + "\"trade_state\":\"SUCCESS\",\"total_fee\":100,\"order_version\":3,"
            + "\"state\":\"PENDING\",\"attempts\":["
            + "{\"at\":\"2026-03-01T12:00:01Z\",\"outcome\":\"not_accepted\","
            + "\"duration_ms\":12,\"status\":500,\"answer\":\"oops\"},"
            + "{\"at\":\"2026-03-01T12:01:01Z\",\"outcome\":\"timed_out\","
            + "\"duration_ms\":10000}],\"next_attempt_at\":\"2026-03-01T12:03:01Z\","
            + "\"request_id\":\"request-1\"}");
    }

    [Fact]
    public async Task News_of_a_refund_is_shown_with_the_refund()
    {
        var order = await gateway.PayOrderAsync();
        await gateway.RefundAsync();

        var answer = await gateway.SendAsync(MerchantRequest.Get(
            $"/v1/notifications/{order.Id}000005"));

        answer["notify_type"].ShouldBe("REFUND");
        answer["trade_state"].ShouldBe("REFUND");
        answer["order_version"].ShouldBe("5");
        ((string?)answer.Json["refund"]!["out_request_no"]).ShouldBe("R-1");
        ((string?)answer.Json["refund"]!["refund_state"]).ShouldBe("SUCCESS");
    }

    [Theory]
    [InlineData("000003", true, null)]
    [InlineData("000003", false, "NOTIFICATION_NOT_FOUND")]
    [InlineData("000002", true, "NOTIFICATION_NOT_FOUND")]
    [InlineData("3", true, "NOTIFICATION_NOT_FOUND")]
    [InlineData("00000x", true, "NOTIFICATION_NOT_FOUND")]
    [InlineData("-00003", true, "NOTIFICATION_NOT_FOUND")]
    public async Task Only_the_application_that_was_told_finds_it(
        string version, bool isTheirs, string? code)
    {
        var order = await gateway.PayOrderAsync();
        var by = isTheirs ? TestMerchant.Shop : TestMerchant.Other;
        var target = $"/v1/notifications/{order.Id}{version}";

        var queried = await gateway.SendAsync(MerchantRequest.Get(target) with { By = by });
        var resent = await gateway.SendAsync(
            MerchantRequest.Post($"{target}/resend") with { By = by });

        queried.Code.ShouldBe(code);
        resent.Code.ShouldBe(code);
        gateway.Notices.Queue.Sends.ShouldBe(code is null ? 1 : 0);
    }

    [Theory]
    [InlineData("Delivered")]
    [InlineData("Exhausted")]
    [InlineData("Gone")]
    public async Task A_resend_plans_the_next_attempt_at_once_whatever_became_of_it(string state)
    {
        var order = await gateway.PayOrderAsync();
        var was = Enum.Parse<NoticeState>(state);
        await SaveAsync(order, n => n with { State = was, Attempts = [Failed] });

        var answer = await gateway.SendAsync(MerchantRequest.Post(
            $"/v1/notifications/{order.Id}000003/resend"));

        answer.Status.ShouldBe(200);
        answer["state"].ShouldBe(state.ToUpperInvariant());
        var planned = gateway.Notices.Queue.Messages.ShouldHaveSingleItem();
        planned.Body.Attempt.ShouldBe(2);
        planned.VisibleAt.ShouldBe(gateway.Clock.GetUtcNow());
    }

    [Fact]
    public async Task After_64_attempts_a_resend_is_refused()
    {
        var order = await gateway.PayOrderAsync();
        await SaveAsync(order, static n => n with
        {
            Attempts = [.. Enumerable.Repeat(Failed, 64)],
        });

        var answer = await gateway.SendAsync(MerchantRequest.Post(
            $"/v1/notifications/{order.Id}000003/resend"));

        answer.Status.ShouldBe(409);
        answer.Code.ShouldBe("RESENDS_EXHAUSTED");
        gateway.Notices.Queue.Sends.ShouldBe(0);
    }

    private async Task SaveAsync(Order order, Func<Notice, Notice> change)
    {
        var file = await gateway.Orders.FindFileAsync(order.Id, CancellationToken.None);
        var stored = file!.Notices.ShouldHaveSingleItem();
        await gateway.Orders.SaveAsync(
            change(stored.Notice), stored.ETag, [], CancellationToken.None);
    }
}
