using PayFunctions.Orders;
using PayFunctions.Tests.Conformance.World;

namespace PayFunctions.Tests.Conformance;

/// <summary>What paying by a code that the payer scans has to hold.</summary>
public abstract class CodeConformance<TRig> : ChannelConformance<TRig>
    where TRig : ChannelRig, new()
{
    private const int Often = 20;

    [Fact]
    public async Task A_created_payment_comes_with_its_code_and_the_same_one_again()
    {
        var first = await CreateAsync();
        var again = await CreateAsync();

        first.Status.ShouldBe(201, first.ToString());
        first["code_url"].ShouldNotBeEmpty();
        again.Status.ShouldBe(200);
        again["code_url"].ShouldBe(first["code_url"]);
        again["transaction_id"].ShouldBe(first["transaction_id"]);
    }

    [Fact]
    public async Task A_payer_who_scans_and_pays_has_paid()
    {
        var created = await CreateAsync();
        var id = created["transaction_id"];

        (await World.Channel.PayAsync(NumberOf(id))).ShouldBeTrue();
        await ConformanceWorld.UntilAsync(
            async () => (await World.StoredAsync(id)).State == OrderState.Success);
        await World.Gateway.PassAsync(TimeSpan.FromMinutes(1));

        World.Merchant.ToldOf(id, "PAYMENT").ShouldHaveSingleItem()["channel"]
            .ShouldBe(World.Rig.CodeProduct);
    }

    [Fact]
    public async Task The_cashier_shows_the_code()
    {
        var created = await World.CreateAsync(product: null);

        var page = await World.BrowseAsync(
            $"cashier/{created["transaction_id"]}/{World.Rig.CodeProduct}");

        page.Status.ShouldBe(200);
        page.Address.Authority.ShouldBe(World.Gateway.Address.Authority);
        page.Text.ShouldContain("<svg");
    }

    [Theory]
    [InlineData("lost_answer")]
    [InlineData("busy")]
    [InlineData("http_500")]
    [InlineData("wrong_answer_signature")]
    [InlineData("slow")]
    public async Task A_bad_answer_means_ask_again(string fault)
    {
        await World.Channel.FaultAsync(fault, Often, World.Rig.OpenOperation, seconds: 60);
        var undecided = await World.LetItTakeAsync(CreateAsync());
        await World.Channel.HealAsync();
        World.Clock.Advance(TimeSpan.FromMinutes(2));

        var created = await World.LetItTakeAsync(CreateAsync());

        undecided["code"].ShouldBe("CHANNEL_UNDECIDED", undecided.ToString());
        created["code_url"].ShouldNotBeEmpty(created.ToString());
    }

    private Task<Reply> CreateAsync()
        => World.CreateAsync(World.Rig.CodeProduct, ("out_trade_no", "Q-1"));
}
