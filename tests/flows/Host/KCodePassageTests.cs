using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PayFunctions.Tests.Flows.Host;

/// <summary>
/// Card, payer and codes go through the gateway to the bank and stay nowhere: not in tables and
/// queues, nor in any request to them, nor in logs, traces and answers.
/// </summary>
[Collection(GatewayHosts.Name)]
public sealed class KCodePassageTests(GatewayHost gateway)
{
    private const string CardNo = "6228489137052846193";
    private const string UnsignedCard = "6228489137052845095";
    private const string BadCard = "6228489137052846193Q";
    private const string MobileEnd = "7391";
    private const string WrongCode = "Zx90Qw17Lk";
    private const string Name = "欧阳测试姓名";
    private const string CertificateNo = "110105194912317392";
    private const string ExpDate = "0931";
    private const string Cvv2 = "947";

    [Fact]
    public async Task Card_payer_and_code_stay_nowhere()
    {
        using var traces = new TraceTexts();
        gateway.Wire.Carried = new();
        List<MerchantReply> replies = [];

        var codes = await TellEverythingAsync(replies);
        await gateway.Wire.WhenSettledAsync();

        var search = Search(codes);
        var carried = gateway.Wire.Carried.Select(StoredTexts.WithMessage).ToList();
        carried.ShouldNotBeEmpty();
        carried.SelectMany(search.FoundIn).ShouldBeEmpty("in requests to storage and vault");
        var stored = await StoredTexts.ReadAsync(gateway.Storage);
        stored.ShouldContain(static t => t.Contains("abc_kcode", StringComparison.Ordinal));
        stored.SelectMany(search.FoundIn).ShouldBeEmpty("in tables and queues");
        gateway.Lines.CountOf("KCODE").ShouldBe(0);
        gateway.Lines.CountOf("KCodeWrong").ShouldBeGreaterThan(0);
        gateway.Lines.All.SelectMany(search.FoundIn).ShouldBeEmpty("in logs");
        traces.All.ShouldNotBeEmpty();
        traces.All.SelectMany(search.FoundIn).ShouldBeEmpty("in traces");
        replies.SelectMany(r => search.FoundIn(r.Body.ToJsonString())).ShouldBeEmpty("in answers");
        gateway.ShouldHaveToldNoSecret();
    }

