using PayFunctions.Platform;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Platform;

public sealed class DeadLetterTests
{
    private const string Target = "/platform/dead-letters";

    private readonly TestGateway gateway = new();

    [Fact]
    public async Task Pages_lead_to_each_letter_once()
    {
        foreach (var id in (string[])["1", "2", "3", "4", "5"])
        {
            await KeepAsync(id);
        }

        List<string?> seen = [];
        string? cursor = null;
        do
        {
            var page = await gateway.SendAsync(
                "GET", cursor is null ? Target : $"{Target}?cursor={cursor}");
            page.Status.ShouldBe(200);
            seen.AddRange(page.Json["items"]!.AsArray().Select(static i => (string?)i!["id"]));
            cursor = page["next_cursor"];
        }
        while (cursor is not null);

        seen.ShouldBe(["1", "2", "3", "4", "5"]);
    }

    [Fact]
    public async Task A_letter_is_shown_as_it_was_given_up_and_kept_once()
    {
        await KeepAsync("m-1");
        await KeepAsync("m-1");

        var answer = await gateway.SendAsync("GET", Target);

        answer.Text.ShouldBe(
            "{\"items\":[{\"id\":\"m-1\",\"queue\":\"movements\",\"message\":\"text of m-1\","
            + "\"dequeue_count\":1,\"at\":\"2026-03-01T12:00:00Z\"}],"
            + "\"request_id\":\"request-1\"}");
    }

    [Fact]
    public async Task A_letter_raises_the_alarm_without_its_text()
    {
        await KeepAsync("m-1");

        var line = gateway.Log.Lines.ShouldHaveSingleItem();
        line.ShouldStartWith("ALARM dead_letter: message m-1 of queue movements");
        line.ShouldNotContain("text of");
    }

    [Fact]
    public async Task Nothing_kept_is_an_empty_page_and_two_cursors_are_none()
    {
        var empty = await gateway.SendAsync("GET", Target + "?cursor=");
        var two = await gateway.SendAsync("GET", Target + "?cursor=0&cursor=2");

        empty.Json["items"]!.AsArray().ShouldBeEmpty();
        empty["next_cursor"].ShouldBeNull();
        two.Code.ShouldBe("PARAMETER_DUPLICATED");
    }

    [Fact]
    public async Task A_letter_goes_back_to_its_queue_once_and_is_off_the_list()
    {
        await KeepAsync("m-1");
        await KeepAsync("m-2");

        var sent = await gateway.SendAsync("POST", $"{Target}/movements/m-1/resend");
        var again = await gateway.SendAsync("POST", $"{Target}/movements/m-1/resend");
        var elsewhere = await gateway.SendAsync("POST", $"{Target}/batches/m-2/resend");

        (sent.Status, sent["id"], sent["message"]).ShouldBe((200, "m-1", "text of m-1"));
        again.Code.ShouldBe("DEAD_LETTER_NOT_FOUND");
        elsewhere.Code.ShouldBe("DEAD_LETTER_NOT_FOUND");
        var letter = gateway.DeadLetters.Returned.ShouldHaveSingleItem();
        (letter.Queue, letter.Message).ShouldBe(("movements", "text of m-1"));
        var left = await gateway.SendAsync("GET", Target);
        left.Json["items"]!.AsArray().Select(static i => (string?)i!["id"]).ShouldBe(["m-2"]);
    }

    [Fact]
    public async Task Who_is_cut_off_after_sending_keeps_the_letter_and_can_send_it_again()
    {
        await KeepAsync("m-1");
        gateway.DeadLetters.BeforeRemove = static () => throw new TimeoutException();
        var cut = await gateway.SendAsync("POST", $"{Target}/movements/m-1/resend");
        gateway.DeadLetters.BeforeRemove = static () => { };

        var again = await gateway.SendAsync("POST", $"{Target}/movements/m-1/resend");

        (cut.Status, again.Status).ShouldBe((503, 200));
        gateway.DeadLetters.Returned.Count.ShouldBe(2);
    }

    private Task KeepAsync(string id)
        => gateway.Get<KeepDeadLetter>().RunAsync(
            "movements", id, BinaryData.FromString($"text of {id}"), 1, CancellationToken.None);
}
