using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PayFunctions.Tests.Sandbox.Abc;

public sealed class GatewayTests : WorldTests
{
    private const string Other = "103880000000009";

    [Theory]
    [InlineData("/ebus/ReceiveMerchantTrxReqServlet", "application/x-www-form-urlencoded")]
    [InlineData("/ebus/trustpay/ReceiveMerchantTrxReqServlet", "text/html")]
    [InlineData("/ebus/ReceiveMerchantTrxReqServlet", "text/xml; charset=UTF-8")]
    public async Task Both_paths_and_every_content_type_are_answered_in_one_line_of_GBK(
        string path, string contentType)
    {
        using var response = await World.PostAsync(
            AbcWorld.Sign(World.PayReq()), path, contentType: contentType);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await response.Content.ReadAsByteArrayAsync();
        response.Content.Headers.ContentLength.ShouldBe(body.Length);
        var answer = BankAnswer.Read(body);
        answer.Text.IndexOf('\n', StringComparison.Ordinal).ShouldBe(answer.Text.Length - 1);
        answer.Text.ShouldEndWith("\"}}\r\n");
        answer.IsGenuine.ShouldBe(true);
        answer["ErrorMessage"].ShouldBe("交易成功");
    }

    [Fact]
    public async Task Fields_stand_beside_the_merchant_as_current_servers_write_them()
    {
        var answer = await World.OpenAsync();

        answer.Text.ShouldStartWith(
            """{"MSG":{"Message":{"Version":"V3.0.0","Format":"JSON","Common":{"Channel":""},"""
            + "\"Merchant\":{\"ECMerchantType\":\"EBUS\",\"MerchantID\":\"103880000000001\"},"
            + "\"ReturnCode\":\"0000\"");
        answer.Message.TryGetProperty("TrxResponse", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Fields_stand_in_TrxResponse_where_older_servers_are_wanted()
    {
        await RenewAsync(static o => o with { WrapsAnswers = true });

        var answer = await World.OpenAsync();

        answer.Message.TryGetProperty("ReturnCode", out _).ShouldBeFalse();
        answer.Message.GetProperty("TrxResponse").Text("OrderNo").ShouldBe("T1");
        answer.IsGenuine.ShouldBe(true);
    }

    [Theory]
    [InlineData("PayReq", "0000")]
    [InlineData("Query", "2307")]
    [InlineData("Refund(split)", "2307")]
    [InlineData("Settle ZIP=0", "2600")]
    [InlineData("Settle ZIP=1", "2600")]
    [InlineData("QueryTrnxRecords", "0000")]
    [InlineData("AgentSign", "0000")]
    [InlineData("QueryAgentSign", "2307")]
    [InlineData("AgentPay", "2307")]
    [InlineData("KPayVerifyReq(QuickPaymentRequest)", "0000")]
    [InlineData("KPayReq(QuickPaymentSend)", "2307")]
    public async Task The_banks_own_SDK_is_understood(string name, string code)
    {
        var body = AbcVectors.Named(AbcVectors.SdkRequests, name).Text("request_body_utf8");

        (await World.SayAsync(Encoding.UTF8.GetBytes(body))).Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("Query", "2307")]
    [InlineData("PayReq minimal, Chinese", "0000")]
    [InlineData("PayReq split account", "0000")]
    public async Task The_vectors_requests_are_understood(string name, string code)
    {
        var body = AbcVectors.Named(AbcVectors.Requests, name).Text("http_body");

        (await World.SayAsync(Encoding.UTF8.GetBytes(body))).Code.ShouldBe(code);
    }

    [Fact]
    public async Task An_outer_MSG_a_comma_and_a_bracket_too_many_do_no_harm()
    {
        var message = Encoding.UTF8.GetString(AbcWorld.Sign(AbcWorld.Query("T1")))
            .Split(",\"Signature-Algorithm\"")[0]["{\"Message\":".Length..];
        var careless = message.Replace(
            "\"QueryDetail\":\"true\"}", "\"QueryDetail\":\"true\",\"new\":[1,],}",
            StringComparison.Ordinal) + "}";
        await World.OpenAsync();

        var body = AbcWorld.Wrap(Encoding.UTF8.GetBytes(careless));
        var plain = await World.SayAsync(body);
        var wrapped = await World.SayAsync([.. "{\"MSG\":"u8, .. body, .. "}"u8]);

        plain.Code.ShouldBe("0000");
        wrapped.Code.ShouldBe("0000");
    }

    [Fact]
    public async Task A_request_in_GBK_is_understood_too()
    {
        var answer = await World.SayAsync(
            AbcWorld.Sign(World.PayReq(), encoding: AbcVectors.Gbk));

        answer.Code.ShouldBe("0000");
        (await World.SayAsync(AbcWorld.Query("T1"))).Order.Text("MerchantRemarks")
            .ShouldBe("学费");
    }

    [Fact]
    public async Task Who_signs_is_checked_before_anything_else()
    {
        using var stranger = RSA.Create(2048);
        var certificate = new CertificateRequest(
                "CN=other", stranger, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(AbcVectors.Moment, AbcVectors.Moment.AddYears(1));
        await RenewAsync(o => o with
        {
            Merchants = [.. o.Merchants, new(Other, certificate.ExportCertificatePem())],
        });
        using var nobody = RSA.Create(2048);
        var query = AbcWorld.Query("T1");

        (await World.SayAsync(AbcWorld.Sign(query, "103880000000404"))).Code.ShouldBe("2305");
        (await World.SayAsync(AbcWorld.Sign(query, key: nobody))).Code.ShouldBe("2302");
        (await World.SayAsync(AbcWorld.Sign(query, key: stranger))).Code.ShouldBe("2303");
        (await World.SayAsync(AbcWorld.Sign(query, Other, stranger))).Code.ShouldBe("2307");
    }

    [Fact]
    public async Task A_message_that_was_touched_is_refused()
    {
        var body = Encoding.UTF8.GetString(AbcWorld.Sign(World.PayReq()));

        var answer = await World.SayAsync(Encoding.UTF8.GetBytes(
            body.Replace("88.88", "8.88", StringComparison.Ordinal)));

        answer.Code.ShouldBe("2302");
        answer.IsGenuine.ShouldBe(true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"Message\":{}}")]
    [InlineData("{\"Message\":{},\"Signature-Algorithm\":\"MD5\",\"Signature\":\"AAAA\"}")]
    [InlineData("{\"Message\":{},\"Signature-Algorithm\":\"SHA1withRSA\",\"Signature\":\"*\"}")]
    [InlineData("{\"Message\":x,\"Signature-Algorithm\":\"SHA1withRSA\",\"Signature\":\"AAAA\"}")]
    public async Task What_is_no_request_is_refused(string body)
        => (await World.SayAsync(Encoding.UTF8.GetBytes(body))).Code.ShouldBe("2000");

    [Fact]
    public async Task A_transaction_nobody_knows_or_that_is_not_opened_is_refused()
    {
        await RenewAsync(static o => o with
        {
            Merchants = [o.Merchants[0] with { Closed = ["Settle"] }],
        });

        (await World.SayAsync("""{"TrxType":"Sing"}""")).Code.ShouldBe("2001");
        (await World.SayAsync("""{"TrxType":"MobilePayReq"}""")).Code.ShouldBe("2310");
        (await World.SayAsync("""{"TrxType":"Settle"}""")).Code.ShouldBe("2310");
    }

    [Theory]
    [InlineData("code_2306", "2306")]
    [InlineData("code_2307", "2307")]
    [InlineData("code_2310", "2310")]
    public async Task The_banks_own_refusals_can_be_ordered(string fault, string code)
    {
        using var response = await World.PostAsync(
            AbcWorld.Sign(World.PayReq()), fault: fault);
        var shown = await World.Client.GetAsync("/control/trades/T1");

        BankAnswer.Read(await response.Content.ReadAsByteArrayAsync()).Code.ShouldBe(code);
        shown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
