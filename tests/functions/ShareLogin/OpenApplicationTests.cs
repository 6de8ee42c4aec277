using System.Net;
using System.Security.Cryptography;
using PayFunctions.MerchantApi;
using PayFunctions.Platform;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.ShareLogin;

public sealed class OpenApplicationTests
{
    private const string Door = "/login/test/main/shop";
    private const string Opening = "user=10001;token=T-1";

    private readonly TestGateway gateway = new(
        Shop() with { LoginUrl = "https://shop.example.com/in?from=wallet#top" },
        TestMerchant.Other.Registered,
        Shop() with { AppId = "off", Enabled = false, LoginUrl = "https://off.example.com/" },
        Shop() with
        {
            AppId = "far",
            LoginUrl = "https://far.example.com/",
            Accounts = Shop().Accounts.SetItem(TestChannel.ChannelName, [TestChannel.Second]),
        });

    [Fact]
    public async Task The_user_is_sent_on_with_what_the_gateway_signs_now()
    {
        var answer = await gateway.SendAsync("GET", $"{Door}?{Opening}");

        answer.Status.ShouldBe(302);
        answer.Headers.CacheControl.ToString().ShouldBe("no-store");
        answer.Headers["Referrer-Policy"].ToString().ShouldBe("no-referrer");
        var (fields, location) = Read(answer);
        location.ShouldStartWith("https://shop.example.com/in?from=wallet&purpose=login&");
        location.ShouldEndWith("#top");
        fields["app_id"].ShouldBe("shop");
        fields["channel"].ShouldBe("test");
        fields["account"].ShouldBe("main");
        fields["user_id"].ShouldBe("10001");
        fields["token"].ShouldBe("T-1");
        fields.ShouldNotContainKey("request_token");
        fields["timestamp"].ShouldBe($"{gateway.Clock.GetUtcNow().ToUnixTimeSeconds()}");
        fields["nonce"].Length.ShouldBe(43);
        (await IsSignedAsync(fields)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_post_is_taken_by_its_body_and_goes_on_by_get()
    {
        var answer = await gateway.SendAsync("POST", Door, Opening, "text/plain");

        answer.Status.ShouldBe(303);
        gateway.Wallet.Told.ShouldNotBeNull().Method.ShouldBe("POST");
        Read(answer).Fields["user_id"].ShouldBe("10001");
    }

    [Fact]
    public async Task What_the_wallet_said_is_taken_once()
    {
        var first = await gateway.SendAsync("GET", $"{Door}?{Opening}");
        gateway.Clock.Advance(TimeSpan.FromDays(400));
        var second = await gateway.SendAsync("GET", $"{Door}?{Opening}");
        var next = await gateway.SendAsync("GET", $"{Door}?user=10001;token=T-2");

        first.Status.ShouldBe(302);
        second.Status.ShouldBe(409);
        second.Text.ShouldContain("LOGIN_USED");
        second.Headers.Location.ShouldBeEmpty();
        next.Status.ShouldBe(302);
        Read(next).Fields["nonce"].ShouldNotBe(Read(first).Fields["nonce"]);
    }

    [Fact]
    public async Task Of_many_at_once_one_is_let_in()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            _ => gateway.SendAsync("GET", $"{Door}?{Opening}")));

        answers.Count(static a => a.Status == 302).ShouldBe(1);
        answers.Count(static a => a.Status == 409).ShouldBe(19);
    }

    [Fact]
    public async Task What_has_no_digest_is_taken_each_time()
    {
        for (var i = 0; i < 2; i++)
        {
            (await gateway.SendAsync("GET", $"{Door}?user=10001")).Status.ShouldBe(302);
        }

        gateway.Logins.Digests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_is_not_used_up_while_nothing_can_be_signed()
    {
        gateway.Keys.IsDown = true;
        var busy = await gateway.SendAsync("GET", $"{Door}?{Opening}");
        gateway.Keys.IsDown = false;
        gateway.Clock.Advance(TimeSpan.FromHours(1));
        var answer = await gateway.SendAsync("GET", $"{Door}?{Opening}");

        busy.Status.ShouldBe(503);
        answer.Status.ShouldBe(302);
    }

    [Theory]
    [InlineData("/login/test/main/nobody", 404, "LOGIN_UNKNOWN")]
    [InlineData("/login/test/main/no%20body", 404, "LOGIN_UNKNOWN")]
    [InlineData("/login/test/main/other", 404, "LOGIN_UNKNOWN")]
    [InlineData("/login/test/main/off", 404, "LOGIN_UNKNOWN")]
    [InlineData("/login/test/main/far", 404, "LOGIN_UNKNOWN")]
    [InlineData("/login/bare/main/shop", 404, "LOGIN_UNKNOWN")]
    [InlineData("/login/nowhere/main/shop", 404, "LOGIN_UNKNOWN")]
    public async Task An_application_that_is_not_opened_there_is_not_opened(
        string door, int status, string code)
    {
        var answer = await gateway.SendAsync("GET", $"{door}?{Opening}");

        answer.Status.ShouldBe(status);
        answer.Text.ShouldContain(code);
        answer.Headers.Location.ShouldBeEmpty();
        gateway.Logins.Digests.ShouldBeEmpty();
        gateway.Log.Lines.ShouldAllBe(l => !l.Contains("10001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_wallet_did_not_say_opens_nothing()
    {
        var answer = await gateway.SendAsync("GET", $"{Door}?token=T-1");
        var large = await gateway.SendAsync(
            "POST", Door, Opening + new string('x', 8 * 1024), "text/plain");
        var longer = await gateway.SendAsync(
            "GET", $"{Door}?{Opening}{new string('x', 8 * 1024)}");

        foreach (var refused in (Answer[])[answer, large, longer])
        {
            refused.Status.ShouldBe(400);
            refused.Text.ShouldContain("LOGIN_INVALID");
        }
    }

    [Fact]
    public async Task A_login_is_no_payment_and_a_payment_no_login()
    {
        var fields = Read(await gateway.SendAsync("GET", $"{Door}?{Opening}")).Fields;

        fields["purpose"].ShouldBe("login");
        fields.ShouldNotContainKey("out_trade_no");
        fields.ShouldNotContainKey("trade_state");
    }

    private static Application Shop() => TestMerchant.Shop.Registered;

    private static (Dictionary<string, string> Fields, string Location) Read(Answer answer)
    {
        var location = answer.Headers.Location.ToString();
        return (
            location.Split('?')[1].Split('#')[0].Split('&')
                .Select(static p => p.Split('=', 2))
                .ToDictionary(
                    static p => p[0], static p => WebUtility.UrlDecode(p[1]),
                    StringComparer.Ordinal),
            location);
    }

    /// <summary>By the keys that the gateway publishes, without the merchant's own parameter.
    /// </summary>
    private async Task<bool> IsSignedAsync(Dictionary<string, string> fields)
    {
        var jwk = (await gateway.SendAsync("GET", "/.well-known/jwks.json")).Json["keys"]![0]!;
        using var rsa = RSA.Create(new RSAParameters
        {
            Modulus = Bytes(jwk["n"]!.ToString()),
            Exponent = Bytes(jwk["e"]!.ToString()),
        });
        return rsa.VerifyData(
            ParameterSignature.BytesOf(fields.Where(static f => f.Key != "from")),
            Convert.FromBase64String(fields["sign"]), HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1);
    }

    private static byte[] Bytes(string text)
        => Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlDecode(text);
}
