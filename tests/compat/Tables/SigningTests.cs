using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Data.Tables.Signing;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Compat.Tables;

/// <summary>SharedKeyLite.</summary>
public sealed class SigningTests(AzuriteFixture azurite)
{
    private const string EmulatorKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 8, 9, 10, TimeSpan.Zero);

    // Computed with Python's hmac and hashlib over the text that the service's documentation
    // prescribes: the date, a line feed, a slash, the account, the path as it is sent.
    [Theory]
    [InlineData("http://127.0.0.1:10002/devstoreaccount1/Tables",
        "w+a96jKaOTYn5yuXDuu54NAE70ZqxfomuRLVPfsS7/w=")]
    [InlineData("http://127.0.0.1:10002/devstoreaccount1/Tables?$filter=A%20eq%201",
        "w+a96jKaOTYn5yuXDuu54NAE70ZqxfomuRLVPfsS7/w=")]
    [InlineData("http://127.0.0.1:10002/devstoreaccount1/orders"
        + "(PartitionKey='o%3A1',RowKey='%E8%AE%A2%E5%8D%95%27%27')",
        "3g1Rcyh76z9wVQUZatIym9z3kF57I53gUpZ6Ft/lYPM=")]
    public void The_signature_is_the_documented_one(string address, string signature)
    {
        var transport = new ScriptedTransport("HTTP/1.1 200 OK\n\n");

        Send(transport, new Uri(address), Morning);

        var headers = transport.Sent.ShouldHaveSingleItem().Headers;
        headers["x-ms-date"].ShouldBe("Mon, 23 Nov 2026 08:09:10 GMT");
        headers["Authorization"].ShouldBe($"SharedKeyLite devstoreaccount1:{signature}");
    }

    [Fact]
    public void Each_attempt_is_signed_anew()
    {
        var transport = new ScriptedTransport(
            "HTTP/1.1 500 Internal Server Error\n\n", "HTTP/1.1 200 OK\n\n");

        Send(
            transport, new Uri("http://127.0.0.1:10002/devstoreaccount1/Tables"),
            Morning, Morning.AddMinutes(16));

        transport.Sent.Select(sent => sent.Headers["x-ms-date"]).ShouldBe(
            ["Mon, 23 Nov 2026 08:09:10 GMT", "Mon, 23 Nov 2026 08:25:10 GMT"]);
        transport.Sent.Select(sent => sent.Headers["Authorization"])
            .Distinct(StringComparer.Ordinal).Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_wrong_key_opens_nothing()
    {
        var credential = new TableSharedKeyCredential("devstoreaccount1", "d3Jvbmc=");
        var table = new TableClient(await azurite.TableUriAsync(), "orders", credential);

        var refused = await Should.ThrowAsync<RequestFailedException>(
            () => table.GetEntityAsync<TableEntity>("p", "r"));

        refused.Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_key_can_be_exchanged_under_a_client()
    {
        var credential = new TableSharedKeyCredential("devstoreaccount1", "d3Jvbmc=");
        var service = new TableServiceClient(await azurite.TableUriAsync(), credential);

        credential.SetAccountKey(EmulatorKey);

        var created = await service.CreateTableAsync(azurite.FreshName("exchanged"));
        created.GetRawResponse().Status.ShouldBe(204);
    }

    private static void Send(
        ScriptedTransport transport, Uri address, params DateTimeOffset[] moments)
    {
        var policy = new SharedKeyLitePolicy(
            new TableSharedKeyCredential("devstoreaccount1", EmulatorKey), new Moments(moments));
        var pipeline = HttpPipelineBuilder.Build(AzuriteTables.Over(transport), [], [policy], null);
        using var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Get;
        message.Request.Uri.Reset(address);
        pipeline.Send(message, CancellationToken.None);
    }

    private sealed class Moments(IEnumerable<DateTimeOffset> moments) : TimeProvider
    {
        private readonly Queue<DateTimeOffset> left = new(moments);

        public override DateTimeOffset GetUtcNow() => left.Dequeue();
    }
}
