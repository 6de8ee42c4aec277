using System.Net.Http.Json;
using System.Text;

namespace PayFunctions.Tests.Sandbox.Abc;

/// <summary>Batches of debits by agreements: taken at once, done later.</summary>
public sealed class DebitBatchTests : WorldTests
{
    private const string Signing = "AS20260101001";

    [Fact]
    public async Task The_SDKs_own_request_is_taken_and_its_unknown_agreement_fails()
    {
        var taken = await World.SayAsync(BatchRequests.Golden("AgentBatch"));

        taken.Code.ShouldBe("0000", taken.Text);
        (taken["MerchantNo"], taken["SendTime"]).ShouldBe(
            (AbcVectors.MerchantId, "20260102030405"));
        World.Time.Advance(BatchRequests.Wait);
        (await AskAsync("AB0001")).Shown().ShouldBe("7:1");
        (await World.StatusAsync("AB0001001", "AgentPay")).ShouldBe("99");
    }

    [Fact]
    public async Task A_batch_waits_and_then_its_rows_are_debits_like_any_other()
    {
        var signNo = await SignAsync();
        await TakeAsync(("D1", 1, signNo), ("D2", 250, signNo));

        var early = await AskAsync("B1");
        var unpaid = await World.StatusAsync("D1", "AgentPay");
        World.Time.Advance(BatchRequests.Wait);
        var late = await AskAsync("B1");

        (early.Shown(), unpaid).ShouldBe(("3:XX", "01"));
        late.Shown().ShouldBe("6:00");
        (late["BatchNo"], late["BatchDate"], late["BatchTime"], late["CurrencyCode"]).ShouldBe(
            ("B1", "2026/01/02", "10:00:00", "156"));
        (late["AgentCount"], late["AgentAmount"]).ShouldBe(("2", "2.51"));
        (late["SuccessCount"], late["SuccessAmount"]).ShouldBe(("2", "2.51"));
        (late["FailedCount"], late["FailedAmount"]).ShouldBe(("0", "0.00"));
        var row = late.Rows()[1];
        (row.Text("SeqNo"), row.Text("OrderNo"), row.Text("OrderAmount")).ShouldBe(
            ("2", "D2", "2.50"));
        row.Text("AgentSignNo").ShouldBe(signNo);
        var order = (await World.SayAsync(AbcWorld.Query("D2", "AgentPay"))).Order;
        (order.Text("Status"), order.Text("OrderAmount")).ShouldBe(("04", "2.50"));
        (await World.SayAsync(AbcWorld.Refund("R1", "2.50", "D2"))).Code.ShouldBe("0000");
    }

    [Fact]
    public async Task The_statement_has_the_rows_that_were_done()
    {
        var signNo = await SignAsync();
        await TakeAsync(("D1", 1, signNo), ("D2", 250, "nobody"));
        World.Time.Advance(TimeSpan.FromDays(2));

        var day = await World.SayAsync(
            """{"TrxType":"Settle","SettleDate":"2026/01/02","ZIP":"0"}""");

        (day["NumOfPayments"], day["SumOfPayAmount"]).ShouldBe(("1", "0.01"));
        day["DetailRecords"].ShouldContain("|Sale|D1|20260102030407|0.01|");
    }

    [Fact]
    public async Task What_is_ended_while_the_batch_waits_is_not_debited()
    {
        var signNo = await SignAsync();
        await TakeAsync(("D1", 1, signNo));
        (await World.SayAsync(
            $$"""
            {"TrxType":"AgentUnSign","OrderNo":"{{Signing}}","AgentSignNo":"{{signNo}}",
            "RequestDate":"2026/01/02","RequestTime":"12:00:00"}
            """)).Code.ShouldBe("0000");

        World.Time.Advance(BatchRequests.Wait);

        (await AskAsync("B1")).Shown().ShouldBe("7:1");
        (await World.StatusAsync("D1", "AgentPay")).ShouldBe("99");
    }

    [Fact]
    public async Task One_row_fails_and_another_is_done()
    {
        var signNo = await SignAsync();
        await World.OpenAsync("T1");
        await TakeAsync(("D1", 1, signNo), ("D2", 2, "nobody"), ("T1", 4, signNo));

        World.Time.Advance(BatchRequests.Wait);

        var answer = await AskAsync("B1");
        answer.Shown().ShouldBe("8:011");
        (answer["SuccessAmount"], answer["FailedAmount"]).ShouldBe(("0.01", "0.06"));
        (await World.StatusAsync("T1")).ShouldBe("01");
    }

    [Fact]
    public async Task The_same_batch_is_answered_as_before_and_debits_once()
    {
        var signNo = await SignAsync();
        await TakeAsync(("D1", 1, signNo));
        World.Time.Advance(BatchRequests.Wait);

        var again = await World.SayAsync(BatchRequests.Debits("B1", ("D1", 1, signNo)));
        var other = await World.SayAsync(BatchRequests.Debits("B1", ("D1", 2, signNo)));
        (await World.SayAsync(BatchRequests.Debits("B2", ("D1", 2, signNo)))).Code
            .ShouldBe("0000");
        World.Time.Advance(BatchRequests.Wait);

        (again.Code, again["SendTime"], other.Code).ShouldBe(("0000", "20260102030405", "2308"));
        (await AskAsync("B2")).Shown().ShouldBe("7:1");
        (await World.SayAsync(AbcWorld.Query("D1", "AgentPay"))).Order.Text("OrderAmount")
            .ShouldBe("0.01");
        (await World.StatusAsync("D1", "AgentPay")).ShouldBe("04");
    }

