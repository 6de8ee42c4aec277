using System.Text.Json;

namespace PayFunctions.Tests.Sdk.Client;

public sealed class BatchTests : IAsyncLifetime
{
    private const string Taken = """
        {"batch_no":"B-1","batch_state":"CHECKING","rows":2,"refund_fee":70,
        "time_created":"2026-01-02T04:00:00Z","request_id":"r-1"}
        """;

    private const string Shown = """
        {"batch_no":"B-1","batch_state":"SETTLING","rows":2,"total_fee":70,
        "time_created":"2026-01-02T04:00:00Z","succeeded":1,"succeeded_fee":40,
        "processing":1,"failed":0,"request_id":"r-2"}
        """;

    private const string Rows = """
        {"rows":[{"row":1,"transaction_id":"ZRD2T8N368FKVX7GNX4M616D3G",
        "out_request_no":"R-1","refund_fee":40,"outcome":"SUCCESS"},
        {"row":2,"agreement_id":"ZRD2T8N368FKVX7GNX4M616D3G","out_trade_no":"T-2",
        "total_fee":30,"outcome":"REFUSED","failure":"ORDER_NOT_PAID"}],
        "next_cursor":"2","request_id":"r-3"}
        """;

    private LoopbackGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await LoopbackGateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Refunds_are_sent_together()
    {
        (_gateway.Answer, _gateway.Status) = (Taken, 201);

        var batch = (await _gateway.Client().SendRefundBatchAsync(new RefundBatchRequest(
            "B-1", [Refund("R-1", 40), Refund("R-2", 30)]))).Value.ShouldNotBeNull();

        (batch.BatchNo, batch.BatchState, batch.Rows, batch.RefundFee, batch.TotalFee)
            .ShouldBe(("B-1", BatchState.Checking, 2, 70, null));
        batch.Succeeded.ShouldBeNull();
        var (method, target, _, body) = _gateway.Calls.ShouldHaveSingleItem();
        (method, target).ShouldBe(("POST", "/v1/refund-batches"));
        JsonElement.Parse(body).GetRawText().ShouldBe(
            "{\"batch_no\":\"B-1\",\"rows\":[{\"out_request_no\":\"R-1\","
            + "\"out_trade_no\":\"T-1\",\"refund_fee\":40},{\"out_request_no\":\"R-2\","
            + "\"out_trade_no\":\"T-1\",\"refund_fee\":30}]}");
    }

    [Fact]
    public async Task Debits_are_sent_together_and_asked_about()
    {
        _gateway.Answer = Shown;
        var client = _gateway.Client();

        await client.SendDebitBatchAsync(new DebitBatchRequest("B-1", [Debit("T-1")]));
        var batch = (await client.QueryDebitBatchAsync("B-1")).Value.ShouldNotBeNull();
        await client.QueryRefundBatchAsync("B-1");

        (batch.BatchState, batch.Succeeded, batch.SucceededFee, batch.Processing, batch.Failed)
            .ShouldBe((BatchState.Settling, 1, 40, 1, 0));
        _gateway.Calls.Select(static c => $"{c.Method} {c.Target}").ShouldBe(
            [
                "POST /v1/debit-batches", "GET /v1/debit-batches/B-1",
                "GET /v1/refund-batches/B-1",
            ]);
        _gateway.Calls[0].Body.ShouldContain(
            "\"rows\":[{\"out_trade_no\":\"T-1\",\"agreement_id\":\"G1\",\"total_fee\":30,"
            + "\"subject\":\"Tea\"}]");
    }

    [Fact]
    public async Task Rows_are_listed_page_by_page()
    {
        _gateway.Answer = Rows;
        var client = _gateway.Client();

        var page = (await client.ListRefundBatchAsync("B-1")).Value.ShouldNotBeNull();
        await client.ListDebitBatchAsync("B-1", page.NextCursor);

        page.Rows[0].ShouldBe(new BatchRowResponse
        {
            Row = 1,
            Outcome = BatchOutcome.Success,
            TransactionId = "ZRD2T8N368FKVX7GNX4M616D3G",
            OutRequestNo = "R-1",
            RefundFee = 40,
        });
        (page.Rows[1].Outcome, page.Rows[1].Failure, page.Rows[1].TotalFee)
            .ShouldBe((BatchOutcome.Refused, "ORDER_NOT_PAID", 30));
        _gateway.Calls.Select(static c => c.Target).ShouldBe(
            ["/v1/refund-batches/B-1/rows", "/v1/debit-batches/B-1/rows?cursor=2"]);
    }

    [Theory]
    [InlineData("REFUSED", BatchState.Refused)]
    [InlineData("PROCESSING", BatchState.Processing)]
    [InlineData("DONE", BatchState.Done)]
    [InlineData("SOMETHING", BatchState.Unrecognised)]
    public async Task Every_state_of_a_batch_has_a_meaning(string word, BatchState state)
    {
        _gateway.Answer = Shown.Replace("SETTLING", word, StringComparison.Ordinal)
            .Replace("\"succeeded\"", "\"wrong_row\":7,\"wrong_code\":\"ORDER_NOT_PAID\","
                + "\"succeeded\"", StringComparison.Ordinal);

        var batch = (await _gateway.Client().QueryDebitBatchAsync("B-1")).Value
            .ShouldNotBeNull();

        (batch.BatchState, batch.WrongRow, batch.WrongCode)
            .ShouldBe((state, 7, "ORDER_NOT_PAID"));
    }

    [Fact]
    public async Task Every_wrong_row_is_named_and_nothing_is_sent()
    {
        var client = _gateway.Client();

        var refunds = await Should.ThrowAsync<PayRequestException>(
            () => client.SendRefundBatchAsync(new RefundBatchRequest(
                "B 1", [Refund("R-1", 40), Refund("R-2", 0), Refund("", 1)])));
        var debits = await Should.ThrowAsync<PayRequestException>(
            () => client.SendDebitBatchAsync(new DebitBatchRequest(
                "B-1", [Debit("T-1") with { Attach = "a" }])));
        var none = await Should.ThrowAsync<PayRequestException>(
            () => client.SendRefundBatchAsync(new RefundBatchRequest("B-1", [])));
        var large = await Should.ThrowAsync<PayRequestException>(
            () => client.SendRefundBatchAsync(new RefundBatchRequest(
                "B-1",
                [
                    .. Enumerable.Range(0, 10_000).Select(static i => Refund($"R-{i}", 1) with
                    {
                        OutTradeNo = new string('T', 64),
                        Reason = new string('茶', 80),
                    }),
                ])));

        refunds.Problems.Select(static p => p.Name).ShouldBe(
            ["batch_no", "row 2 refund_fee", "row 3 out_request_no"]);
        debits.Problems.ShouldHaveSingleItem().Name.ShouldBe("row 1 attach");
        none.Problems.ShouldHaveSingleItem().Name.ShouldBe("rows");
        large.Message.ShouldContain("4 MiB");
        Should.Throw<ArgumentException>(() => client.QueryRefundBatchAsync("a/b"));
        Should.Throw<ArgumentException>(() => client.ListRefundBatchAsync("B-1", "a/b"));
        _gateway.Calls.ShouldBeEmpty();
    }

    private static RefundRequest Refund(string number, long fee) => new()
    {
        OutRequestNo = number,
        OutTradeNo = "T-1",
        RefundFee = fee,
    };

    private static DebitRequest Debit(string number) => new()
    {
        OutTradeNo = number,
        AgreementId = "G1",
        TotalFee = 30,
        Subject = "Tea",
    };
}
