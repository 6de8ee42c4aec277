using System.Text;

namespace PayFunctions.Tests.Sandbox.Abc;

public sealed class AgreementTests : WorldTests
{
    [Fact]
    public async Task The_SDKs_own_requests_sign_ask_and_are_taken()
    {
        var opened = await World.SayAsync(Vector("AgentSign"));

        opened.Code.ShouldBe("0000", opened.Text);
        opened["OrderNo"].ShouldBe("AS20260101001");
        (await World.SayAsync(Vector("QueryAgentSign"))).Code.ShouldBe("2307");
        using var page = await World.Client.GetAsync(
            new Uri(opened["B2CAgentSignContractURL"]));
        (await page.Content.ReadAsStringAsync()).ShouldContain("Agree");

        await World.PayAsync("AS20260101001");

        var known = await World.SayAsync(Vector("QueryAgentSign"));
        (known.Code, known["AgentSignStatus"], known["OrderNo"]).ShouldBe(
            ("0000", "00", "AS20260101001"));
        known["AgentSignNo"].ShouldStartWith("No");

        // The vector's debit names an agreement of another world.
        (await World.SayAsync(Vector("AgentPay"))).Code.ShouldBe("2307");
        var paid = await World.SayAsync(Debit(known["AgentSignNo"]));
        (paid.Code, paid["OrderNo"]).ShouldBe(("0000", "AP1"));
        (await World.StatusAsync("AP1", "AgentPay")).ShouldBe("04");
        (await World.SayAsync(AbcWorld.Query("AP1"))).Code.ShouldBe("2307");
        (await World.SayAsync(Debit(known["AgentSignNo"]))).Code.ShouldBe("0000");
        (await World.SayAsync(Debit(known["AgentSignNo"], amount: "0.02"))).Code
            .ShouldBe("2308");
        (await World.SayAsync(AbcWorld.Refund("R1", "0.01", "AP1"))).Code.ShouldBe("0000");
    }

    [Fact]
    public async Task What_is_ended_is_debited_no_more()
    {
        var signNo = await SignAsync();

        (await World.SayAsync(Unsign("nobody"))).Code.ShouldBe("2307");
        (await World.SayAsync(Unsign(signNo, number: "U1"))).Code.ShouldBe("2307");
        var ended = await World.SayAsync(Unsign(signNo));
        (ended.Code, ended["OrderNo"]).ShouldBe(("0000", "AS20260101001"));
        (await World.SayAsync(Unsign(signNo))).Code.ShouldBe("2306");
        (await World.SayAsync(Vector("QueryAgentSign")))["AgentSignStatus"].ShouldBe("02");
        (await World.SayAsync(Debit(signNo))).Code.ShouldBe("2306");
    }

    [Fact]
    public async Task The_end_may_have_a_number_of_its_own()
    {
        await RenewAsync(static o => o with { UnsignsByOwnNumber = true });
        var signNo = await SignAsync();

        (await World.SayAsync(Unsign(signNo))).Code.ShouldBe("2307");
        (await World.SayAsync(Unsign(signNo, number: "U1"))).Code.ShouldBe("0000");
    }

    [Theory]
    [InlineData("\"0.01\"", "\"0\"", "Amount")]
    [InlineData("\"156\"", "\"840\"", "CurrencyCode")]
    [InlineData("2026/01/02", "20260102", "OrderDate")]
    [InlineData("{\"ProductName\":\"水费\"}", "", "OrderItems")]
    public async Task A_wrong_field_of_a_debit_is_named(string what, string by, string field)
    {
        var answer = await World.SayAsync(
            Debit("No1").Replace(what, by, StringComparison.Ordinal));

        (answer.Code, answer["ErrorMessage"].Contains(field, StringComparison.Ordinal))
            .ShouldBe(("2001", true));
    }

    private static byte[] Vector(string name)
        => Encoding.UTF8.GetBytes(AbcVectors.SdkRequests.GetProperty("vectors").EnumerateArray()
            .Single(v => v.Text("name") == name).Text("request_body_utf8"));

    private async Task<string> SignAsync()
    {
        (await World.SayAsync(Vector("AgentSign"))).Code.ShouldBe("0000");
        await World.PayAsync("AS20260101001");
        return (await World.SayAsync(Vector("QueryAgentSign")))["AgentSignNo"];
    }

    private static string Unsign(string signNo, string number = "AS20260101001")
        => $$"""
            {"TrxType":"AgentUnSign","OrderNo":"{{number}}","AgentSignNo":"{{signNo}}",
            "RequestDate":"2026/01/02","RequestTime":"12:00:00"}
            """;

    private static string Debit(string signNo, string amount = "0.01")
        => $$"""
            {"TrxType":"AgentPay","OrderDate":"2026/01/02","OrderTime":"09:10:10",
            "OrderNo":"AP1","AgentSignNo":"{{signNo}}","CardNo":"","CurrencyCode":"156",
            "Amount":"{{amount}}","ReceiverAddress":"","Fee":"","CertificateNo":"",
            "InstallmentMark":"0","CommodityType":"0101","PaymentLinkType":"1","BuyIP":"",
            "ExpiredDate":"30","ReceiveAccount":"","ReceiveAccName":"","MerchantRemarks":"",
            "IsBreakAccount":"0","SplitAccTemplate":"",
            "OrderItems":[{"ProductName":"水费"}]}
            """;
}