    [Fact]
    public async Task A_batch_whose_answer_is_lost_is_done()
    {
        var signNo = await SignAsync();
        var request = BatchRequests.Debits("B1", ("D1", 1, signNo));

        await Should.ThrowAsync<HttpRequestException>(
            () => World.PostAsync(AbcWorld.Sign(request), fault: "lost_answer"));
        World.Time.Advance(BatchRequests.Wait);

        (await AskAsync("B1")).Shown().ShouldBe("6:0");
        (await World.StatusAsync("D1", "AgentPay")).ShouldBe("04");
    }

    [Fact]
    public async Task As_many_rows_fail_as_are_ordered()
    {
        var signNo = await SignAsync();
        using var ordered = await World.Client.PostAsJsonAsync(
            "/control/faults", new { kind = "row_declined", count = 2, method = "AgentBatch" });
        ordered.EnsureSuccessStatusCode();

        await TakeAsync(("D1", 1, signNo), ("D2", 2, signNo), ("D3", 4, signNo));
        World.Time.Advance(BatchRequests.Wait);

        (await AskAsync("B1")).Shown().ShouldBe("8:110");
        (await World.StatusAsync("D2", "AgentPay")).ShouldBe("99");
        (await World.StatusAsync("D3", "AgentPay")).ShouldBe("04");
    }

    [Fact]
    public async Task A_row_can_be_declined_while_the_batch_waits()
    {
        await TakeAsync(("D1", 1, await SignAsync()));

        using var declined = await World.Client.PostAsync("/control/trades/D1/decline", null);
        declined.EnsureSuccessStatusCode();
        World.Time.Advance(BatchRequests.Wait);

        (await AskAsync("B1")).Shown().ShouldBe("7:1");
    }

    [Theory]
    [InlineData("B2", "2026/01/02", "2307")]
    [InlineData("B1", "2026/01/03", "2307")]
    [InlineData("B1", "20260102", "2001")]
    [InlineData("", "2026/01/02", "2001")]
    public async Task A_batch_nobody_knows_is_no_order(string batchNo, string date, string code)
    {
        await TakeAsync(("D1", 1, "nobody"));

        (await World.SayAsync(BatchRequests.AboutDebits(batchNo, date))).Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("\"B1\"", "\"B123456789012345678901234567890\"", "2001", "BatchNo")]
    [InlineData("2026/01/02", "20260102", "2001", "BatchDate")]
    [InlineData("\"156\"", "\"840\"", "2001", "CurrencyCode")]
    [InlineData("\"AgentCount\":\"2\"", "\"AgentCount\":\"1\"", "2001", "AgentCount")]
    [InlineData("\"3.00\"", "\"2.99\"", "2309", "")]
    [InlineData("\"AgentAmount\":\"3.00\"", "\"x\":\"\"", "2001", "AgentAmount")]
    [InlineData("\"SeqNo\":\"2\"", "\"SeqNo\":\"3\"", "2001", "SeqNo")]
    [InlineData("\"D1\"", "\"\"", "2001", "OrderNo")]
    [InlineData("\"D1\"", "\"D2\"", "2308", "")]
    [InlineData("\"No1\"", "\"\"", "2001", "AgentSignNo")]
    [InlineData("\"1.00\"", "\"1.001\"", "2001", "AgentAmount")]
    [InlineData("\"0101\"", "\"9999\"", "2311", "")]
    [InlineData("水费", "", "2001", "ProductName")]
    [InlineData("Details", "Orders", "2001", "Details")]
    public async Task A_batch_with_something_wrong_is_refused_as_a_whole(
        string what, string by, string code, string field)
    {
        var request = BatchRequests.Debits("B1", ("D1", 100, "No1"), ("D2", 200, "No1"));

        var refused = await World.SayAsync(request.Replace(what, by, StringComparison.Ordinal));

        refused.Code.ShouldBe(code, refused.Text);
        refused["ErrorMessage"].ShouldContain(field);
        (await World.SayAsync(AbcWorld.Query("D2", "AgentPay"))).Code.ShouldBe("2307");
    }

    private static byte[] Vector(string name)
        => Encoding.UTF8.GetBytes(
            AbcVectors.Named(AbcVectors.SdkRequests, name).Text("request_body_utf8"));

    private async Task<string> SignAsync()
    {
        (await World.SayAsync(Vector("AgentSign"))).Code.ShouldBe("0000");
        await World.PayAsync(Signing);
        return (await World.SayAsync(Vector("QueryAgentSign")))["AgentSignNo"];
    }

    private async Task TakeAsync(
        params IReadOnlyList<(string Number, int Fen, string SignNo)> rows)
    {
        var taken = await World.SayAsync(BatchRequests.Debits("B1", rows));
        taken.Code.ShouldBe("0000", taken.Text);
    }

    private Task<BankAnswer> AskAsync(string batchNo)
        => World.SayAsync(BatchRequests.AboutDebits(batchNo));
}
