using System.Text.Json.Nodes;
using PayFunctions.Ledger;
using PayFunctions.Orders;
using PayFunctions.Tests.Conformance.World;

namespace PayFunctions.Tests.Conformance;

/// <summary>What tests of holds do again and again.</summary>
public abstract class HoldingConformance<TRig> : ChannelConformance<TRig>
    where TRig : ChannelRig, new()
{
    /// <summary>A part of the price.</summary>
    private protected const long Part = 3_000;

    public static TheoryData<string> Faults =>
    [
        "wrong_answer_signature", "unsigned_error", "busy", "http_500", "lost_answer",
        "cut_answer", "oversized_answer", "slow",
    ];

    private protected Task<Reply> CreateAsync(params (string Name, JsonNode? Value)[] members)
        => World.AuthorizeAsync(members);

    private protected async Task<string> HoldAsync(params (string Name, JsonNode? Value)[] members)
    {
        var created = await CreateAsync(members);
        created.Status.ShouldBe(201, created.ToString());
        var id = created["authorization_id"];
        await OpenAsync(created);
        (await World.Channel.PayAsync(NumberOf(id))).ShouldBeTrue();
        await ConformanceWorld.UntilAsync(
            async () => (await World.StoredAsync(id)).State == OrderState.Success);
        return id;
    }

    /// <summary>The payer goes where the code or the page is.</summary>
    private protected async Task OpenAsync(Reply created)
    {
        if (created["code_url"] is "")
        {
            var visit = await World.BrowseAsync(created);
            visit.Status.ShouldBe(200, visit.Text);
        }
    }

    private protected Task<Reply> FindAsync(string id)
    {
        World.Clock.Advance(TimeSpan.FromSeconds(6));
        return World.CallAsync(HttpMethod.Get, $"/v1/authorizations/{id}");
    }

    private protected Task<Reply> CaptureAsync(
        string id, string number, long fen, bool final = false)
        => World.CallAsync(HttpMethod.Post, $"/v1/authorizations/{id}/capture", new JsonObject
        {
            ["out_trade_no"] = number,
            ["total_fee"] = fen,
            ["final"] = final,
        });

    private protected Task<Reply> VoidAsync(string id, string number, long? fen = null)
    {
        var body = new JsonObject { ["out_request_no"] = number };
        if (fen is { } part)
        {
            body["total_fee"] = part;
        }

        return World.CallAsync(HttpMethod.Post, $"/v1/authorizations/{id}/void", body);
    }

    private protected Task SettleAsync()
        => World.LetItTakeAsync(World.Gateway.PassAsync(TimeSpan.FromHours(2)));

    /// <summary>What the books say is held.</summary>
    private protected async Task<long> HeldAsync(string id)
        => PositionRules.Of(await World.StoredAsync(id))
            .Where(static p => p.Key.StartsWith(Chart.HoldReceivable, StringComparison.Ordinal))
            .Sum(static p => p.Value);
}
