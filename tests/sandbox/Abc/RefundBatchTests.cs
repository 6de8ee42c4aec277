namespace PayFunctions.Tests.Sandbox.Abc;

/// <summary>Batches of refunds: taken at once, done later.</summary>
public sealed class RefundBatchTests : WorldTests
{
    [Fact]
    public async Task The_SDKs_own_request_is_taken_and_its_unknown_orders_fail()
    {
        var taken = await World.SayAsync(BatchRequests.Golden("BatchRefund"));

        taken.Code.ShouldBe("0000", taken.Text);
        (taken["TotalCount"], taken["TotalAmount"], taken["SerialNumber"]).ShouldBe(
            ("2", "0.03", "20260102000001"));
        (taken["HostDate"], taken["HostTime"]).ShouldBe(("2026/01/02", "03:04:05"));
        World.Time.Advance(BatchRequests.Wait);
        (await AskAsync(taken["SerialNumber"], "2026/01/03", "09:10:10")).Shown()
            .ShouldBe("7:11");
    }

    [Fact]
    public async Task A_batch_waits_and_then_its_rows_are_refunds_like_any_other()
    {
        await PayAsync("T1", "T2");
        var serial = await TakeAsync(("R1", 8000, "T1"), ("R2", 8888, "T2"));

        var early = await AskAsync(serial);
        (await World.SayAsync(AbcWorld.Query("R1", "Refund"))).Code.ShouldBe("2307");
        World.Time.Advance(BatchRequests.Wait);
        var late = await AskAsync(serial);

        early.Shown().ShouldBe("3:XX");
        (early["SuccessCount"], early["SuccessAmount"], early["FailedCount"]).ShouldBe(
            ("0", "0.00", "0"));
        late.Shown().ShouldBe("6:00");
        late.IsGenuine.ShouldBe(true);
        (late["RefundCount"], late["RefundAmount"], late["SuccessCount"], late["SuccessAmount"])
            .ShouldBe(("2", "168.88", "2", "168.88"));
        var row = late.Rows()[0];
        (row.Text("OriginalOrderNo"), row.Text("RefundOrderNo"), row.Text("RefundAmountCell"))
            .ShouldBe(("T1", "R1", "80.00"));
        (row.Text("CurrencyCode"), row.Text("Remark")).ShouldBe(("156", "备注"));
        (await World.StatusAsync("R1", "Refund")).ShouldBe("04");
        (await World.StatusAsync("T2")).ShouldBe("05");
    }

    [Fact]
    public async Task The_statement_has_the_rows_as_refunds()
    {
        await PayAsync("T1", "T2");
        await TakeAsync(("R1", 8000, "T1"), ("R2", 100, "T2"), ("R3", 100, "T3"));
        World.Time.Advance(TimeSpan.FromDays(2));

        var day = await World.SayAsync(
            """{"TrxType":"Settle","SettleDate":"2026/01/02","ZIP":"0"}""");

        (day["NumOfRefunds"], day["SumOfRefundAmount"]).ShouldBe(("2", "81.00"));
        day["DetailRecords"].ShouldContain("|Refund|R1|20260102030407|80.00|");
    }

    [Fact]
    public async Task Rows_that_cannot_be_done_fail_alone()
    {
        await PayAsync("T1");
        await World.OpenAsync("T2");
        var serial = await TakeAsync(
            ("R1", 8000, "T1"), ("R2", 889, "T1"), ("R3", 100, "T2"), ("R4", 888, "T1"));

        World.Time.Advance(BatchRequests.Wait);

        var answer = await AskAsync(serial);
        answer.Shown().ShouldBe("8:0110");
        (answer["SuccessCount"], answer["SuccessAmount"]).ShouldBe(("2", "88.88"));
        (answer["FailedCount"], answer["FailedAmount"]).ShouldBe(("2", "9.89"));
    }

    [Fact]
    public async Task The_same_batch_is_answered_as_before_and_refunds_once()
    {
        await PayAsync("T1");
        var request = BatchRequests.Refunds("B1", ("R1", 4000, "T1"));
        var first = await World.SayAsync(request);
        World.Time.Advance(BatchRequests.Wait);

        var again = await World.SayAsync(request);
        World.Time.Advance(BatchRequests.Wait);

        again["SerialNumber"].ShouldBe(first["SerialNumber"]);
        again["HostTime"].ShouldBe(first["HostTime"]);
        (await World.SayAsync(BatchRequests.Refunds("B1", ("R2", 4000, "T1")))).Code
            .ShouldBe("2308");
        (await World.SayAsync(AbcWorld.Refund("R3", "48.88"))).Code.ShouldBe("0000");
    }

