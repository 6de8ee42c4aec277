using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Notifications;

public sealed class NoticeRulesTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(200, "success", "success", NoticeRules.Accepted)]
    [InlineData(299, " \t\r\nsuccess\n", "success", NoticeRules.Accepted)]
    [InlineData(200, "success=Y", "success=Y", NoticeRules.Accepted)]
    [InlineData(200, "success=Y", "success", NoticeRules.NotAccepted)]
    [InlineData(200, "success", "success=Y", NoticeRules.NotAccepted)]
    [InlineData(200, "SUCCESS", "success", NoticeRules.NotAccepted)]
    [InlineData(200, "\u00a0success", "success", NoticeRules.NotAccepted)]
    [InlineData(200, "\ufeffsuccess", "success", NoticeRules.NotAccepted)]
    [InlineData(200, "success success", "success", NoticeRules.NotAccepted)]
    [InlineData(200, "", "success", NoticeRules.NotAccepted)]
    [InlineData(199, "success", "success", NoticeRules.NotAccepted)]
    [InlineData(300, "success", "success", NoticeRules.NotAccepted)]
    [InlineData(302, "success", "success", NoticeRules.NotAccepted)]
    [InlineData(500, "success", "success", NoticeRules.NotAccepted)]
    [InlineData(410, "success", "success", NoticeRules.Gone)]
    [InlineData(410, "", "success", NoticeRules.Gone)]
    public void An_answer_is_judged_by_status_and_word(
        int status, string answer, string word, string outcome)
        => NoticeRules.Judge(status, answer, word).ShouldBe(outcome);

    [Theory]
    [InlineData("Pending", NoticeRules.Accepted, "Delivered")]
    [InlineData("Pending", NoticeRules.Gone, "Gone")]
    [InlineData("Pending", NoticeRules.NotAccepted, "Pending")]
    [InlineData("Pending", "timed_out", "Pending")]
    [InlineData("Delivered", NoticeRules.Accepted, "Delivered")]
    [InlineData("Delivered", NoticeRules.Gone, "Delivered")]
    [InlineData("Delivered", NoticeRules.NotAccepted, "Delivered")]
    [InlineData("Exhausted", NoticeRules.Accepted, "Delivered")]
    [InlineData("Exhausted", NoticeRules.Gone, "Gone")]
    [InlineData("Gone", NoticeRules.Accepted, "Delivered")]
    [InlineData("Gone", NoticeRules.Gone, "Gone")]
    public void An_attempt_moves_a_notice(
        string before, string outcome, string expected)
    {
        var notice = Notice(Enum.Parse<NoticeState>(before), attempts: 2);

        var attempt = Attempt(outcome);
        var delay = NoticeRules.DelayAfter(notice, attempt, NotifySchedule.Default, null);
        var after = NoticeRules.After(notice, attempt, delay);

        after.State.ToString().ShouldBe(expected);
        after.Attempts.Length.ShouldBe(3);
        after.NextAttemptAt.ShouldBe(
            after.State == NoticeState.Pending ? attempt.At + TimeSpan.FromMinutes(4) : null);
    }

    [Fact]
    public void After_the_last_attempt_of_its_schedule_a_notice_is_exhausted()
    {
        var last = NotifySchedule.Default.AttemptsMax;

        AfterFailing(last - 2).State.ShouldBe(NoticeState.Pending);
        AfterFailing(last - 1).State.ShouldBe(NoticeState.Exhausted);
        AfterFailing(last).State.ShouldBe(NoticeState.Exhausted);
    }

    [Fact]
    public void A_repeat_by_hand_after_exhaustion_plans_nothing_more()
    {
        var exhausted = Notice(NoticeState.Exhausted, NotifySchedule.Default.AttemptsMax);

        NoticeRules.DelayAfter(
            exhausted, Attempt(NoticeRules.NotAccepted), NotifySchedule.Default, Minute)
            .ShouldBeNull();
    }

    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(0, 2, false)]
    [InlineData(1, 1, false)]
    [InlineData(1, 2, true)]
    [InlineData(2, 2, false)]
    public void A_planned_attempt_is_due_while_its_number_is_the_next(
        int made, int planned, bool due)
        => NoticeRules.IsDue(Notice(NoticeState.Pending, made), planned).ShouldBe(due);

    private static Notice AfterFailing(int made)
    {
        var notice = Notice(NoticeState.Pending, made);
        var attempt = Attempt(NoticeRules.NotAccepted);
        return NoticeRules.After(
            notice, attempt,
            NoticeRules.DelayAfter(notice, attempt, NotifySchedule.Default, null));
    }

    private static NoticeAttempt Attempt(string outcome) => new(An.Noon, outcome, 200, "", 5);

    private static Notice Notice(NoticeState state, int attempts) => new()
    {
        Id = new NotifyId(OrderId.Of("shop", "A-1"), 3),
        TradeState = OrderState.Success,
        State = state,
        Attempts = [.. Enumerable.Repeat(Attempt(NoticeRules.NotAccepted), attempts)],
    };
}
