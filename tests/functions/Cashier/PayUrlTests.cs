using System.Security.Cryptography;
using System.Text;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Cashier;

/// <summary>The URL that a merchant signs and a payer opens.</summary>
public sealed class PayUrlTests : IDisposable
{
    private static readonly RSA Merchant = RSA.Create(2048);

    private readonly CashierBench bench = new(CashierBench.Shop with
    {
        Keys =
        [
            new ApplicationKey(
                "m1", Convert.ToBase64String(Merchant.ExportSubjectPublicKeyInfo()), An.Noon),
        ],
    });

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task It_leads_to_the_cashier()
    {
        var answer = await PayAsync(Query());

        answer.Status.ShouldBe(302);
        answer.Headers.Location.ToString().ShouldBe(
            $"https://pay.example/cashier/{OrderId.Of("shop", "B-7")}");
    }

    [Fact]
    public async Task With_a_channel_it_leads_straight_there()
    {
        var answer = await PayAsync(Query(("channel", "alipay_wap")));
        var again = await PayAsync(Query(("channel", "alipay_wap")));

        answer.Status.ShouldBe(302);
        answer.Headers.Location.ToString().ShouldStartWith("https://openapi.channel.example/");
        answer.Headers["Referrer-Policy"].ToString().ShouldBe("no-referrer");
        again.Headers.Location.ShouldBe(answer.Headers.Location);
        bench.OrderNow.Id.ShouldBe(OrderId.Of("shop", "B-7"));
        bench.OrderNow.Attempts.ShouldHaveSingleItem().Product.ShouldBe("alipay_wap");
    }

    [Fact]
    public async Task With_a_channel_that_is_over_it_shows_what_became_of_it()
    {
        await PayAsync(Query(("channel", "alipay_wap")));
        bench.Clock.Advance(TimeSpan.FromHours(3));

        var page = await PayAsync(Query(("channel", "alipay_wap")));

        page.Status.ShouldBe(409);
        page.Headers.ContentType.ToString().ShouldStartWith("text/html");
    }

    [Theory]
    [InlineData("en", "This payment link is not valid any more.")]
    [InlineData("zh", "付款链接无效或已过期")]
    public async Task A_forged_one_is_a_page_for_the_payer(string accepted, string sentence)
    {
        var page = await PayAsync(
            Query().Replace("total_fee=100", "total_fee=1", StringComparison.Ordinal), accepted);

        page.Status.ShouldBe(401);
        page.Headers.ContentType.ToString().ShouldStartWith("text/html");
        page.Read.ShouldContain(sentence);
        page.Read.ShouldContain("SIGNATURE_INVALID");
        page.Read.ShouldContain(page.Headers["X-Request-Id"].ToString());
    }

    private Task<Answer> PayAsync(string query, string language = "en")
        => bench.AskAsync(r => bench.Functions.PayAsync(r, default), "/pay", language, query);

    private string Query(params (string Name, string Value)[] more)
    {
        List<KeyValuePair<string, string>> fields =
        [
            new("app_id", "shop"),
            new("out_trade_no", "B-7"),
            new("total_fee", "100"),
            new("subject", "Tea"),
            new("notify_url", "https://shop.example/notify"),
            new("timestamp", $"{bench.Clock.GetUtcNow().ToUnixTimeSeconds()}"),
            new("charset", "utf-8"),
            new("version", "1.0"),
            new("sign_type", "RSA2"),
            new("key_id", "m1"),
            .. more.Select(static m => KeyValuePair.Create(m.Name, m.Value)),
        ];
        var text = string.Join('&', fields
            .Where(static f => f.Key is not "sign_type")
            .OrderBy(static f => f.Key, StringComparer.Ordinal)
            .Select(static f => $"{f.Key}={f.Value}"));
        var sign = Merchant.SignData(
            Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        fields.Add(new("sign", Convert.ToBase64String(sign)));
        return "?" + FormText.Write(fields);
    }
}
