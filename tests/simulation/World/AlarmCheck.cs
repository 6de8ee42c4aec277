using System.Globalization;
using System.Text.RegularExpressions;
using PayFunctions.Notifications;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Simulation.World;

/// <summary>A human is called when there is cause, and only then.</summary>
internal sealed partial class AlarmCheck(Durable durable)
{
    /// <summary>Every alarm has a cause, and every cause an alarm.</summary>
    public async Task HoldAtTheEndAsync()
    {
        foreach (var line in durable.Alarms.Lines)
        {
            (await HasCauseAsync(line)).ShouldBeTrue($"without cause: {line}");
        }

        foreach (var order in durable.Orders.Orders)
        {
            await CallsAsync(order);
        }
    }

    private async Task CallsAsync(Order order)
    {
        foreach (var refund in order.Refunds.Where(static r => r.Failure is not null))
        {
            durable.Alarms.Lines.ShouldContain(
                l => l.Contains(
                    $"ALARM refund_failed: order {order.Id} refund {refund.Number} (",
                    StringComparison.Ordinal),
                $"{refund}");
        }

        var file = (await durable.Orders.FindFileAsync(order.Id, default)).ShouldNotBeNull();
        foreach (var notice in file.Notices.Select(static n => n.Notice).Where(
            static n => n.State is NoticeState.Exhausted or NoticeState.Gone))
        {
            durable.Alarms.Lines.ShouldContain(
                l => l.Contains(
                    $"ALARM notice_exhausted: notice {notice.Id} ", StringComparison.Ordinal),
                $"{notice.State}");
        }
    }

    private async Task<bool> HasCauseAsync(string line)
    {
        if (AboutNotice().Match(line) is { Success: true } notice)
        {
            return await IsGivenUpAsync(notice.Groups["id"].Value);
        }

        if (AboutOrder().Match(line) is not { Success: true } match)
        {
            return line.StartsWith("ALARM dead_letter: ", StringComparison.Ordinal)
                && durable.DeadLetters.All.Count > 0;
        }

        var moves = durable.Orders.MovesOf(new OrderId(match.Groups["id"].Value));
        var number = int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        return match.Groups["name"].Value switch
        {
            "refund_failed" => moves.Any(
                m => m.Event == OrderEvent.RefundFailed && m.Notice?.Refund == number),
            "refund_silent" => moves.Any(
                m => m.Next.FindRefund(number)?.Asks >= RefundSchedule.AsksUntilAlarm),
            "channel_silent" => moves.Any(
                m => m.Next.FindAttempt(number)?.Silences >= AskSchedule.SilencesUntilAlarm),
            _ => false,
        };
    }

    /// <summary>Refused for good, or as often as the schedule allows.</summary>
    private async Task<bool> IsGivenUpAsync(string text)
    {
        NotifyId.TryParse(text, out var id).ShouldBeTrue(text);
        var file = (await durable.Orders.FindFileAsync(id.Order, default)).ShouldNotBeNull();
        var application = (await durable.Applications.FindAsync(
            file.Order.Order.AppId, default)).ShouldNotBeNull().Application;
        var made = file.Notices.Single(n => n.Notice.Id == id).Notice.Attempts.Length;
        return durable.Merchant.PostsOf(text).Any(
                static p => p.Reply == MerchantReply.BeGone)
            || made >= NotifySchedule.Find(application.NotifySchedule)!.AttemptsMax;
    }

    [GeneratedRegex("^ALARM (?<name>[a-z_]+): order (?<id>[0-9A-Z]+) (attempt|refund) "
        + "(?<number>[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AboutOrder();

    [GeneratedRegex("^ALARM notice_exhausted: notice (?<id>[0-9A-Z]+) ",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AboutNotice();
}
