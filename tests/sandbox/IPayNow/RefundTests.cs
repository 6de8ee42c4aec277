using System.Text.Json;

namespace PayFunctions.Tests.Sandbox.IPayNow;

/// <summary>Refunds and cancels of both dialects.</summary>
public sealed class RefundTests : IAsyncLifetime
{
    private static readonly TimeSpan Takes = TimeSpan.FromSeconds(3);

    private IPayNowWorld world = null!;

    public async ValueTask InitializeAsync() => world = await IPayNowWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_refund_is_accepted_and_done_a_little_later()
    {
        await PaidAsync("T1");

        var accepted = await RefundAsync("T1", "F1", "200");
        var underway = await AskAsync("Q001", "F1");
        world.Time.Advance(Takes);
        var done = await AskAsync("Q001", "F1");

        accepted.IsGenuine.ShouldBe(true);
        accepted["responseCode"].ShouldBe("R000");
        accepted["tradeStatus"].ShouldBe("A004");
        accepted["amount"].ShouldBe("200");
        accepted["mhtOrderNo"].ShouldBe("T1");
        accepted["nowPayOrderNo"].ShouldStartWith("200801");
        accepted.Names.ShouldNotContain("version");
        underway["tradeStatus"].ShouldBe("A004");
        done.IsGenuine.ShouldBe(true);
        done["tradeStatus"].ShouldBe("A001");
        done["amount"].ShouldBeEmpty();
        done["mhtOrderNo"].ShouldBeEmpty();
        (await RefundsAsync("T1")).ShouldBe(["F1 200 success"]);
    }

    [Fact]
    public async Task A_version_in_a_refund_is_signed_and_comes_back()
    {
        await PaidAsync("T1");

        var answer = await world.Refund("R001", "F1").With("version", "1.0.0")
            .With("amount", "1").With("mhtOrderNo", "T1").AskAsync("/refund/refundOrder");

        answer.IsGenuine.ShouldBe(true);
        answer["version"].ShouldBe("1.0.0");
        answer["responseCode"].ShouldBe("R000");
    }

    [Fact]
    public async Task The_same_refund_again_is_the_same_refund()
    {
        await PaidAsync("T1");
        var first = await RefundAsync("T1", "F1", "200");

        var again = await RefundAsync("T1", "F1", "200");
        var other = await RefundAsync("T1", "F1", "201");

        again["nowPayOrderNo"].ShouldBe(first["nowPayOrderNo"]);
        other["responseCode"].ShouldBe("R001");
        (await RefundsAsync("T1")).ShouldBe(["F1 200 processing"]);
    }

    [Theory]
    [InlineData("8889", "R023")]
    [InlineData("8789", "R027")]
    public async Task More_than_there_is_does_not_go_back(string fen, string code)
    {
        await PaidAsync("T1");
        await RefundAsync("T1", "F1", "100");

        (await RefundAsync("T1", "F2", fen))["responseCode"].ShouldBe(code);
    }

    [Fact]
    public async Task What_is_refunded_in_full_is_refunded()
    {
        await PaidAsync("T1");
        await RefundAsync("T1", "F1", "100");
        await RefundAsync("T1", "F2", "8788");

        (await world.ShowAsync("T1")).GetProperty("state").GetString().ShouldBe("refunded");
        (await world.QueryAsync("T1"))["transStatus"].ShouldBe("A001");
    }

    [Fact]
    public async Task What_is_not_paid_or_not_there_is_not_refunded()
    {
        await world.New("T1").AskAsync();

        (await RefundAsync("T1", "F1", "1"))["responseCode"].ShouldBe("R025");
        (await RefundAsync("T2", "F1", "1"))["responseCode"].ShouldBe("A002");
        (await RefundAsync("T1", "F1", "0"))["responseMsg"].ShouldContain("amount");
        var unknown = await AskAsync("Q001", "F1");
        unknown["responseCode"].ShouldBe("A002");
        unknown["responseMsg"].ShouldBe("E003#查询[退款订单不存在]");
        unknown["mhtRefundNo"].ShouldBe("F1");
        unknown.IsGenuine.ShouldBe(true);
    }

    [Fact]
    public async Task Whoever_is_not_on_the_list_does_not_refund()
    {
        await using var other = await IPayNowWorld.StartAsync(static o => o with
        {
            Applications = [o.Applications[0] with { MayRefund = false }],
        });
        await other.New("T1").AskAsync();
        await other.ActAsync("T1", "pay?silent=1");

        (await other.Refund("R001", "F1").With("amount", "1").With("mhtOrderNo", "T1")
            .AskAsync())["responseCode"].ShouldBe("R021");
    }

    [Fact]
    public async Task Profile_a_is_told_when_its_refund_is_done()
    {
        await OldPaidAsync("T1");

        var accepted = await OldRefund("T1", "F1", "200").AskAsync();
        await world.Time.WaitIsSetAsync(Takes);
        world.Time.Advance(Takes);
        var told = await world.NextAsync();
        var again = await OldRefund("T1", "F1", "200").AskAsync();

        accepted.IsGenuine.ShouldBe(true);
        accepted["responseCode"].ShouldBe("A001");
        accepted["transStatus"].ShouldBe("R000");
        accepted["refundOrderNo"].ShouldBe("F1");
        told.IsGenuine.ShouldBe(true);
        told["mhtOrderType"].ShouldBe("04");
        told["tradeStatus"].ShouldBe("R010");
        told["mhtOrderNo"].ShouldBe("T1");
        told["refundOrderNo"].ShouldBe("F1");
        again["transStatus"].ShouldBe("R010");
        world.Merchant.IsQuiet.ShouldBeTrue();
    }

