using System.Globalization;
using PayFunctions.Platform;

namespace PayFunctions.Tests.MerchantApi;

public sealed class AuthorizationTests
{
    private readonly TestGateway gateway = new();

    [Theory]
    [InlineData("", "")]
    [InlineData("app_id=\"shop\",", "")]
    [InlineData("key_id=\"key-1\",", "")]
    [InlineData("nonce=\"nonce-01\",", "")]
    [InlineData("app_id=\"shop\",", "app_id=\"shop\",app_id=\"shop\",")]
    [InlineData("app_id=\"shop\",", "app_id=\"shop\",extra=\"1\",")]
    [InlineData("app_id=\"shop\",", "app_id=\"shop\",,")]
    [InlineData("app_id=\"shop\",", "app_id=\"shop\";")]
    [InlineData("app_id=\"shop\"", "app_id=shop")]
    [InlineData("app_id=\"shop\"", "app_id='shop'")]
    [InlineData("app_id=\"shop\"", "app_id=\"\"")]
    [InlineData("app_id=\"shop\"", "app_id = \"shop\"")]
    [InlineData("app_id=\"shop\"", "APP_ID=\"shop\"")]
    [InlineData("app_id=\"shop\"", "app_id=\"sh\\\"op\"")]
    [InlineData("app_id=\"shop\"", "app_id=\"sh/op\"")]
    [InlineData("app_id=\"shop\"", "app_id=\"店\"")]
    [InlineData("app_id=\"shop\"", "app_id=\"shop\n\"")]
    [InlineData("nonce=\"nonce-01\"", "nonce=\"nonce-01\n\"")]
    [InlineData("nonce=\"nonce-01\"", "nonce=\"nonce+01\"")]
    [InlineData("nonce=\"nonce-01\"", "nonce=\"seven77\"")]
    [InlineData("PAYFN-SHA256-RSA2048 ", "PAYFN-SHA256-RSA2048")]
    [InlineData("PAYFN-SHA256-RSA2048 ", "payfn-sha256-rsa2048 ")]
    [InlineData("PAYFN-SHA256-RSA2048 ", "Bearer ")]
    [InlineData("PAYFN-SHA256-RSA2048 ", "PAYFN-SHA256-RSA2048   ")]
    [InlineData("timestamp=\"", "timestamp=\"-")]
    [InlineData("timestamp=\"", "timestamp=\"+")]
    [InlineData("timestamp=\"", "timestamp=\" ")]
    [InlineData("timestamp=\"", "timestamp=\"1e")]
    [InlineData("timestamp=\"", "timestamp=\"99999999999")]
    [InlineData("timestamp=\"", "timestamp=\"٣")]
    [InlineData("signature=\"", "signature=\"!")]
    [InlineData("signature=\"", "signature=\"=")]
    [InlineData("signature=\"", "signature=\"A")]
    public async Task A_header_that_is_not_exactly_so_is_malformed(string honest, string put)
    {
        var request = MerchantRequest.Create(PaymentBody.Json());
        var header = request.Header(gateway.Clock.GetUtcNow());
        var changed = honest.Length == 0
            ? ""
            : header.Replace(honest, put, StringComparison.Ordinal);

        var answer = await gateway.SendAsync(request with { Authorization = [changed] });

        string.Equals(changed, header, StringComparison.Ordinal).ShouldBeFalse();
        answer.Code.ShouldBe("AUTHORIZATION_MALFORMED", changed);
        answer.Status.ShouldBe(401);
        gateway.Orders.Orders.ShouldBeEmpty();
        gateway.Applications.Reads.ShouldBe(0);
    }

    [Fact]
    public async Task No_header_is_missing_and_two_are_malformed()
    {
        var request = MerchantRequest.Create(PaymentBody.Json());
        var header = request.Header(gateway.Clock.GetUtcNow());

        var none = await gateway.SendAsync(request with { Authorization = [] });
        var two = await gateway.SendAsync(request with { Authorization = [header, header] });
        var huge = await gateway.SendAsync(request with
        {
            Authorization = [header + new string(' ', 2048)],
        });

        none.Code.ShouldBe("AUTHORIZATION_MISSING");
        two.Code.ShouldBe("AUTHORIZATION_MALFORMED");
        huge.Code.ShouldBe("AUTHORIZATION_MALFORMED");
    }

