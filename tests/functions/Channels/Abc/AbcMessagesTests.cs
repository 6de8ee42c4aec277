using System.Text.Json;
using PayFunctions.Channels.Abc;

namespace PayFunctions.Tests.Channels.Abc;

public sealed class AbcMessagesTests : IDisposable
{
    private readonly AbcBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void A_page_is_asked_for_as_in_the_vectors()
    {
        var expected = AbcVectors.Named(AbcVectors.Requests, "PayReq minimal, Chinese")
            .Text("signed_text")
            .Replace("T20260102000001", An.Number.ToString(), StringComparison.Ordinal);

        AbcMessages.OpenPage(bench.Account, An.PageRequest()).ShouldBe(expected);
    }

    [Fact]
    public void A_question_is_asked_as_the_banks_own_SDK_asks_it()
    {
        var expected = AbcVectors.Named(AbcVectors.SdkRequests, "Query")
            .Text("request_signed_text");
        var trade = expected.Replace(
            "ON20260101001", An.Number.ToString(), StringComparison.Ordinal);
        var refund = expected
            .Replace("ON20260101001", An.RefundNumber.ToString(), StringComparison.Ordinal)
            .Replace("ImmediatePay", "Refund", StringComparison.Ordinal);

        AbcMessages.Query(bench.Account, An.Number).ShouldBe(trade);
        AbcMessages.QueryRefund(bench.Account, An.RefundNumber).ShouldBe(refund);
    }

    [Fact]
    public void A_refund_has_the_SDKs_members_in_their_order_and_is_valid_JSON()
    {
        var sdk = AbcVectors.Named(AbcVectors.SdkRequests, "Refund(split)")
            .Text("request_signed_text");
        var end = sdk.IndexOf(",\"SplitAccInfoItems\"", StringComparison.Ordinal);
        var expected = (sdk[..end] + "}}")
            .Replace("ON20260101001", An.Number.ToString(), StringComparison.Ordinal)
            .Replace("RF20260102002", An.RefundNumber.ToString(), StringComparison.Ordinal)
            .Replace("2026/01/02", "2026/01/03", StringComparison.Ordinal)
            .Replace("10:00:00", "03:04:05", StringComparison.Ordinal)
            .Replace("\"1.00\"", "\"8.80\"", StringComparison.Ordinal)
            .Replace("\"RefundType\":\"\"", "\"RefundType\":\"0\"", StringComparison.Ordinal)
            .Replace(
                "\"MerchantRemarks\":\"\"", "\"MerchantRemarks\":\"太大了\"",
                StringComparison.Ordinal);

        var message = AbcMessages.Refund(bench.Account, An.RefundRequest());

        message.ShouldBe(expected);
        JsonElement.Parse(message).GetProperty("TrxRequest").Text("NewOrderNo")
            .ShouldBe(An.RefundNumber.ToString());
    }

    [Theory]
    [InlineData("abc_page", "A", "1", null)]
    [InlineData("abc_wap", "A", "2", null)]
    [InlineData("abc_page", "6", "1", null)]
    [InlineData("abc_wap", "6", "2", "1")]
    public void A_phone_has_its_own_link_type_and_UnionPay_on_it_too(
        string product, string paymentType, string link, string? unionPay)
    {
        using var other = new AbcBench(
            ("payment_type", paymentType), ("union_pay_link_type", "1"));

        var request = Request(AbcMessages.OpenPage(
            other.Account, An.PageRequest(product: product)));

        request.Text("PaymentType").ShouldBe(paymentType);
        request.Text("PaymentLinkType").ShouldBe(link);
        (request.TryGetProperty("UnionPayLinkType", out var said) ? said.GetString() : null)
            .ShouldBe(unionPay);
    }

