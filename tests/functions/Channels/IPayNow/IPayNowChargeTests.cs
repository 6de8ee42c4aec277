using PayFunctions.Channels;
using PayFunctions.Channels.IPayNow;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.IPayNow;

public sealed class IPayNowChargeTests : IAsyncLifetime
{
    private IPayNowServer server = null!;

    public async ValueTask InitializeAsync() => server = await IPayNowServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task The_payers_code_is_charged_once()
    {
        server.Says("WP001", Answer("A001", "A001").With("payTime", "20240102101115"));

        var outcome = await ChargeAsync();

        outcome.ShouldBe(new Succeeded(
            Money.OfFen(1234), "200501202401021011120000001",
            new DateTimeOffset(2024, 1, 2, 2, 11, 15, TimeSpan.Zero)));
        var asked = server.Asked.Single();
        asked.IsSigned().ShouldBeTrue();
        asked["channelAuthCode"].ShouldBe("281038179378625252");
        asked["deviceType"].ShouldBe("05");
        asked["payChannelType"].ShouldBe("12");
        asked.Names.ShouldNotContain("outputType");
        asked.Names.ShouldNotContain("frontNotifyUrl");
    }

    [Fact]
    public async Task A_payment_without_its_own_time_was_paid_when_it_was_answered()
    {
        server.Says("WP001", Answer("A001", "A001"));

        (await ChargeAsync()).ShouldBeOfType<Succeeded>().PaidAt.ShouldBe(
            new DateTimeOffset(2024, 1, 2, 2, 11, 13, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("A001", "A001", nameof(Succeeded))]
    [InlineData("A001", "A004", nameof(Waiting))]
    [InlineData("A001", "A00I", nameof(Waiting))]
    [InlineData("A001", "A002", nameof(Declined))]
    [InlineData("A001", "A005", nameof(Declined))]
    [InlineData("A001", "A006", nameof(Declined))]
    [InlineData("A001", "A003", nameof(Unknown))]
    [InlineData("A001", "", nameof(Unknown))]
    [InlineData("A001", "R010", nameof(Unknown))]
    [InlineData("A002", "", nameof(Declined))]
    [InlineData("A002", "A002", nameof(Declined))]
    [InlineData("A002", "A005", nameof(Declined))]
    [InlineData("A002", "A006", nameof(Declined))]
    [InlineData("A002", "A001", nameof(Unknown))]
    [InlineData("A002", "A003", nameof(Unknown))]
    [InlineData("A002", "A004", nameof(Unknown))]
    [InlineData("A003", "", nameof(Unknown))]
    [InlineData("A003", "A001", nameof(Unknown))]
    [InlineData("A003", "A002", nameof(Unknown))]
    [InlineData("", "", nameof(Unknown))]
    [InlineData("E999", "A002", nameof(Unknown))]
    public async Task Every_answer_has_a_meaning(string code, string status, string meaning)
    {
        server.Says("WP001", Answer(code, status));

        (await ChargeAsync()).GetType().Name.ShouldBe(meaning);
    }

    [Theory]
    [InlineData("mhtOrderAmt", "1233")]
    [InlineData("mhtOrderNo", "T20240102000001")]
    [InlineData("mhtOrderNo", "")]
    [InlineData("mhtCurrencyType", "840")]
    [InlineData("nowPayOrderNo", "")]
    [InlineData("nowPayOrderNo", "20 03")]
    [InlineData("payTime", "2024-01-02 10:11:15")]
    [InlineData("mhtOrderAmt", "")]
    public async Task A_success_with_wrong_content_is_unknown(string name, string value)
    {
        server.Says("WP001", Answer("A001", "A001").With(name, value));

        (await ChargeAsync()).ShouldBeOfType<Unknown>();
    }

    [Fact]
    public async Task A_refusal_about_another_amount_is_unknown()
    {
        server.Says("WP001", Answer("A002", "").With("mhtOrderAmt", "1233"));

        (await ChargeAsync()).ShouldBeOfType<Unknown>();
    }

    [Fact]
    public async Task A_charge_that_fails_on_the_way_is_not_repeated()
    {
        server.Does("WP001", static context =>
        {
            context.Response.StatusCode = 502;
            return Task.CompletedTask;
        });

        (await ChargeAsync()).ShouldBe(new Unknown("HTTP status 502"));
        server.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Profile_a_charges_no_codes()
    {
        using var bench = new IPayNowBench(IPayNowProfile.A, server.Address);

        (await bench.Channel.ChargeAsync(An.ChargeRequest(), CancellationToken.None))
            .ShouldBeOfType<Declined>().Reason.ShouldContain("needs profile b");
        server.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("281038179378625252", IPayNowProduct.Barcode, true)]
    [InlineData("28103817937862525A", IPayNowProduct.Barcode, false)]
    [InlineData("281038179378625252", IPayNowProduct.Qr, false)]
    public void Only_digits_are_a_payers_code(string code, string product, bool accepted)
    {
        using var bench = new IPayNowBench(IPayNowProfile.B, null);

        bench.Channel.Accepts(product, PayerCode.Of(code)!).ShouldBe(accepted);
    }

    private static Said Answer(string code, string status) => Said.Of(
        ("appId", IPayNowVectors.AppId),
        ("discountAmt", "0"),
        ("funcode", "WP001"),
        ("mhtOrderAmt", "1234"),
        ("mhtOrderNo", An.Number.ToString()),
        ("nowPayOrderNo", "200501202401021011120000001"),
        ("oriMhtOrderAmt", "1234"),
        ("responseCode", code),
        ("responseMsg", "E000#成功[成功]"),
        ("responseTime", "20240102101113"),
        ("signType", "MD5"),
        ("transStatus", status),
        ("version", "1.0.0"));

    private async Task<ChannelOutcome> ChargeAsync()
    {
        using var bench = new IPayNowBench(IPayNowProfile.B, server.Address);
        return await bench.Channel.ChargeAsync(An.ChargeRequest(), CancellationToken.None);
    }
}
