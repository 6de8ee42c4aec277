using PayFunctions.Sandbox.Simulation;
using PayFunctions.Sandbox.Tenpay;

namespace PayFunctions.Tests.Sandbox.Tenpay;

public sealed class QueryTests : IAsyncLifetime
{
    private TenpayWorld world = null!;

    public async ValueTask InitializeAsync() => world = await TenpayWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_paid_trade_is_told_with_every_field_in_alphabetical_order()
    {
        await world.PayAsync("T1");

        var answer = await QueryAsync("out_trade_no", "T1");

        answer.Genuine.ShouldBe(true, answer.Text);
        answer.Text.ShouldStartWith("<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<root>");
        answer.Names.ShouldBe(
        [
            "agentid", "attach", "bank_billno", "bank_type", "buyer_alias", "cash_ticket_fee",
            "discount", "fee_type", "input_charset", "is_refund", "is_split", "out_trade_no",
            "partner", "product_fee", "rmb_total_fee", "retcode", "retmsg", "sign",
            "sign_key_index", "sign_type", "time_end", "total_fee", "trade_mode", "trade_state",
            "transaction_id", "transport_fee",
        ], ignoreOrder: true);
        answer.Names.ShouldBe(answer.Names.Order(StringComparer.Ordinal));
        answer["trade_state"].ShouldBe("0");
        answer["is_refund"].ShouldBe("false");
        answer["bank_billno"].ShouldBeEmpty();
        answer["sign"].ShouldBe(answer["sign"].ToUpperInvariant());
    }

    [Fact]
    public async Task A_trade_is_known_from_the_payer_s_first_act_and_until_half_a_year()
    {
        using var opened = await world.Page("T1").SendAsync();
        var before = await QueryAsync("out_trade_no", "T1");
        await world.OpenAsync("T1", 1234);
        var entered = await QueryAsync("out_trade_no", "T1");
        await world.PayAsync("T1");

        world.Time.Advance(TimeSpan.FromDays(183));

        before.Retcode.ShouldBe("88221009");
        before.Names.ShouldBe(["retcode", "retmsg"]);
        entered["trade_state"].ShouldBe("1");
        (await QueryAsync("out_trade_no", "T1")).Retcode.ShouldBe("88221009");
    }

    [Fact]
    public async Task Tenpay_s_own_number_wins()
    {
        await world.PayAsync("T1");
        var id = (await QueryAsync("out_trade_no", "T1"))["transaction_id"];

        (await QueryAsync("transaction_id", id))["out_trade_no"].ShouldBe("T1");
        (await world.Call("normalorderquery").With("transaction_id", id)
            .With("out_trade_no", "T2").AskAsync())["out_trade_no"].ShouldBe("T1");
        (await world.Call("normalorderquery").AskAsync()).Retcode.ShouldBe("88222001");
    }

    [Fact]
    public async Task Another_merchant_finds_nothing()
    {
        await world.PayAsync("T1");

        (await world.Call("normalorderquery").With("partner", "1900000001")
            .With("out_trade_no", "T1").AskAsync()).Retcode.ShouldBe("88221009");
    }

    [Fact]
    public async Task An_answer_is_in_the_charset_of_its_question()
    {
        using var opened = await world.Page("T1").InGbk().With("attach", "龙井").SendAsync();
        await world.ControlAsync(HttpMethod.Post, "/control/trades/T1/pay?silent=1");

        var gbk = await world.Call("normalorderquery").InGbk().With("out_trade_no", "T1")
            .AskAsync();
        var unnamed = world.Call("normalorderquery").With("out_trade_no", "T1")
            .Without("input_charset");
        unnamed.Encoding = Charset.Gbk;

        gbk.Text.ShouldContain("encoding=\"GBK\"");
        gbk["attach"].ShouldBe("龙井");
        gbk.Genuine.ShouldBe(true);
        (await unnamed.AskAsync())["input_charset"].ShouldBe("GBK");
    }

    [Fact]
    public async Task A_bank_of_one_s_own_is_told()
    {
        using var opened = await world.Page("T1").With("bank_type", "CMB_FP").SendAsync();
        await world.ControlAsync(HttpMethod.Post, "/control/trades/T1/pay?silent=1");

        var answer = await QueryAsync("out_trade_no", "T1");

        answer["bank_type"].ShouldBe("CMB_FP");
        answer["bank_billno"].Length.ShouldBe(10);
    }

    [Theory]
    [InlineData("sign", "0123456789ABCDEF0123456789ABCDEF", "88222002")]
    [InlineData("sign_type", "RSA", "88222001")]
    [InlineData("service_version", "2.0", "88222001")]
    [InlineData("partner", "1", "88229101")]
    [InlineData("input_charset", "BIG5", "88222001")]
    public async Task A_wrong_request_is_refused_without_a_signature(
        string field, string value, string retcode)
    {
        var answer = await world.Call("normalorderquery").With("out_trade_no", "T1")
            .With(field, value).AskAsync();

        answer.Retcode.ShouldBe(retcode);
        answer.Genuine.ShouldBeNull();
        answer.Names.ShouldBe(["retcode", "retmsg"]);
    }

    [Theory]
    [InlineData("&partner=1900009999")]
    [InlineData("&attach=%zz")]
    public async Task A_form_that_cannot_be_read_is_refused(string more)
    {
        using var content = new StringContent(
            world.Call("normalorderquery").Form() + more, System.Text.Encoding.ASCII,
            "application/x-www-form-urlencoded");
        using var response = await world.Client.PostAsync(
            "/gateway/normalorderquery.xml", content);

        TenpayAnswer.Read(await response.Content.ReadAsByteArrayAsync(), world.Key).Retcode
            .ShouldBe("88222001");
    }

    [Fact]
    public async Task The_open_platform_asks_by_its_appid()
    {
        await using var open = await TenpayWorld.StartAsync(TenpayProfile.Open);
        await open.PayAsync("T1");

        var answer = await open.Call("normalorderquery").With("out_trade_no", "T1")
            .AskAsync(post: false);

        answer["appid"].ShouldBe(TenpayWorld.AppId);
        answer.Names.ShouldNotContain("partner");
        answer.Genuine.ShouldBe(true);
    }

    private Task<TenpayAnswer> QueryAsync(string name, string value)
        => world.Call("normalorderquery").With(name, value).AskAsync();
}
