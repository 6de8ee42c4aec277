using PayFunctions.Orders;
using PayFunctions.Tests.Conformance.World;

namespace PayFunctions.Tests.Conformance;

/// <summary>A channel's bad answers are Unknown, never failed, and asked about again.</summary>
public abstract class AnswerConformance<TRig> : ChannelConformance<TRig>
    where TRig : ChannelRig, new()
{
    private const int Often = 20;

    public static TheoryData<string> Faults =>
    [
        "wrong_answer_signature", "unsigned_error", "busy", "http_500", "lost_answer",
        "cut_answer", "oversized_answer", "slow",
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_bad_answer_to_a_question_decides_nothing(string fault)
    {
        var id = await World.OpenAsync();
        (await World.Channel.PaySilentlyAsync(NumberOf(id))).ShouldBeTrue();
        await World.Channel.FaultAsync(fault, Often, World.Rig.QueryOperation, seconds: 60);

        var unknown = await World.LetItTakeAsync(World.QueryAsync(id));
        await World.Channel.HealAsync();
        var known = await World.LetItTakeAsync(QueryLaterAsync(id));

        unknown["trade_state"].ShouldBe("USERPAYING", unknown.ToString());
        known["trade_state"].ShouldBe("SUCCESS", known.ToString());
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_bad_answer_to_an_opening_leaves_the_payer_where_he_can_try_again(
        string fault)
    {
        var created = await World.CreateAsync(World.Rig.PageProduct);
        await World.Channel.FaultAsync(fault, Often, World.Rig.PageOpening, seconds: 60);

        var refused = await World.LetItTakeAsync(World.BrowseAsync(created));
        await World.Channel.HealAsync();
        World.Clock.Advance(TimeSpan.FromMinutes(2));
        var opened = await World.LetItTakeAsync(World.BrowseAsync(created));

        // Where the browser carries the request itself, there is no answer that could be spoilt.
        refused.Status.ShouldBe(World.Rig.AsksToOpen ? 503 : 200, refused.Text);
        opened.Status.ShouldBe(200, opened.Text);
        opened.Address.Authority.ShouldBe(World.Simulator.Authority);
    }

    [Fact]
    public async Task Unknown_is_asked_about_until_it_is_known()
    {
        var id = await World.OpenAsync();
        (await World.Channel.PaySilentlyAsync(NumberOf(id))).ShouldBeTrue();
        await World.Channel.FaultAsync("http_500", Often, World.Rig.QueryOperation);

        await World.LetItTakeAsync(World.Gateway.PassAsync(TimeSpan.FromMinutes(11)));
        (await World.StoredAsync(id)).State.ShouldBe(OrderState.UserPaying);
        await World.Channel.HealAsync();
        await World.LetItTakeAsync(World.Gateway.PassAsync(TimeSpan.FromHours(1)));

        (await World.StoredAsync(id)).State.ShouldBe(OrderState.Success);
    }

    /// <summary>Past the circuit's pause, too.</summary>
    private Task<Reply> QueryLaterAsync(string id)
    {
        World.Clock.Advance(TimeSpan.FromMinutes(2));
        return World.QueryAsync(id);
    }
}