    [Fact]
    public async Task Profile_as_refund_that_is_not_taken_names_its_reason()
    {
        await OldPaidAsync("T1");
        await OldRefund("T1", "F1", "8000").AskAsync();

        var over = await OldRefund("T1", "F2", "889").AskAsync();
        var wrong = await OldRefund("T1", "F3", "1").With("mhtOrderType", "01").AskAsync();

        over.IsGenuine.ShouldBe(true);
        over["responseCode"].ShouldBe("A002");
        over["transStatus"].ShouldBe("R027");
        wrong["responseMsg"].ShouldContain("mhtOrderType");
    }

    [Fact]
    public async Task A_cancel_ends_an_unpaid_order()
    {
        await world.New("T1").AskAsync();

        var cancelled = await CancelAsync("T1", "C1");
        var underway = await AskAsync("Q002", "C1");
        world.Time.Advance(Takes);

        cancelled.IsGenuine.ShouldBe(true);
        cancelled["responseCode"].ShouldBe("R000");
        cancelled["tradeStatus"].ShouldBe("A004");
        cancelled["nowPayOrderNo"].ShouldStartWith("200802");
        underway["tradeStatus"].ShouldBe("A004");
        (await AskAsync("Q002", "C1"))["tradeStatus"].ShouldBe("A001");
        (await world.QueryAsync("T1"))["transStatus"].ShouldBe("A006");
        (await RefundsAsync("T1")).ShouldBeEmpty();
        (await AskAsync("Q001", "C1"))["responseCode"].ShouldBe("A002");
    }

    [Fact]
    public async Task A_cancel_of_a_paid_order_is_a_refund()
    {
        await PaidAsync("T1");

        var first = await CancelAsync("T1", "C1");
        var again = await CancelAsync("T1", "C1");
        var other = await CancelAsync("T1", "C2");

        again["nowPayOrderNo"].ShouldBe(first["nowPayOrderNo"]);
        other["responseCode"].ShouldBe("R025");
        (await world.QueryAsync("T1"))["transStatus"].ShouldBe("A001");
        (await RefundsAsync("T1")).ShouldBe(["C1 8888 processing"]);
    }

    [Fact]
    public async Task A_cancel_is_for_the_day_of_the_payment()
    {
        await PaidAsync("T1");
        await PaidAsync("T2");
        world.Time.AdvanceTo(new DateTimeOffset(2024, 1, 2, 15, 59, 59, TimeSpan.Zero));
        var today = await CancelAsync("T1", "C1");
        world.Time.Advance(TimeSpan.FromSeconds(1));

        var tomorrow = await CancelAsync("T2", "C2");

        today["responseCode"].ShouldBe("R000");
        tomorrow["responseCode"].ShouldBe("R024");
        (await AskAsync("Q002", "C2"))["responseCode"].ShouldBe("A002");
    }

    private async Task PaidAsync(string number)
    {
        await world.New(number).AskAsync();
        await world.ActAsync(number, "pay?silent=1");
    }

    private async Task OldPaidAsync(string number)
    {
        using var opened = await world.Old(number).VisitAsync();
        await world.ActAsync(number, "pay?silent=1");
    }

    private Task<Heard> RefundAsync(string order, string number, string fen)
        => world.Refund("R001", number).With("amount", fen).With("mhtOrderNo", order)
            .With("reason", "test").AskAsync("/refund/refundOrder");

    private Task<Heard> CancelAsync(string order, string number)
        => world.Refund("R002", number).With("mhtOrderNo", order).With("reason", "test")
            .AskAsync("/refund/refundOrder");

    private Task<Heard> AskAsync(string funcode, string number)
        => world.Refund(funcode, number).AskAsync("/refund/refundQuery");

    private Call OldRefund(string order, string number, string fen)
        => new Call(world.Client)
            .With("appId", IPayNowVectors.AppId)
            .With("deviceType", "06")
            .With("funcode", "T001")
            .With("mhtCharset", "UTF-8")
            .With("mhtCurrencyType", "156")
            .With("mhtOrderAmt", "8888")
            .With("mhtOrderNo", order)
            .With("mhtOrderStartTime", "20240102101112")
            .With("mhtOrderType", "04")
            .With("mhtRefundAmt", fen)
            .With("mhtSignType", "MD5")
            .With("notifyUrl", world.Merchant.NotifyUrl)
            .With("refundOrderNo", number);

    private async Task<IReadOnlyList<string>> RefundsAsync(string number)
        => [.. (await world.ShowAsync(number)).GetProperty("refunds").EnumerateArray()
            .Select(static r => $"{Text(r, "out_refund_no")} {r.GetProperty("fen").GetInt64()} "
                + Text(r, "state"))];

    private static string Text(JsonElement element, string name)
        => element.GetProperty(name).GetString()!;
}