    [Fact]
    public async Task A_number_refunds_once_by_whatever_way_it_comes()
    {
        await PayAsync("T1");
        await World.SayAsync(AbcWorld.Refund("R1", "40.00"));

        var same = await TakeAsync(("R1", 4000, "T1"));
        var other = (await World.SayAsync(
            BatchRequests.Refunds("B2", ("R1", 100, "T1"))))["SerialNumber"];
        World.Time.Advance(BatchRequests.Wait);

        (await AskAsync(same)).Shown().ShouldBe("6:0");
        (await AskAsync(other)).Shown().ShouldBe("7:1");
        (await World.SayAsync(AbcWorld.Refund("R2", "48.88"))).Code.ShouldBe("0000");
    }

    [Fact]
    public async Task A_strict_bank_refuses_the_same_batch()
    {
        await RenewAsync(static o => o with { RefusesRepetitions = true });
        await TakeAsync(("R1", 4000, "T1"));

        (await World.SayAsync(BatchRequests.Refunds("B1", ("R1", 4000, "T1")))).Code
            .ShouldBe("2308");
    }

    [Fact]
    public async Task How_long_a_batch_waits_and_what_it_says_then_can_be_chosen()
    {
        await RenewAsync(static o => o with
        {
            BatchTakes = TimeSpan.Zero,
            BatchesStaySubmitted = true,
        });
        await PayAsync("T1");

        (await AskAsync(await TakeAsync(("R1", 4000, "T1"), ("R2", 1, "T9")))).Shown()
            .ShouldBe("4:01");
    }

    [Fact]
    public async Task A_batch_whose_answer_is_lost_is_done()
    {
        await PayAsync("T1");
        var request = BatchRequests.Refunds("B1", ("R1", 4000, "T1"));

        await Should.ThrowAsync<HttpRequestException>(
            () => World.PostAsync(AbcWorld.Sign(request), fault: "lost_answer"));
        World.Time.Advance(BatchRequests.Wait);

        (await World.StatusAsync("R1", "Refund")).ShouldBe("04");
        var serial = (await World.SayAsync(request))["SerialNumber"];
        (await AskAsync(serial)).Shown().ShouldBe("6:0");
    }

    [Fact]
    public async Task A_refused_batch_is_not_taken()
    {
        await PayAsync("T1");
        var request = BatchRequests.Refunds("B1", ("R1", 4000, "T1"));

        (await SayAsync(request, "code_2310")).Code.ShouldBe("2310");
        World.Time.Advance(BatchRequests.Wait);

        (await World.SayAsync(AbcWorld.Query("R1", "Refund"))).Code.ShouldBe("2307");
    }

    [Fact]
    public async Task The_first_rows_fail_where_that_is_ordered()
    {
        await PayAsync("T1");
        var request = BatchRequests.Refunds("B1", ("R1", 4000, "T1"), ("R2", 1, "T1"));

        var serial = (await SayAsync(request, "row_declined"))["SerialNumber"];
        World.Time.Advance(BatchRequests.Wait);

        (await AskAsync(serial)).Shown().ShouldBe("8:10");
        (await World.SayAsync(AbcWorld.Query("R1", "Refund"))).Code.ShouldBe("2307");
    }

    [Theory]
    [InlineData("status_02", "4:21")]
    [InlineData("status_03", "4:X1")]
    public async Task Rows_that_are_done_can_be_kept_a_secret(string fault, string shown)
    {
        await PayAsync("T1");
        var serial = await TakeAsync(("R1", 4000, "T1"), ("R2", 1, "T9"));
        World.Time.Advance(BatchRequests.Wait);

        (await SayAsync(BatchRequests.AboutRefunds(serial), fault)).Shown().ShouldBe(shown);
        (await AskAsync(serial)).Shown().ShouldBe("8:01");
    }

