using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Platform;
using PayFunctions.Storage;
using PayFunctions.Tests.Movements;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Payments;

/// <summary>Which channel and account charge a code, and who gets to see the code.</summary>
public sealed class ChargeChoiceTests : IDisposable
{
    private const string CodeText = "280123456789012345";

    private readonly Bench bench = new();

    [Theory]
    [InlineData("280123456789012345", "alipay_barcode")]
    [InlineData("131234567890123456", "bare_barcode")]
    public async Task The_code_chooses_its_channel(string code, string product)
    {
        await RunAsync(code);

        bench.OrderNow.Attempts.ShouldHaveSingleItem().Product.ShouldBe(product);
    }

    [Fact]
    public async Task A_code_that_no_channel_takes_stores_nothing()
    {
        (await RunAsync("991234567890123456")).ShouldBeOfType<CodeUnsupported>();

        bench.Orders.Orders.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_product_that_is_named_takes_no_other_channels_code()
        => (await RunAsync(CodeText, An.Terms() with { Product = BareChannel.Barcode }))
            .ShouldBeOfType<CodeUnsupported>();

    [Fact]
    public async Task A_code_of_a_channel_without_an_account_stores_nothing()
    {
        await bench.ChangeAccountAsync(An.Account, static a => a with { Enabled = false });

        (await RunAsync()).ShouldBeOfType<AccountUnavailable>();

        bench.Orders.Orders.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_that_was_switched_off_answers_the_repeated_call_and_no_other()
    {
        bench.Channel.Charge = static _ => new Succeeded(Money.OfFen(100), "T1", An.Noon);
        await RunAsync();
        await bench.ChangeAccountAsync(An.Account, static a => a with { Enabled = false });

        var again = await RunAsync();
        var otherCode = await RunAsync("280000000000000002");
        var otherContent = await RunAsync(CodeText, An.Terms(fen: 200));

        again.ShouldBeOfType<Charged>().Order.State.ShouldBe(OrderState.Success);
        otherCode.ShouldBeOfType<AccountUnavailable>();
        otherContent.ShouldBeOfType<AccountUnavailable>();
        bench.Channel.Charged.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_merchant_may_name_the_account()
    {
        var shop = Bench.Shop with
        {
            Accounts = Bench.Shop.Accounts.SetItem("alipay", [An.Account, Bench.Spare]),
        };

        await RunAsync(CodeText, An.Terms() with { Account = Bench.Spare }, shop);

        bench.OrderNow.Attempts.ShouldHaveSingleItem().Account.ShouldBe(Bench.Spare);
    }

    [Fact]
    public async Task The_code_is_stored_nowhere()
    {
        await RunAsync();
        await bench.FollowForAsync(TimeSpan.FromMinutes(1));

        string[] kept =
        [
            .. bench.Orders.MovesOf(bench.Id).SelectMany(static m => Columns(m)),
            .. bench.Log.Lines,
            .. bench.Movements.Queue.Messages.Select(static m => m.Body.ToString()),
            PayerCode.Of(CodeText).ShouldNotBeNull().ToString(),
            $"{bench.Channel.Charged.ShouldHaveSingleItem()}",
        ];

        kept.Length.ShouldBeGreaterThan(20);
        kept.ShouldAllBe(static text => !text.Contains(CodeText));
        bench.OrderNow.Attempts[0].CodeDigest.ShouldNotBeNull().Length.ShouldBe(32);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1234567")]
    [InlineData("28012345678901234 ")]
    [InlineData("28012345678901234\u0665")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void Other_texts_are_no_codes(string? text) => PayerCode.Of(text).ShouldBeNull();

    [Fact]
    public void Codes_are_told_apart_by_their_digests()
    {
        var one = PayerCode.Of(CodeText).ShouldNotBeNull();
        var other = PayerCode.Of("280123456789012346").ShouldNotBeNull();

        one.Digest.ShouldBe(PayerCode.Of(CodeText)!.Digest);
        one.Digest.ShouldNotBe(other.Digest);
    }

    public void Dispose() => bench.Dispose();

    private static IEnumerable<string> Columns(OrderMove move)
        => OrderRowStore.ToRow(move.Next, "w").Concat(OrderEntryRowStore.ToRow(move))
            .Select(static c => $"{c.Key}={c.Value}");

    private Task<ChargeResult> RunAsync(
        string code = CodeText, PaymentTerms? terms = null, Application? application = null)
        => bench.Get<ChargePayment>().RunAsync(
            application ?? Bench.Shop, "A-1", terms ?? An.Terms(),
            PayerCode.Of(code).ShouldNotBeNull(), TimeSpan.Zero, default);
}
