using System.Net;
using System.Text.Json;

namespace PayFunctions.Tests.Sandbox.Abc;

public sealed class KCodeTests : WorldTests
{
    private const string Card = "6228480000000000001";

    [Fact]
    public async Task A_code_is_sent_to_a_phone_that_the_control_interface_sees_and_pays()
    {
        var sent = await World.SayAsync(Send());
        var code = await CodeAsync();

        var paid = await World.SayAsync(Pay(code));

        (sent.Code, sent["OrderNo"], sent["OrderAmount"], sent["VerifyDate"], sent["VerifyTime"])
            .ShouldBe(("0000", "T1", "2.00", "2026/01/02", "03:04:05"), sent.Text);
        code.ShouldMatch(@"\A[0-9]{6}\z");
        (paid.Code, paid["OrderNo"], paid["OrderAmount"], paid["HostDate"], paid["HostTime"])
            .ShouldBe(("0000", "T1", "2.00", "2026/01/02", "03:04:05"), paid.Text);
        (await World.StatusAsync("T1")).ShouldBe("04");
        World.Merchant.IsQuiet.ShouldBeTrue();
    }

    [Fact]
    public async Task A_wrong_code_pays_nothing_and_the_right_one_still_does()
    {
        await World.SayAsync(Send());
        var code = await CodeAsync();

        (await World.SayAsync(Pay("x" + code))).Code.ShouldBe("KWRONG");
        (await World.StatusAsync("T1")).ShouldBe("01");
        (await World.SayAsync(Pay(code))).Code.ShouldBe("0000");
        (await World.SayAsync(Pay(code))).Code.ShouldBe("2306");
    }

    [Fact]
    public async Task Another_code_takes_the_place_of_the_first()
    {
        await World.SayAsync(Send());
        var first = await CodeAsync();

        var again = await World.SayAsync(Resend());

        again.Code.ShouldBe("0000", again.Text);
        var second = await CodeAsync();
        if (!string.Equals(first, second, StringComparison.Ordinal))
        {
            (await World.SayAsync(Pay(first))).Code.ShouldBe("KWRONG");
        }

        (await World.SayAsync(Pay(second))).Code.ShouldBe("0000");
        (await World.SayAsync(Resend())).Code.ShouldBe("2306");
    }

    [Fact]
    public async Task What_was_never_begun_can_neither_be_repeated_nor_paid()
    {
        await World.OpenAsync("T2");

        (await World.SayAsync(Resend())).Code.ShouldBe("2307");
        (await World.SayAsync(Pay("123456"))).Code.ShouldBe("2307");
        (await World.SayAsync(Pay("123456").Replace(
            "\"T1\"", "\"T2\"", StringComparison.Ordinal))).Code.ShouldBe("2307");
    }