    [Fact]
    public void Settings_are_said_letter_by_letter()
    {
        using var other = new AbcBench(
            ("payment_type", "1"), ("commodity_type", "0410"), ("notify_type", "0"),
            ("receive_account", "95599-123"), ("receive_acc_name", "测试学校"),
            ("refund_account_no", "955990"), ("refund_account_name", "退款户"),
            ("refund_type", "1"));

        var page = Request(AbcMessages.OpenPage(other.Account, An.PageRequest()));
        var refund = Request(AbcMessages.Refund(other.Account, An.RefundRequest(reason: null)));

        page.Text("PaymentType").ShouldBe("1");
        page.Text("NotifyType").ShouldBe("0");
        page.Text("ReceiveAccount").ShouldBe("95599-123");
        page.Text("ReceiveAccName").ShouldBe("测试学校");
        page.GetProperty("Order").Text("CommodityType").ShouldBe("0410");
        refund.Text("MerRefundAccountNo").ShouldBe("955990");
        refund.Text("MerRefundAccountName").ShouldBe("退款户");
        refund.Text("RefundType").ShouldBe("1");
        refund.Text("MerchantRemarks").ShouldBe("");
    }

    [Fact]
    public void The_order_ends_at_the_bank_when_it_ends_here_and_the_attempt_tells_its_time()
    {
        var order = Request(AbcMessages.OpenPage(bench.Account, An.PageRequest()))
            .GetProperty("Order");

        order.Text("orderTimeoutDate").ShouldBe("20260102040405");
        order.Text("OrderDate").ShouldBe("2026/01/02");
        order.Text("OrderTime").ShouldBe("03:04:05");
    }

    [Fact]
    public void What_a_merchant_writes_cannot_change_the_message()
    {
        const string hostile = "x\"}],\"OrderAmount\":\"0.01\",\"y\":[{\"z\":\"\\";
        var order = An.Order(subject: hostile, body: "</MerchantRemarks><Amount>0.01</Amount>");

        var request = Request(AbcMessages.OpenPage(bench.Account, An.PageRequest(order)));

        request.GetProperty("Order").Text("OrderAmount").ShouldBe("88.88");
        request.GetProperty("Order").GetProperty("OrderItems")[0].Text("ProductName")
            .ShouldBe("x＂}],＂OrderAmount＂:＂0.01＂,＂y＂:[{＂z＂:＂＼");
        request.Text("MerchantRemarks")
            .ShouldBe("＜/MerchantRemarks＞＜Amount＞0.01＜/Amount＞");
    }

    [Fact]
    public void A_subject_of_which_nothing_is_left_is_the_number()
        => Request(AbcMessages.OpenPage(
                bench.Account, An.PageRequest(An.Order(subject: "\t", body: null))))
            .GetProperty("Order").GetProperty("OrderItems")[0].Text("ProductName")
            .ShouldBe(An.Number.ToString());

    [Theory]
    [InlineData("unchanged", "https://pay.example.com/n?a=1&b=2",
        "https://pay.example.com/n?a=1&b=2")]
    [InlineData("http", "https://pay.example.com/n", "http://pay.example.com/n")]
    [InlineData("http", "https://pay.example.com:8443/n", "http://pay.example.com:8443/n")]
    [InlineData("http", "http://pay.example.com:8080/n", "http://pay.example.com:8080/n")]
    public void The_notify_address_keeps_its_scheme_or_is_http_as_the_operator_says(
        string scheme, string address, string said)
    {
        using var other = new AbcBench(("notify_scheme", scheme));

        Request(AbcMessages.OpenPage(other.Account, An.PageRequest(notifyUrl: address)))
            .Text("ResultNotifyURL").ShouldBe(said);
    }

    [Fact]
    public void The_largest_order_fits_into_the_banks_limit()
    {
        var order = An.Order(new string('中', 300), new string('中', 300), 10_000_000_000);
        var address = "https://pay.example.com/" + new string('n', 170);

        var message = AbcMessages.OpenPage(
            bench.Account, An.PageRequest(order, notifyUrl: address));

        AbcEnvelope.Write(message, bench.Account).ShouldNotBeNull();
    }

    private static JsonElement Request(string message)
        => JsonElement.Parse(message).GetProperty("TrxRequest");
}
