using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace PayFunctions.Tests.Flows.Host;

/// <summary>
/// Who a person is goes through the gateway to Alipay or the bank and stays nowhere: not in tables
/// and queues, nor in any request to them, nor in logs, traces and answers.
/// </summary>
[Collection(GatewayHosts.Name)]
public sealed class IdentityPassageTests(GatewayHost gateway)
{
    private const string Name = "司马测试姓名";
    private const string CertificateNo = "110105194912317393";
    private const string BadCertificate = "110105194912317393Q";
    private const string CardNo = "6228489137052841";
    private const string Mobile = "13877391046";
    private const string DeniedMobile = "13877390000";

    [Fact]
    public async Task A_person_stays_nowhere()
    {
        using var traces = new TraceTexts();
        gateway.Wire.Carried = new();

        var replies = await TellEverythingAsync();
        await gateway.Wire.WhenSettledAsync();

        var search = Search();
        var carried = gateway.Wire.Carried.Select(StoredTexts.WithMessage).ToList();
        carried.ShouldNotBeEmpty();
        carried.SelectMany(search.FoundIn).ShouldBeEmpty("in requests to storage and vault");
        var stored = await StoredTexts.ReadAsync(gateway.Storage);
        stored.Count(static t => t.StartsWith("verifications ", StringComparison.Ordinal))
            .ShouldBeGreaterThan(4);
        stored.SelectMany(search.FoundIn).ShouldBeEmpty("in tables and queues");
        gateway.Lines.All.SelectMany(search.FoundIn).ShouldBeEmpty("in logs");
        traces.All.ShouldNotBeEmpty();
        traces.All.SelectMany(search.FoundIn).ShouldBeEmpty("in traces");
        replies.SelectMany(r => search.FoundIn(r.Body.ToJsonString())).ShouldBeEmpty("in answers");
        gateway.ShouldHaveToldNoSecret();
    }

    /// <summary>Every road of a check, refusals and lost answers among them.</summary>
    private async Task<List<MerchantReply>> TellEverythingAsync()
    {
        List<MerchantReply> replies =
        [
            await VerifyAsync("v-1", "alipay_identity", CertificateNo, Mobile),
            await VerifyAsync("v-2", "abc_identity", CertificateNo, Mobile),
            await VerifyAsync("v-3", "abc_identity_check", CertificateNo, Mobile),
            await VerifyAsync("v-4", "abc_identity_check", CertificateNo, DeniedMobile),
            await VerifyAsync("v-5", "abc_identity_check", BadCertificate, Mobile),
            await VerifyAsync("v-1", "alipay_identity", CertificateNo, DeniedMobile),
        ];
        replies.Select(static r => $"{r.Status} {r["verify_state"]}{r["code"]}").ShouldBe(
            [
                "201 WAITING", "201 WAITING", "201 PASSED", "201 FAILED",
                "400 PARAMETER_INVALID", "409 IDENTITY_CONTENT_DIFFERS",
            ]);

        using var fault = await gateway.Client.PostAsJsonAsync(
            new Uri(gateway.Bank.Address, "control/faults"),
            new { kind = "lost_answer", count = 1, method = "StaticIdentifyVerifyReq" });
        fault.EnsureSuccessStatusCode();
        replies.Add(await VerifyAsync("v-6", "abc_identity_check", CertificateNo, Mobile));
        replies[^1]["verify_state"].ShouldBe("CHECKING");

        // On Alipay's page, and on the bank's, where another name is said first.
        var alipay = await FollowAsync(replies[0]["verify_url"]);
        await PressAsync(alipay, ("passed", "T"));
        replies.Add(await gateway.Merchant.GetAsync(
            "/v1/identity-verifications?out_verify_no=v-1"));
        replies[^1]["verify_state"].ShouldBe("PASSED");
        var bank = await FollowAsync(replies[1]["verify_url"]);
        await PressAsync(bank, ("passed", "1"), ("holder", "李四"));
        await PressAsync(bank, ("passed", "1"), ("holder", Name));
        replies.Add(await World.Patience.UntilAsync("the bank has told", async () =>
            await gateway.Merchant.GetAsync("/v1/identity-verifications?out_verify_no=v-2")
                is var known && known["verify_state"] is "PASSED" ? known : null));
        gateway.Lines.CountOf("ALARM identity_contradiction").ShouldBe(1);
        return replies;
    }

    private Task<MerchantReply> VerifyAsync(
        string number, string product, string certificateNo, string mobile)
    {
        var body = new JsonObject
        {
            ["out_verify_no"] = number,
            ["channel"] = product,
            ["name"] = Name,
            ["certificate_no"] = certificateNo,
            ["mobile"] = mobile,
            ["card_no"] = CardNo,
        };
        if (product is not "abc_identity_check")
        {
            body["return_url"] = gateway.Endpoint.NotifyUrl.AbsoluteUri;
        }

        return gateway.Merchant.PostAsync("/v1/identity-verifications", body);
    }

    /// <summary>The page that a person ends up on.</summary>
    private async Task<Uri> FollowAsync(string verifyUrl)
    {
        var address = new Uri(verifyUrl);
        while (true)
        {
            using var answer = await gateway.Client.GetAsync(address);
            if (answer.Headers.Location is not { } next)
            {
                return address;
            }

            address = new Uri(address, next);
        }
    }

    private async Task PressAsync(Uri page, params (string Name, string Value)[] fields)
    {
        using var answer = await gateway.Client.PostAsync(page, new FormUrlEncodedContent(
            fields.Select(static f => KeyValuePair.Create(f.Name, f.Value))));
        ((int)answer.StatusCode).ShouldBeLessThan(400);
        if (answer.Headers.Location is { } back)
        {
            using var returned = await gateway.Client.GetAsync(new Uri(page, back));
        }
    }

    private static PassageSearch Search()
        => new(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = Name,
            ["certificate"] = CertificateNo,
            ["card"] = CardNo,
            ["phone"] = Mobile,
            ["other phone"] = DeniedMobile,
        });
}
