using System.Net;
using System.Text;

namespace PayFunctions.Tests.Sandbox.Abc;

/// <summary>Persons who are checked, on a page and at once.</summary>
public sealed class IdentityTests : WorldTests
{
    [Fact]
    public async Task The_SDKs_own_request_opens_a_page()
    {
        var golden = AbcVectors.SdkRequests.GetProperty("vectors").EnumerateArray()
            .Single(static v => v.GetProperty("name").ValueEquals("IdentityVerifyReq"))
            .GetProperty("request_body_utf8").GetString()!;

        var opened = await World.SayAsync(Encoding.UTF8.GetBytes(golden));

        opened.Code.ShouldBe("0000", opened.Text);
        opened["VerifyURL"].ShouldContain("?TOKEN=");
    }

    [Fact]
    public async Task The_merchant_is_told_the_name_and_no_number()
    {
        var page = await OpenAsync();
        using var shown = await World.Client.GetAsync(page);
        (await shown.Content.ReadAsStringAsync()).ShouldContain("id=\"pass\"");

        using var passed = await PressAsync(page, "1");

        (await passed.Content.ReadAsStringAsync()).ShouldContain("id=\"return\"");
        var told = NoticeXml.Read((await World.Merchant.NextAsync()).Body);
        told.IsGenuine.ShouldBeTrue();
        (told["ReturnCode"], told["MerchantID"], told["AccountName"], told["OrderNo"])
            .ShouldBe(("0000", AbcVectors.MerchantId, "李四", ""));
    }

    [Fact]
    public async Task Whoever_is_not_confirmed_is_told_to_nobody()
    {
        using var left = await PressAsync(await OpenAsync(), "0");

        (await left.Content.ReadAsStringAsync()).ShouldContain("id=\"left\"");
        World.Merchant.IsQuiet.ShouldBeTrue();
        using var unknown = await World.Client.GetAsync(
            new Uri(World.Simulator.Address, "/EbusPerbankFront/IdentityVerifyAct?TOKEN=1"));
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("StaticIdentifyVerifyReq", "13800000001", "0000")]
    [InlineData("StaticIdentityVerifyReq", "13800000001", "0000")]
    [InlineData("StaticIdentifyVerifyReq", "13800000000", "IVDIFF")]
    public async Task At_once_the_return_code_is_the_verdict_in_either_spelling(
        string type, string mobile, string code)
        => (await World.SayAsync(Check(type, mobile))).Code.ShouldBe(code);

    [Theory]
    [InlineData("\"CustomType\":\"0\"", "\"CustomType\":\"2\"", "CustomType")]
    [InlineData("\"I\"", "\"Z\"", "CertificateType")]
    [InlineData("张三", "", "ClientName")]
    [InlineData("13800000001", "1380000000", "MobileNo")]
    public async Task A_wrong_field_is_named(string what, string by, string field)
    {
        var refused = await World.SayAsync(Check().Replace(what, by, StringComparison.Ordinal));

        refused.Code.ShouldBe("2001");
        refused.Text.ShouldContain(field);
    }

    private async Task<Uri> OpenAsync()
    {
        var opened = await World.SayAsync(
            "{"
                + "\"TrxType\":\"IdentityVerifyReq\",\"CustomType\":\"0\","
                + "\"BankCardNo\":\"6228480000000000001\","
                + "\"CertificateNo\":\"110101199003070011\",\"CertificateType\":\"I\","
                + $"\"ResultNotifyURL\":\"{World.Merchant.NotifyUrl}\","
                + "\"OrderDate\":\"2026/01/02\",\"OrderTime\":\"03:04:05\","
                + "\"PaymentLinkType\":\"1\"}");
        opened.Code.ShouldBe("0000", opened.Text);
        return new Uri(opened["VerifyURL"]);
    }

    private Task<HttpResponseMessage> PressAsync(Uri page, string passed)
        => World.Client.PostAsync(
            page, new FormUrlEncodedContent([new("holder", "李四"), new("passed", passed)]));

    private static string Check(
        string type = "StaticIdentifyVerifyReq", string mobile = "13800000001")
        => $"{{\"TrxType\":\"{type}\",\"CustomType\":\"0\",\"ClientName\":\"张三\","
            + "\"AccNo\":\"6228480000000000001\",\"CertificateNo\":\"110101199003070011\","
            + $"\"CertificateType\":\"I\",\"MobileNo\":\"{mobile}\",\"CustomNo\":\"\"}}";
}