    [Fact]
    public void What_is_looked_for_is_found_in_every_spelling()
    {
        var search = Search(["482913"]);
        string[] texts =
        [
            $"card {CardNo}.", $"{{\"code\":\"{WrongCode}\"}}", $"a={Uri.EscapeDataString(Name)}",
            $"x {Convert.ToHexStringLower(Encoding.UTF8.GetBytes(CertificateNo))}",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"1{CardNo}")),
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"12{CardNo}")),
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"123{CardNo}")),
            Convert.ToBase64String(Encoding.UTF8.GetBytes("{\"code\":\"482913\"}")),
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{{\"expiry\":\"{ExpDate}\"}}")),
            "{\"code\":\"482913\"}", $"cvv2={Cvv2}&", $"<ExpDate>{ExpDate}</ExpDate>",
            new JsonObject { ["name"] = Name }.ToJsonString(),
        ];

        texts.ShouldAllBe(text => search.FoundIn(text).Any());
        search.FoundIn("order 17391, 947 ms, 2026-01-01T09:31:00Z").ShouldBeEmpty();
        search.FoundIn($"sign {Convert.ToBase64String("no 0931 of any card"u8)}").ShouldBeEmpty();
    }

    /// <summary>Every road of the three calls, refusals and lost answers among them; the codes
    /// that were on the phone.</summary>
    private async Task<List<string>> TellEverythingAsync(List<MerchantReply> replies)
    {
        List<string> codes = [];
        replies.Add(await SendAsync("passage-1", BadCard));
        replies.Add(await SendAsync("passage-1", UnsignedCard));
        replies[^1]["kcode_state"].ShouldBe("NOT_SIGNED", replies[^1].Body.ToJsonString());

        await FaultAsync("lost_answer", "KPayVerifyReq");
        replies.Add(await SendAsync("passage-2", CardNo));
        replies[^1]["kcode_state"].ShouldBe("UNDECIDED", replies[^1].Body.ToJsonString());
        codes.Add(await CodeAsync(replies[^1]["transaction_id"]));

        await FaultAsync("lost_answer", "KPayReq");
        var lost = replies[^1]["transaction_id"];
        replies.Add(await PayAsync(lost, "P-1", codes[^1]));
        replies[^1]["kcode_state"].ShouldBe("PAYING", replies[^1].Body.ToJsonString());
        replies.Add(await gateway.Merchant.QueryAsync(lost));

        replies.Add(await SendAsync("passage-3", CardNo));
        var id = replies[^1]["transaction_id"];
        codes.Add(await CodeAsync(id));
        replies.Add(await ResendAsync(id));
        replies.Add(await PayAsync(id, "P-1", WrongCode));
        replies[^1]["code"].ShouldBe("KCODE_WRONG", replies[^1].Body.ToJsonString());
        replies.Add(await PayAsync(id, "P-2", WrongCode + "!"));
        replies.Add(await PayAsync(id, "P-3", codes[^1]));
        replies[^1]["trade_state"].ShouldBe("SUCCESS", replies[^1].Body.ToJsonString());
        await gateway.Endpoint.WhenToldAsync("passage-3");
        replies.Add(await gateway.Merchant.RefundAsync("passage-3", "passage-R", 100));
        replies[^1].Status.ShouldBe(201);
        return codes;
    }

    private Task<MerchantReply> SendAsync(string number, string card)
        => gateway.Merchant.PostAsync("/v1/payments/kcode", new JsonObject
        {
            ["out_trade_no"] = number,
            ["total_fee"] = Merchant.TotalFee,
            ["subject"] = "茶 two boxes",
            ["notify_url"] = gateway.Endpoint.NotifyUrl.AbsoluteUri,
            ["out_request_no"] = $"K-{number}",
            ["card_no"] = card,
            ["mobile_end"] = MobileEnd,
        });

    private Task<MerchantReply> ResendAsync(string id)
        => gateway.Merchant.PostAsync(
            $"/v1/payments/{id}/kcode/resend", new JsonObject { ["out_request_no"] = "S-1" });

    private Task<MerchantReply> PayAsync(string id, string number, string code)
        => gateway.Merchant.PostAsync($"/v1/payments/{id}/kcode", new JsonObject
        {
            ["out_request_no"] = number,
            ["code"] = code,
            ["acc_name"] = Name,
            ["certificate_type"] = "I",
            ["certificate_no"] = CertificateNo,
            ["exp_date"] = ExpDate,
            ["cvv2"] = Cvv2,
        });

    private async Task FaultAsync(string kind, string method)
    {
        using var answer = await gateway.Client.PostAsJsonAsync(
            new Uri(gateway.Bank.Address, "control/faults"), new { kind, count = 1, method });
        answer.EnsureSuccessStatusCode();
    }

    private async Task<string> CodeAsync(string id)
        => (await gateway.Client.GetFromJsonAsync<JsonElement>(new Uri(
            gateway.Bank.Address, $"control/trades/{Payer.ChannelNumber(id)}")))
            .GetProperty("phone_code").GetString().ShouldNotBeNull();

    private static PassageSearch Search(IEnumerable<string> codes)
        => new(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["card"] = CardNo,
            ["card that is not signed up"] = UnsignedCard,
            ["phone"] = MobileEnd,
            ["wrong code"] = WrongCode,
            ["name"] = Name,
            ["certificate"] = CertificateNo,
            ["expiry"] = ExpDate,
            ["digits on the back"] = Cvv2,
        }
            .Concat(codes.Select(static (code, i) => KeyValuePair.Create($"code {i}", code)))
            .ToDictionary(StringComparer.Ordinal));
}