    [Fact]
    public async Task A_card_is_signed_up_on_the_page_that_AP5095_names()
    {
        var unsigned = Send().Replace(Card, "6228480000000005095", StringComparison.Ordinal);

        var refused = await World.SayAsync(unsigned);
        var page = new Uri(refused["PaymentURL"]);
        using var shown = await World.Client.GetAsync(page);
        using var signed = await World.Client.PostAsync(page, null);
        using var unknown = await World.Client.GetAsync(new Uri(page, "?TOKEN=1"));

        refused.Code.ShouldBe("AP5095");
        (await shown.Content.ReadAsStringAsync()).ShouldContain("id=\"sign\"");
        (await signed.Content.ReadAsStringAsync()).ShouldContain("id=\"signed\"");
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await World.SayAsync(unsigned)).Code.ShouldBe("0000");
    }

    [Fact]
    public async Task The_order_of_all_three_requests_is_one()
    {
        await World.SayAsync(Send());
        var pay = Pay(await CodeAsync());

        (await World.SayAsync(pay.Replace("2.00", "2.01", StringComparison.Ordinal))).Code
            .ShouldBe("2309");
        (await World.SayAsync(pay.Replace("03:04:05", "03:04:06", StringComparison.Ordinal)))
            .Code.ShouldBe("2309");
        (await World.SayAsync(Resend().Replace("2.00", "2.01", StringComparison.Ordinal))).Code
            .ShouldBe("2309");
    }

    [Theory]
    [InlineData("CertificateID", "CertificateNo")]
    [InlineData("PayLinkType", "PaymentLinkType")]
    public async Task Both_spellings_of_a_renamed_field_are_taken(string old, string later)
    {
        await World.SayAsync(Send());

        (await World.SayAsync(Pay(await CodeAsync()).Replace(
            old, later, StringComparison.Ordinal))).Code.ShouldBe("0000");
    }

    [Theory]
    [InlineData(Card, "62284", "CardNo")]
    [InlineData("\"8888\"", "\"88888\"", "MobileNo")]
    [InlineData("\"Installment\":\"0\"", "\"Installment\":\"\"", "Installment")]
    [InlineData("\"PaymentType\":\"1\"", "\"PaymentType\":\"4\"", "PaymentType")]
    [InlineData("\"PaymentLinkType\":\"1\"", "\"PaymentLinkType\":\"9\"", "PaymentLinkType")]
    [InlineData("20260102040405", "20260102030405", "orderTimeoutDate")]
    [InlineData("\"156\"", "\"840\"", "CurrencyCode")]
    [InlineData("\"2.00\"", "\"2.001\"", "OrderAmount")]
    [InlineData("2026/01/02", "20260102", "OrderDate")]
    [InlineData("\"卡\"", "\"\"", "OrderItems")]
    public async Task A_wrong_field_of_the_first_request_is_named(
        string what, string by, string field)
        => Names(await World.SayAsync(Send().Replace(
            what, by, StringComparison.Ordinal)), field);

    [Theory]
    [InlineData("\"VerifyCode\":\"123456\"", "\"VerifyCode\":\"\"", "VerifyCode")]
    [InlineData("\"ExpDate\":\"\"", "\"ExpDate\":\"12\"", "ExpDate")]
    [InlineData("\"CVV2\":\"\"", "\"CVV2\":\"12\"", "CVV2")]
    [InlineData("\"PayLinkType\":\"1\"", "\"PayLinkType\":\"\"", "PaymentLinkType")]
    public async Task A_wrong_field_of_the_payment_is_named(string what, string by, string field)
    {
        await World.SayAsync(Send());

        Names(await World.SayAsync(Pay("123456").Replace(
            what, by, StringComparison.Ordinal)), field);
    }

    [Fact]
    public async Task What_was_paid_is_in_the_statement_and_goes_back()
    {
        await World.SayAsync(Send());
        await World.SayAsync(Pay(await CodeAsync()));

        (await World.SayAsync(AbcWorld.Refund("R1", "2.00"))).Code.ShouldBe("0000");
        (await World.StatusAsync("T1")).ShouldBe("05");
    }

    private static void Names(BankAnswer answer, string field)
        => (answer.Code, answer["ErrorMessage"].Contains(field, StringComparison.Ordinal))
            .ShouldBe(("2001", true), answer.Text);

    private async Task<string> CodeAsync()
    {
        var trade = JsonElement.Parse(
            await World.Client.GetStringAsync("/control/trades/T1"));
        return trade.Text("phone_code");
    }

    private static string Send() => Lines($$$"""
        {"TrxType":"KPayVerifyReq","CardNo":"{{{Card}}}","MobileNo":"8888",
        "CommodityType":"0101","Installment":"0","PaymentType":"1","PaymentLinkType":"1",
        "ReceiveAccount":"","ReceiveAccName":"","MerchantRemarks":"","IsBreakAccount":"0",
        "SplitAccTemplate":"","Order":{"PayTypeID":"ImmediatePay",
        "orderTimeoutDate":"20260102040405","OrderNo":"T1","CurrencyCode":"156",
        "OrderAmount":"2.00","ExpiredDate":"30","OrderDesc":"K码","OrderDate":"2026/01/02",
        "OrderTime":"03:04:05","ReceiverAddress":"","BuyIP":"",
        "OrderItems":[{"ProductName":"卡"}]}}
        """);

    private static string Resend() => Lines("""
        {"TrxType":"KPayResendReq","Order":{"OrderNo":"T1","CurrencyCode":"156",
        "OrderAmount":"2.00","OrderDate":"2026/01/02","OrderTime":"03:04:05"}}
        """);

    private static string Pay(string code) => Lines($$$"""
        {"TrxType":"KPayReq","AccName":"张三","CertificateType":"I",
        "CertificateID":"110101199003070011","ExpDate":"","CVV2":"","VerifyCode":"{{{code}}}",
        "PaymentType":"1","PayLinkType":"1","MerchantRemarks":"","Order":{"OrderNo":"T1",
        "CurrencyCode":"156","OrderAmount":"2.00","Fee":"","OrderDate":"2026/01/02",
        "OrderTime":"03:04:05"}}
        """);

    private static string Lines(string json)
        => json.Replace("\n", "", StringComparison.Ordinal);
}