    [Fact]
    public async Task The_fields_may_stand_in_any_order_with_a_blank_between()
    {
        var request = MerchantRequest.Create(PaymentBody.Json());
        var header = request.Header(gateway.Clock.GetUtcNow());
        var fields = header[(header.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(',');

        var answer = await gateway.SendAsync(request with
        {
            Authorization = ["PAYFN-SHA256-RSA2048 " + string.Join(", ", fields.Reverse())],
        });

        answer.Status.ShouldBe(201);
    }

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public async Task A_nonce_has_8_to_64_characters(int length, bool isTaken)
    {
        var answer = await gateway.SendAsync(MerchantRequest.Create(PaymentBody.Json()) with
        {
            Nonce = new string('n', length),
        });

        answer.Code.ShouldBe(isTaken ? null : "AUTHORIZATION_MALFORMED");
    }

    [Theory]
    [InlineData(-301, false)]
    [InlineData(-300, true)]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public async Task A_timestamp_may_be_300_seconds_off(int seconds, bool isTaken)
    {
        var answer = await SendAtAsync(
            (gateway.Clock.GetUtcNow().ToUnixTimeSeconds() + seconds)
                .ToString(CultureInfo.InvariantCulture));

        answer.Code.ShouldBe(isTaken ? null : "TIMESTAMP_OUT_OF_RANGE");
    }

    [Theory]
    [InlineData("0", "TIMESTAMP_OUT_OF_RANGE")]
    [InlineData("9223372036854775807", "TIMESTAMP_OUT_OF_RANGE")]
    [InlineData("9223372036854775808", "AUTHORIZATION_MALFORMED")]
    [InlineData("1772366400000", "TIMESTAMP_OUT_OF_RANGE")]
    [InlineData("", "AUTHORIZATION_MALFORMED")]
    public async Task A_timestamp_far_off_overflows_nothing(string timestamp, string code)
    {
        var answer = await SendAtAsync(timestamp);

        answer.Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_signature_covers_method_target_timestamp_nonce_and_body()
    {
        var honest = MerchantRequest.Create(PaymentBody.Json());
        var now = gateway.Clock.GetUtcNow();
        var later = (now.ToUnixTimeSeconds() + 1).ToString(CultureInfo.InvariantCulture);
        var header = honest.Header(now);
        MerchantRequest[] tampered =
        [
            honest with { Body = [.. honest.Body, (byte)' '], Authorization = [header] },
            honest with { Target = "/v1/payments?", Authorization = [header] },
            MerchantRequest.Get("/v1/payments?out_trade_no=A-1") with
            {
                Authorization = [header],
            },
            honest with
            {
                Authorization = [header.Replace("nonce-01", "nonce-02", StringComparison.Ordinal)],
            },
            honest with { Timestamp = later, Signature = SignatureOf(header) },
            honest with { Signature = "" },
            honest with { Signature = "AAAA" },
            honest with { By = TestMerchant.Other, AppId = "shop" },
        ];

        foreach (var request in tampered)
        {
            (await gateway.SendAsync(request)).Code.ShouldBe("SIGNATURE_INVALID");
        }

        gateway.Orders.Orders.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_target_is_verified_as_it_was_sent_not_as_it_is_decoded()
    {
        await gateway.CreateOrderAsync();

        var answer = await gateway.SendAsync(
            MerchantRequest.Get("/v1/payments?out%5Ftrade%5Fno=%41-1"));

        answer.Status.ShouldBe(200);
        answer["out_trade_no"].ShouldBe("A-1");
    }

    [Fact]
    public async Task Either_of_two_keys_signs()
    {
        var second = new TestMerchant("shop");
        var rotating = new TestGateway(TestMerchant.Shop.Registered with
        {
            Keys =
            [
                .. TestMerchant.Shop.Registered.Keys,
                new ApplicationKey("key-2", second.PublicKey, DateTimeOffset.UnixEpoch),
            ],
        });

        var byOld = await rotating.SendAsync(MerchantRequest.Create(PaymentBody.Json()));
        var byNew = await rotating.SendAsync(
            MerchantRequest.Create(PaymentBody.Json()) with { By = second, KeyId = "key-2" });
        var crossed = await rotating.SendAsync(
            MerchantRequest.Create(PaymentBody.Json()) with { By = second });

        byOld.Status.ShouldBe(201);
        byNew.Status.ShouldBe(200);
        crossed.Code.ShouldBe("SIGNATURE_INVALID");
    }

    private Task<Answer> SendAtAsync(string timestamp)
        => gateway.SendAsync(
            MerchantRequest.Create(PaymentBody.Json()) with { Timestamp = timestamp });

    private static string SignatureOf(string header)
        => header.Split("signature=\"")[1].TrimEnd('"');
}
