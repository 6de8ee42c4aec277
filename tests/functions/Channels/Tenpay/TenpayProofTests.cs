using Microsoft.AspNetCore.Http;
using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Tenpay;

/// <summary>Nothing moves before Tenpay has said it a second time.</summary>
public sealed class TenpayProofTests : IAsyncLifetime
{
    private TenpayHost host = null!;
    private TenpayBench bench = null!;

    public static TheoryData<string, string> Differences => new()
    {
        { "partner", "1900009998" },
        { "out_trade_no", new ChannelOrderNo(A.Id, 2).ToString() },
        { "transaction_id", "1900009999202401020000000002" },
        { "trade_mode", "2" },
        { "trade_state", "1" },
        { "total_fee", "1199" },
        { "discount", "35" },
        { "fee_type", "2" },
    };

    public async ValueTask InitializeAsync()
    {
        host = await TenpayHost.StartAsync();
        bench = new TenpayBench(host.Address);
    }

    public async ValueTask DisposeAsync()
    {
        bench.Dispose();
        await host.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Differences))]
    public async Task A_proof_that_says_otherwise_refuses_the_notification(
        string field, string value)
    {
        Prove(Notice.Paid.With(field, value));

        (await ReadAsync(Notice.Paid)).ShouldBe(new NotAccepted(NotificationRefusal.ProofDiffers));
    }

    [Theory]
    [MemberData(nameof(Differences))]
    public async Task So_does_the_query_that_proves_in_its_place(string field, string value)
    {
        host.Says("verifynotifyid", Said.Refusal("88222005"));
        host.Says(
            "normalorderquery",
            Said.Answer(Notice.Paid.With(field, value).Proof(), Notice.Paid.Key));

        (await ReadAsync(Notice.Paid)).ShouldBe(new NotAccepted(NotificationRefusal.ProofDiffers));
    }

    [Fact]
    public async Task A_coupon_that_one_side_does_not_mention_paid_nothing()
    {
        var plain = Notice.Paid.Without("discount");
        Prove(plain.With("discount", "0"));
        (await ReadAsync(plain)).ShouldBeOfType<Genuine>()
            .Outcome.ShouldBeOfType<Succeeded>().Total.ShouldBe(Money.OfFen(1200));

        Prove(Notice.Paid);
        (await ReadAsync(plain)).ShouldBe(new NotAccepted(NotificationRefusal.ProofDiffers));
    }

    [Fact]
    public async Task The_proof_of_a_mere_id_has_to_be_of_an_order_of_ours_and_paid()
    {
        var said = Notice.Paid.Without("partner").With("appid", TenpayBench.AppId) with
        {
            Key = TenpayVectors.OpenKey,
        };

        Prove(said.With("out_trade_no", "T1"));
        (await ReadAsync(Notice.IdOnly))
            .ShouldBe(new NotAccepted(NotificationRefusal.OrderNumberUnknown));
        Prove(said.With("trade_state", "1"));
        (await ReadAsync(Notice.IdOnly)).ShouldBe(new Uninteresting("trade_state 1"));
        Prove(said.With("trade_mode", "2"));
        (await ReadAsync(Notice.IdOnly))
            .ShouldBe(new NotAccepted(NotificationRefusal.StatusUnknown));
        Prove(said.With("appid", "0000000098"));
        (await ReadAsync(Notice.IdOnly))
            .ShouldBe(new NotAccepted(NotificationRefusal.ProofDiffers));
        Prove(said.Without("time_end"));
        (await ReadAsync(Notice.IdOnly)).ShouldBe(new NotProved("the proof cannot be read"));
    }

    [Fact]
    public async Task An_expired_id_is_proved_by_the_trade_itself()
    {
        host.Says("verifynotifyid", Said.Refusal("88222005"));
        host.Says("normalorderquery", Said.Answer(Notice.Paid.Proof(), Notice.Paid.Key));

        (await ReadAsync(Notice.Paid)).ShouldBeOfType<Genuine>().Number.ShouldBe(A.Number);

        host.All.Select(static a => a.Path).ShouldBe(
            ["/gateway/verifynotifyid.xml", "/gateway/normalorderquery.xml"]);
        Said.Pairs(host.All[1].Form)["out_trade_no"].ShouldBe(A.Number.ToString());
    }

    [Fact]
    public async Task An_expired_id_that_names_no_order_proves_nothing()
    {
        host.Says("verifynotifyid", Said.Refusal("88222005"));

        (await ReadAsync(Notice.IdOnly)).ShouldBeOfType<NotProved>();
        host.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_paid_trade_that_Tenpay_does_not_know_is_refused_aloud()
    {
        host.Says("verifynotifyid", Said.Refusal("88222005"));
        host.Says("normalorderquery", Said.Refusal("88221009"));

        (await ReadAsync(Notice.Paid)).ShouldBe(new NotAccepted(NotificationRefusal.ProofDiffers));
    }

    [Theory]
    [InlineData("88222010")]
    [InlineData("88219998")]
    [InlineData("88222002")]
    [InlineData("88222003")]
    [InlineData("12345")]
    public async Task A_refusal_proves_nothing_either_way(string retcode)
    {
        host.Says("verifynotifyid", Said.Refusal(retcode));
        (await ReadAsync(Notice.Paid)).ShouldBeOfType<NotProved>().Reason.ShouldContain(retcode);

        host.Says("verifynotifyid", Said.Refusal("88222005"));
        host.Says("normalorderquery", Said.Refusal(retcode));
        (await ReadAsync(Notice.Paid)).ShouldBeOfType<NotProved>().Reason.ShouldContain(retcode);
    }

    [Fact]
    public async Task A_proof_that_is_not_signed_or_wrongly_signed_is_none()
    {
        foreach (var answer in (string[])
        [
            Said.Xml(Notice.Paid.Proof()),
            Said.Answer(Notice.Paid.Proof(), TenpayVectors.OpenKey),
            "<root><retcode>0</retcode></root>",
            "",
        ])
        {
            host.Says("verifynotifyid", answer);
            (await ReadAsync(Notice.Paid)).ShouldBeOfType<NotProved>();
        }
    }

    [Fact]
    public async Task Trouble_on_the_way_is_not_proved_and_may_come_again()
    {
        host.Answers["verifynotifyid"] = static http =>
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Task.CompletedTask;
        };
        (await ReadAsync(Notice.Paid)).ShouldBe(new NotProved("HTTP status 500"));

        host.Answers["verifynotifyid"] = static http =>
        {
            http.Abort();
            return Task.CompletedTask;
        };
        (await ReadAsync(Notice.Paid)).ShouldBeOfType<NotProved>();
    }

    [Fact]
    public async Task All_questions_of_one_proof_end_in_fourteen_seconds()
    {
        var stays = new TaskCompletionSource();
        var asked = new TaskCompletionSource();
        host.Says("verifynotifyid", Said.Refusal("88222005"));
        host.Answers["normalorderquery"] = async _ =>
        {
            asked.TrySetResult();
            await stays.Task;
        };
        var limits = new TenpayBench(
            host.Address, trusted: null, ("Channels:AttemptTimeout", "00:00:14"),
            ("Channels:TotalTimeout", "00:00:14"));

        var reading = limits.Channel.ReadAsync(Notice.Paid.Post(), CancellationToken.None)
            .AsTask();
        await asked.Task;
        limits.Time.Advance(TimeSpan.FromSeconds(14));

        (await reading).ShouldBeOfType<NotProved>();
        stays.SetResult();
        limits.Dispose();
    }

    [Fact]
    public async Task The_caller_s_own_cancellation_is_thrown()
    {
        using var cancelled = new CancellationTokenSource();
        host.Answers["verifynotifyid"] = async _ => await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(
            bench.Channel.ReadAsync(Notice.Paid.Post(), cancelled.Token).AsTask());
    }

    private void Prove(Notice notice)
        => host.Says("verifynotifyid", Said.Answer(notice.Proof(), notice.Key));

    private ValueTask<NotificationReading> ReadAsync(Notice notice)
        => bench.Channel.ReadAsync(notice.Post(), CancellationToken.None);
}
