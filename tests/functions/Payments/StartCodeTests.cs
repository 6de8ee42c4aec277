using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Storage;
using PayFunctions.Tests.Movements;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Payments;

/// <summary>Payments by a code that the channel makes and the payer scans.</summary>
public sealed class StartCodeTests : IDisposable
{
    private readonly Bench bench = new();

    [Fact]
    public async Task A_code_is_asked_for_once_and_shown_again()
    {
        await bench.CreateAsync();

        var first = await StartAsync();
        var second = await StartAsync();

        var url = $"https://code.example/{bench.Id}01";
        first.ShouldBeOfType<CodeShown>().CodeUrl.ShouldBe(url);
        second.ShouldBeOfType<CodeShown>().CodeUrl.ShouldBe(url);
        bench.Channel.Opened.ShouldHaveSingleItem();
        bench.OrderNow.Attempts.ShouldHaveSingleItem().CodeUrl.ShouldBe(url);
    }

    [Fact]
    public async Task Of_two_codes_made_at_once_the_first_is_shown_to_both()
    {
        await bench.CreateAsync();
        bench.Channel.Code = request =>
        {
            bench.ApplyAsync(new ShowCode(request.Attempt.Number, "https://code.example/first"))
                .IsCompletedSuccessfully.ShouldBeTrue();
            return new CodeReady("https://code.example/second");
        };

        (await StartAsync()).ShouldBeOfType<CodeShown>().CodeUrl
            .ShouldBe("https://code.example/first");
    }

    [Fact]
    public async Task A_refused_code_ends_its_attempt_and_another_may_be_tried()
    {
        await bench.CreateAsync();
        bench.Channel.Code = static _ => new PageRefused("no contract");

        var refused = await StartAsync();
        bench.Channel.Code = static _ => new CodeReady("https://code.example/2");
        var shown = await StartAsync();

        refused.ShouldBe(new StartRefused("no contract"));
        shown.ShouldBeOfType<CodeShown>();
        bench.OrderNow.Attempts.Select(static a => a.State)
            .ShouldBe([AttemptState.Ended, AttemptState.Open]);
    }

    [Fact]
    public async Task A_code_that_nobody_knows_of_is_asked_for_again_under_its_number()
    {
        await bench.CreateAsync();
        bench.Channel.Code = static _ => new PageUnknown("no answer");

        var unknown = await StartAsync();
        bench.Channel.Code = static _ => new CodeReady("https://code.example/1");
        var shown = await StartAsync();

        unknown.ShouldBe(new StartUndecided("no answer"));
        shown.ShouldBeOfType<CodeShown>();
        bench.Channel.Opened.Select(static r => r.Attempt.Number).ShouldBe([1, 1]);
    }

    [Fact]
    public async Task A_code_that_was_paid_while_it_was_made_is_no_second_payment()
    {
        await bench.CreateAsync();
        bench.Channel.Code = _ =>
        {
            bench.ApplyAsync(An.Success()).IsCompletedSuccessfully.ShouldBeTrue();
            return new CodeReady("https://code.example/1");
        };

        await StartAsync();

        bench.OrderNow.State.ShouldBe(OrderState.Success);
        bench.OrderNow.Attempts[0].CodeUrl.ShouldBeNull();
    }

    [Fact]
    public async Task A_payer_who_switches_channels_pays_once()
    {
        await bench.CreateAsync();
        await StartAsync();
        await StartAsync(An.Product);
        await StartAsync(BareChannel.Product);
        await bench.ApplyAsync(An.Success(attempt: 2, trade: "T2"));

        await bench.FollowForAsync(TimeSpan.FromSeconds(5));

        bench.OrderNow.Payment.ShouldNotBeNull().Attempt.ShouldBe(2);
        bench.OrderNow.OpenAttempts().ShouldHaveSingleItem().Product
            .ShouldBe(BareChannel.Product);
        bench.Channel.Asked.ShouldBe(["query 1", "close 1"]);
        bench.Bare.Questions.ShouldBe(1);
    }

    [Fact]
    public async Task A_till_product_is_no_page()
    {
        await bench.CreateAsync();

        (await StartAsync(An.Barcode)).ShouldBeOfType<ProductUnavailable>();

        bench.OrderNow.Attempts.ShouldBeEmpty();
    }

    public void Dispose() => bench.Dispose();

    private async Task<StartResult> StartAsync(string product = TalkingChannel.CodeProduct)
    {
        var stored = await bench.Get<IOrderStore>().FindAsync(bench.Id, default);
        return await bench.Get<StartPayment>().RunAsync(
            stored.ShouldNotBeNull(), product, payer: null, default);
    }
}
