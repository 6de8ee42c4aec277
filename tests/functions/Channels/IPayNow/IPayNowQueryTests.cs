using PayFunctions.Channels;
using PayFunctions.Channels.IPayNow;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.IPayNow;

public sealed class IPayNowQueryTests : IAsyncLifetime
{
    private IPayNowServer server = null!;

    /// <summary>transStatus, its meaning in profile A, its meaning in profile B.</summary>
    public static TheoryData<string, string, string> Table => new()
    {
        { "A00I", nameof(Waiting), nameof(Waiting) },
        { "A001", nameof(Succeeded), nameof(Succeeded) },
        { "A002", nameof(Declined), nameof(Declined) },
        { "A003", nameof(Unknown), nameof(Unknown) },
        { "A004", nameof(Waiting), nameof(Waiting) },
        { "A005", nameof(Declined), nameof(Declined) },
        { "A006", nameof(Unknown), nameof(Declined) },
        { "A007", nameof(Unknown), nameof(Unknown) },
        { "R000", nameof(Unknown), nameof(Unknown) },
        { "R010", nameof(Unknown), nameof(Unknown) },
        { "", nameof(Unknown), nameof(Unknown) },
        { "a001", nameof(Unknown), nameof(Unknown) },
        { "A001 ", nameof(Unknown), nameof(Unknown) },
    };

    public async ValueTask InitializeAsync() => server = await IPayNowServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Every_status_has_a_meaning(string status, string inA, string inB)
    {
        server.Says("MQ002", AnswerOfA().With("transStatus", status));
        (await QueryAsync(IPayNowProfile.A)).GetType().Name.ShouldBe(inA);

        server.Says("MQ002", AnswerOfB().With("transStatus", status));
        (await QueryAsync(IPayNowProfile.B)).GetType().Name.ShouldBe(inB);
    }

    [Theory]
    [InlineData("A002")]
    [InlineData("A003")]
    [InlineData("A004")]
    [InlineData("")]
    [InlineData("E999")]
    public async Task A_query_that_did_not_work_says_nothing_about_the_payment(string code)
    {
        server.Says("MQ002", AnswerOfB().With("responseCode", code));

        (await QueryAsync(IPayNowProfile.B)).ShouldBeOfType<Unknown>();
    }

    [Fact]
    public async Task Profile_a_is_asked_without_version_and_device()
    {
        server.Says("MQ002", AnswerOfA());

        var paid = await QueryAsync(IPayNowProfile.A);

        // Vector I3: neither ipaynow's number nor the payment's time is in it.
        paid.ShouldBe(new Succeeded(
            Money.OfFen(1234), An.Number.ToString(),
            new DateTimeOffset(2024, 1, 2, 2, 15, 0, TimeSpan.Zero)));
        var asked = server.Asked.Single();
        asked.IsSigned("mhtSignType").ShouldBeTrue();
        asked.Names.ShouldBe(
            ["appId", "funcode", "mhtCharset", "mhtOrderNo", "mhtSignType", "mhtSignature"]);
    }

    [Fact]
    public async Task Profile_b_is_asked_with_version_and_the_device_that_paid()
    {
        server.Says("MQ002", AnswerOfB());

        var paid = await QueryAsync(IPayNowProfile.B);

        paid.ShouldBe(new Succeeded(
            Money.OfFen(1234), "2003012024010200000001",
            new DateTimeOffset(2024, 1, 2, 2, 14, 59, TimeSpan.Zero)));
        var asked = server.Asked.Single();
        asked.IsSigned().ShouldBeTrue();
        asked.Names.ShouldBe(
        [
            "appId", "deviceType", "funcode", "mhtCharset", "mhtOrderNo", "mhtSignType",
            "version", "mhtSignature",
        ]);
    }

    [Theory]
    [InlineData(IPayNowProduct.Page, "0601")]
    [InlineData(IPayNowProduct.Qr, "08")]
    [InlineData(IPayNowProduct.Barcode, "05")]
    public async Task The_product_remembers_the_device(string product, string device)
    {
        server.Says("MQ002", AnswerOfB().With("transStatus", "A004"));
        using var bench = new IPayNowBench(IPayNowProfile.B, server.Address);

        await bench.Channel.QueryAsync(An.Reference(product), CancellationToken.None);

        server.Asked.Single()["deviceType"].ShouldBe(device);
    }