    [Theory]
    [InlineData("20260102000009", "2026/01/02", "10:00:00", "2307")]
    [InlineData("20260102000001", "2026/01/03", "10:00:00", "2307")]
    [InlineData("20260102000001", "2026/01/02", "10:00:01", "2307")]
    [InlineData("20260102000001", "20260102", "10:00:00", "2001")]
    [InlineData("", "2026/01/02", "10:00:00", "2001")]
    public async Task A_batch_nobody_knows_is_no_order(
        string serial, string date, string time, string code)
    {
        await TakeAsync(("R1", 1, "T1"));

        (await AskAsync(serial, date, time)).Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("\"B1\"", "\"\"", "2001", "BatchNo")]
    [InlineData("\"B1\"", "\"B12345678901234567890\"", "2001", "BatchNo")]
    [InlineData("2026/01/02", "2026-01-02", "2001", "BatchDate")]
    [InlineData("10:00:00", "100000", "2001", "BatchDate")]
    [InlineData("\"TotalCount\":\"2\"", "\"TotalCount\":\"3\"", "2001", "TotalCount")]
    [InlineData("\"TotalCount\":\"2\",", "", "2001", "TotalCount")]
    [InlineData("\"3.00\"", "\"3.001\"", "2001", "TotalAmount")]
    [InlineData("\"3.00\"", "\"3.01\"", "2309", "")]
    [InlineData("\"SeqNo\":\"2\"", "\"SeqNo\":\"1\"", "2001", "SeqNo")]
    [InlineData("\"SeqNo\":\"1\"", "\"SeqNo\":\"0\"", "2001", "SeqNo")]
    [InlineData("\"OrderNo\":\"T1\",", "", "2001", "OrderNo")]
    [InlineData("\"R1\"", "\"\"", "2001", "NewOrderNo")]
    [InlineData("\"R1\"", "\"R2\"", "2308", "")]
    [InlineData("\"156\"", "\"840\"", "2001", "CurrencyCode")]
    [InlineData("\"1.00\"", "\"1.001\"", "2001", "RefundAmount")]
    [InlineData("\"1.00\"", "\"0.00\"", "2001", "RefundAmount")]
    [InlineData("OrderData", "Orders", "2001", "OrderData")]
    public async Task A_batch_with_something_wrong_is_refused_as_a_whole(
        string what, string by, string code, string field)
    {
        var request = BatchRequests.Refunds("B1", ("R1", 100, "T1"), ("R2", 200, "T1"));
        await PayAsync("T1");

        var refused = await World.SayAsync(request.Replace(what, by, StringComparison.Ordinal));
        World.Time.Advance(BatchRequests.Wait);

        refused.Code.ShouldBe(code, refused.Text);
        refused["ErrorMessage"].ShouldContain(field);
        (await World.SayAsync(AbcWorld.Query("R2", "Refund"))).Code.ShouldBe("2307");
    }

    [Theory]
    [InlineData(10_000, "SeqNo")]
    [InlineData(10_001, "TotalCount")]
    public async Task A_batch_has_ten_thousand_rows_at_most(int count, string field)
    {
        var rows = string.Join(',', Enumerable.Repeat("{}", count));

        var refused = await World.SayAsync(
            $$"""
            {"TrxType":"BatchRefund","BatchNo":"B1","BatchDate":"2026/01/02",
            "BatchTime":"10:00:00","TotalCount":"{{count}}","TotalAmount":"1.00",
            "OrderData":[{{rows}}]}
            """);

        (refused.Code, refused["ErrorMessage"].Contains(field, StringComparison.Ordinal))
            .ShouldBe(("2001", true));
    }

    [Fact]
    public async Task A_long_batch_is_done_row_by_row()
    {
        await PayAsync("T1");
        var serial = await TakeAsync(
            [.. Enumerable.Range(1, 1_000).Select(static n => ($"R{n}", 1, "T1"))]);

        World.Time.Advance(BatchRequests.Wait);

        var answer = await AskAsync(serial);
        (answer["BatchStatus"], answer["SuccessCount"], answer["SuccessAmount"]).ShouldBe(
            ("6", "1000", "10.00"));
    }

    private async Task PayAsync(params IReadOnlyList<string> numbers)
    {
        foreach (var number in numbers)
        {
            await World.OpenAsync(number);
            await World.PayAsync(number);
        }
    }

    private async Task<string> TakeAsync(
        params IReadOnlyList<(string Number, int Fen, string Order)> rows)
    {
        var taken = await World.SayAsync(BatchRequests.Refunds("B1", rows));
        taken.Code.ShouldBe("0000", taken.Text);
        return taken["SerialNumber"];
    }

    private Task<BankAnswer> AskAsync(
        string serial, string date = "2026/01/02", string time = "10:00:00")
        => World.SayAsync(BatchRequests.AboutRefunds(serial, date, time));

    private async Task<BankAnswer> SayAsync(string request, string fault)
    {
        using var response = await World.PostAsync(AbcWorld.Sign(request), fault: fault);
        return BankAnswer.Read(await response.Content.ReadAsByteArrayAsync());
    }
}
