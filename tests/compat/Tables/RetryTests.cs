using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Compat.Tables;

/// <summary>Faults injected below the client.</summary>
public sealed class RetryTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("HTTP/1.1 500 Internal Server Error\n\n")]
    [InlineData("HTTP/1.1 503 Server Busy\nRetry-After: 0\n\n")]
    [InlineData("HTTP/1.1 429 Too Many Requests\nRetry-After: 0\n\n")]
    public async Task A_passing_fault_is_repeated(string fault)
    {
        var existing = await azurite.FreshTableAsync();
        var transport = new ScriptedTransport(fault, fault);
        var table = new TableClient(
            await azurite.ConnectionStringAsync(), existing.Name, AzuriteTables.Over(transport));

        var added = await table.AddEntityAsync(new TableEntity("p", "r") { ["Fen"] = 1L });

        added.Status.ShouldBe(204);
        transport.Sent.Count.ShouldBe(3);
        transport.Sent.Select(sent => sent.Body).Distinct(StringComparer.Ordinal)
            .ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_lasting_fault_is_told_after_the_last_attempt()
    {
        const string Busy =
            "HTTP/1.1 503 Server Busy\nContent-Type: application/json\n\n"
            + "{\"odata.error\":{\"code\":\"ServerBusy\",\"message\":{\"value\":\"Later.\"}}}";
        var transport = new ScriptedTransport(Busy, Busy, Busy);
        var table = new TableClient(
            "UseDevelopmentStorage=true", "orders", AzuriteTables.Over(transport, retriesMax: 2));

        var refused = await Should.ThrowAsync<RequestFailedException>(
            () => table.GetEntityAsync<TableEntity>("p", "r"));

        (refused.Status, refused.ErrorCode).ShouldBe((503, "ServerBusy"));
        transport.Sent.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_refusal_is_not_repeated()
    {
        var transport = new ScriptedTransport("HTTP/1.1 412 Precondition Failed\n\nnot json");
        var table = new TableClient(
            "UseDevelopmentStorage=true", "orders", AzuriteTables.Over(transport));

        var refused = await Should.ThrowAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r"), ETag.All));

        (refused.Status, refused.ErrorCode).ShouldBe((412, null));
        transport.Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_callers_policies_see_each_call_and_each_attempt()
    {
        var transport = new ScriptedTransport(
            "HTTP/1.1 500 Internal Server Error\n\n", "HTTP/1.1 204 No Content\n\n");
        var options = AzuriteTables.Over(transport);
        var (calls, attempts) = (new Counter(), new Counter());
        options.AddPolicy(calls, HttpPipelinePosition.PerCall);
        options.AddPolicy(attempts, HttpPipelinePosition.PerRetry);
        var service = new TableServiceClient("UseDevelopmentStorage=true", options);

        await service.GetTableClient("orders").UpsertEntityAsync(new TableEntity("p", "r"));

        (calls.Count, attempts.Count).ShouldBe((1, 2));
    }

    [Fact]
    public async Task Requests_carry_the_protocols_headers()
    {
        const string Done = "HTTP/1.1 204 No Content\n\n";
        var transport = new ScriptedTransport(Done, Done);
        var table = new TableClient(
            "UseDevelopmentStorage=true", "orders", AzuriteTables.Over(transport));

        await table.AddEntityAsync(new TableEntity("p", "r"));
        await table.UpdateEntityAsync(new TableEntity("p", "r"), new ETag("W/\"1\""));

        transport.Sent.Select(sent => sent.Method).ShouldBe(["POST", "PATCH"]);
        transport.Sent.ShouldAllBe(sent =>
            sent.Headers["x-ms-version"] == "2020-12-06"
            && sent.Headers["DataServiceVersion"] == "3.0"
            && sent.Headers["Accept"] == "application/json;odata=minimalmetadata"
            && sent.Headers["Content-Type"] == "application/json");
        transport.Sent[0].Headers["Prefer"].ShouldBe("return-no-content");
        transport.Sent[0].Headers.ContainsKey("If-Match").ShouldBeFalse();
        transport.Sent[1].Headers["If-Match"].ShouldBe("W/\"1\"");
    }

    private sealed class Counter : HttpPipelineSynchronousPolicy
    {
        public int Count { get; private set; }

        public override void OnSendingRequest(HttpMessage message) => Count++;
    }
}
