using System.Text.Json.Nodes;
using PayFunctions.Orders;
using PayFunctions.Tests.Conformance.World;

namespace PayFunctions.Tests.Conformance;

/// <summary>What tests of agreements do again and again.</summary>
public abstract class AgreeingConformance<TRig> : ChannelConformance<TRig>
    where TRig : ChannelRig, new()
{
    public static TheoryData<string> Faults =>
    [
        "wrong_answer_signature", "unsigned_error", "busy", "http_500", "lost_answer",
        "cut_answer", "oversized_answer", "slow",
    ];

    /// <summary>The payer goes to the channel's page and has not decided yet.</summary>
    private protected async Task<string> OpenAsync(
        params (string Name, JsonNode? Value)[] members)
    {
        var created = await World.AgreeAsync(members);
        created.Status.ShouldBe(201, created.ToString());
        var visit = await World.VisitAsync(new Uri(created["sign_url"]));
        visit.Status.ShouldBe(200, visit.Text);
        return created["agreement_id"];
    }

    /// <summary>The payer has signed, and the channel has told us.</summary>
    private protected async Task<string> SignAsync(
        params (string Name, JsonNode? Value)[] members)
    {
        var id = await OpenAsync(members);
        (await World.Channel.PayAsync(NumberOf(id))).ShouldBeTrue();
        await ConformanceWorld.UntilAsync(
            async () => (await World.StoredAsync(id)).State == OrderState.Success);
        return id;
    }

    private protected Task<Reply> FindAsync(string id)
    {
        World.Clock.Advance(TimeSpan.FromSeconds(6));
        return World.CallAsync(HttpMethod.Get, $"/v1/agreements/{id}");
    }

    private protected Task<Reply> UnsignAsync(string id)
        => World.PostAsync($"/v1/agreements/{id}/unsign");

    private protected Task<Reply> DebitAsync(
        string agreement, string number, long fen = ConformanceWorld.Price,
        string subject = "龙井茶十月")
        => World.CallAsync(HttpMethod.Post, "/v1/debits", new JsonObject
        {
            ["out_trade_no"] = number,
            ["agreement_id"] = agreement,
            ["total_fee"] = fen,
            ["subject"] = subject,
        });

    private protected Task SettleAsync()
        => World.LetItTakeAsync(World.Gateway.PassAsync(TimeSpan.FromHours(2)));

    private protected async Task<string> StateAsync(string id)
        => (await FindAsync(id))["agreement_state"];
}
