using System.Text;
using PayFunctions.Sandbox.Simulation;
using PayFunctions.Sandbox.Tenpay;

namespace PayFunctions.Tests.Sandbox.Tenpay;

public sealed class VectorTests
{
    public static TheoryData<string> Signatures
        => [.. TenpayVectors.Signatures.GetProperty("vectors").EnumerateArray()
            .Select(static v => TenpayVectors.Text(v, "name").Split(' ')[0])];

    [Theory]
    [MemberData(nameof(Signatures))]
    public void The_simulator_and_the_tests_sign_every_vector_alike(string name)
    {
        var vector = TenpayVectors.Named(TenpayVectors.Signatures, name);
        var key = TenpayVectors.Text(vector, "profile") == "open"
            ? TenpayVectors.OpenKey
            : TenpayVectors.GatewayKey;
        var charset = Charset.Find(TenpayVectors.Text(vector, "charset"))!;
        var fields = TenpayVectors.Fields(vector);

        Md5Text.Sign(fields, key, charset).ShouldBe(TenpayVectors.Text(vector, "sign"));
        TenpayCaller.Sign(fields, key, charset).ShouldBe(TenpayVectors.Text(vector, "sign"));
    }

    [Theory]
    [InlineData("T10")]
    [InlineData("T11")]
    public void A_bill_is_signed_in_its_own_order(string name)
    {
        var vector = TenpayVectors.Named(TenpayVectors.Bills, name);

        Md5Text.SignInOrder(TenpayVectors.Fields(vector), TenpayVectors.GatewayKey)
            .ShouldBe(TenpayVectors.Text(vector, "sign"));
    }

    [Theory]
    [InlineData("T1")]
    [InlineData("T2")]
    public async Task A_page_vector_opens_a_pay_page(string name)
    {
        await using var world = await TenpayWorld.StartAsync(TenpayProfile.Open);
        var vector = TenpayVectors.Named(TenpayVectors.Signatures, name);
        var caller = new TenpayCaller(world.Client, "/gateway/pay.htm", "")
        {
            Encoding = Charset.Find(TenpayVectors.Text(vector, "charset"))!,
        }.With(TenpayVectors.Fields(vector)).With("sign", TenpayVectors.Text(vector, "sign"));

        using var opened = await caller.SendAsync(post: false);

        opened.Headers.Location!.ToString().ShouldStartWith("/cashier/");
        (await world.ControlAsync(HttpMethod.Get, "/control/trades/T20240102000001"))
            .GetProperty("subject").GetString().ShouldBe("测试商品");
    }

    [Fact]
    public async Task A_query_vector_is_understood()
    {
        await using var world = await TenpayWorld.StartAsync(TenpayProfile.Open);
        var vector = TenpayVectors.Named(TenpayVectors.Signatures, "T4");

        var answer = await new TenpayCaller(
                world.Client, "/gateway/normalorderquery.xml", world.Key)
            .With(TenpayVectors.Fields(vector))
            .With("sign", TenpayVectors.Text(vector, "sign")).AskAsync(post: false);

        answer.Retcode.ShouldBe("88221009");
    }

    [Fact]
    public async Task A_notify_query_vector_without_a_charset_is_understood()
    {
        await using var world = await TenpayWorld.StartAsync(TenpayProfile.Open);
        var vector = TenpayVectors.Named(TenpayVectors.Signatures, "T3");

        var answer = await new TenpayCaller(
                world.Client, "/gateway/verifynotifyid.xml", world.Key)
            .With(TenpayVectors.Fields(vector))
            .With("sign", TenpayVectors.Text(vector, "sign")).AskAsync();

        answer.Retcode.ShouldBe("88222005");
        answer.Text.ShouldContain("encoding=\"GBK\"");
        answer["retmsg"].ShouldBe("通知ID无效或已超时");
    }

    [Fact]
    public async Task A_refund_vector_is_understood()
    {
        await using var world = await TenpayWorld.StartAsync(
            change: static o => o with { RefundsWithoutCertificate = true });
        await world.PayAsync("T20240102000001");
        var vector = TenpayVectors.Named(TenpayVectors.Signatures, "T8");

        var answer = await new TenpayCaller(
                world.Client, "/refundapi/gateway/refund.xml", world.Key)
            .With(TenpayVectors.Fields(vector))
            .With("sign", TenpayVectors.Text(vector, "sign")).AskAsync();

        answer["refund_status"].ShouldBe("4", answer.Text);
        answer.Genuine.ShouldBe(true);
        Encoding.UTF8.GetByteCount(answer["refund_id"]).ShouldBe(28);
    }
}