    [Fact]
    public async Task The_older_name_of_the_query_is_a_setting()
    {
        server.Says("MQ001", AnswerOfA());

        (await QueryAsync(IPayNowProfile.A, ("query_funcode", "MQ001")))
            .ShouldBeOfType<Succeeded>();
    }

    [Fact]
    public async Task A_number_of_ipaynow_names_the_trade_where_it_is_there()
    {
        server.Says("MQ002", AnswerOfA().With("nowPayOrderNo", "2001202401020000000001"));

        var usual = await QueryAsync(IPayNowProfile.A);
        var ours = await QueryAsync(IPayNowProfile.A, ("trade_number", "mhtOrderNo"));

        usual.ShouldBeOfType<Succeeded>().ChannelTradeNo.ShouldBe("2001202401020000000001");
        ours.ShouldBeOfType<Succeeded>().ChannelTradeNo.ShouldBe(An.Number.ToString());
    }

    [Theory]
    [InlineData("mhtOrderNo", "M20240102000001")]
    [InlineData("mhtOrderNo", "")]
    [InlineData("mhtOrderAmt", "")]
    [InlineData("mhtOrderAmt", "12.34")]
    [InlineData("mhtOrderAmt", "-1234")]
    [InlineData("mhtOrderAmt", "0")]
    [InlineData("mhtCurrencyType", "840")]
    [InlineData("nowPayOrderNo", "")]
    [InlineData("nowPayOrderNo", "a-b")]
    [InlineData("payTime", "20241302101112")]
    [InlineData("payTime", "yesterday")]
    public async Task A_payment_with_wrong_content_is_unknown(string name, string value)
    {
        server.Says("MQ002", AnswerOfB().With(name, value));

        (await QueryAsync(IPayNowProfile.B)).ShouldBeOfType<Unknown>();
    }

    [Fact]
    public async Task An_order_that_ipaynow_says_it_does_not_have_is_waited_for()
    {
        server.Says("MQ002", Failed("E003#查询[订单不存在]"));
        (await QueryAsync(IPayNowProfile.B)).ShouldBeOfType<Waiting>();
        (await QueryAsync(IPayNowProfile.B, ("order_absent_text", "no such order")))
            .ShouldBeOfType<Unknown>();

        server.Says("MQ002", Failed("E003#no such order"));
        (await QueryAsync(IPayNowProfile.B, ("order_absent_text", "no such order")))
            .ShouldBeOfType<Waiting>();
        (await QueryAsync(IPayNowProfile.B)).ShouldBe(
            new Unknown("the query failed: A002 E003#no such order"));
    }

    [Fact]
    public async Task An_account_that_is_not_there_asks_nothing()
    {
        using var bench = new IPayNowBench(IPayNowProfile.B, server.Address);

        (await bench.Channel.QueryAsync(
            An.Trade with { Account = "other" }, CancellationToken.None))
            .ShouldBeOfType<Unknown>();
        server.Asked.ShouldBeEmpty();
    }

    private static Said AnswerOfA() => With("I3", signsType: false);

    private static Said AnswerOfB() => With("I9", signsType: true)
        .With("funcode", "MQ002")
        .With("payTime", "20240102101459")
        .With("responseCode", "A001")
        .With("responseTime", "20240102101500");

    private static Said With(string vector, bool signsType) => new Said
    {
        Fields = IPayNowVectors.Fields(vector),
        SignsType = signsType,
    }.With("mhtOrderNo", An.Number.ToString());

    private static Said Failed(string message) => Said.Of(
        ("appId", IPayNowVectors.AppId),
        ("funcode", "MQ002"),
        ("mhtOrderNo", An.Number.ToString()),
        ("responseCode", "A002"),
        ("responseMsg", message),
        ("responseTime", "20240102101500"),
        ("signType", "MD5"),
        ("version", "1.0.0"));

    private async Task<ChannelOutcome> QueryAsync(
        IPayNowProfile profile, params (string Name, string Value)[] settings)
    {
        using var bench = new IPayNowBench(profile, server.Address, settings);
        return await bench.Channel.QueryAsync(An.Trade, CancellationToken.None);
    }
}
