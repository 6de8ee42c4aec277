using System.Net;
using System.Security.Cryptography;
using PayFunctions.Sdk;
using PayFunctions.Tests.Flows.World;

namespace PayFunctions.Tests.Flows.Stories;

[Collection(StoryGroup.Name)]
public sealed class RefusalTests(SharedWorld shared)
{
    [Fact]
    public async Task A_call_signed_with_another_key_is_refused()
    {
        var world = await shared.OpenAsync();
        using var stranger = RSA.Create(2048);
        var client = Client(world, o =>
            o.Signer = SigningKey.FromPem(stranger.ExportPkcs8PrivateKeyPem()));
        var request = world.Client.Order();

        var refused = await client.CreateAsync(request);

        refused.Problem.ShouldNotBeNull().Code.ShouldBe("SIGNATURE_INVALID");
        await NotThereAsync(world, request);
    }

    [Theory]
    [InlineData("nobody", "demo-shop-1", "APPLICATION_UNKNOWN")]
    [InlineData("demo-shop", "demo-shop-9", "KEY_UNKNOWN")]
    public async Task A_call_in_a_name_that_is_not_registered_is_refused(
        string appId, string keyId, string code)
    {
        var world = await shared.OpenAsync();
        var client = Client(world, o => (o.AppId, o.KeyId) = (appId, keyId));
        var request = world.Client.Order();

        var refused = await client.CreateAsync(request);

        refused.Problem.ShouldNotBeNull().Code.ShouldBe(code);
        await NotThereAsync(world, request);
    }

    [Fact]
    public async Task The_same_number_with_another_price_is_refused_and_the_first_stays()
    {
        var world = await shared.OpenAsync();
        var request = world.Client.Order();
        var created = await world.Client.CreateAsync(request);
        request.TotalFee = 1;

        var refused = await world.Client.Pay.CreateAsync(request);

        refused.Problem.ShouldNotBeNull().Code.ShouldBe("ORDER_CONTENT_DIFFERS");
        var order = await world.Client.QueryAsync(created.OutTradeNo);
        order.TransactionId.ShouldBe(created.TransactionId);
        order.TotalFee.ShouldBe(MerchantClient.Fen);
    }

    [Fact]
    public async Task A_pay_address_with_another_price_shows_a_page_and_makes_no_order()
    {
        var world = await shared.OpenAsync();
        var payer = new PayerBrowser(world.Http);
        var request = world.Client.Order();
        var cheaper = request.GetUrl().Replace(
            "total_fee=12345", "total_fee=1", StringComparison.Ordinal);

        var (status, page) = await payer.TryReadAsync(new Uri(cheaper));

        status.ShouldBe(HttpStatusCode.Unauthorized);
        page.ShouldContain("SIGNATURE_INVALID");
        await NotThereAsync(world, request);
    }

    [Fact]
    public async Task A_notification_nobody_sent_cannot_be_asked_about_or_sent_again()
    {
        var world = await shared.OpenAsync();

        var asked = await world.Client.Pay.QueryNotificationAsync(new NotifyQueryRequest("N1"));
        var sent = await world.Client.Pay.ResendNotificationAsync("N1");

        asked.Problem.ShouldNotBeNull().Code.ShouldBe("NOTIFICATION_NOT_FOUND");
        sent.Problem.ShouldNotBeNull().Code.ShouldBe("NOTIFICATION_NOT_FOUND");
    }

    private static async Task NotThereAsync(PayWorld world, PayRequest request)
    {
        var asked = await world.Client.Pay.QueryAsync(
            OrderQueryRequest.ByOutTradeNo(request.OutTradeNo!));
        asked.Problem.ShouldNotBeNull().Code.ShouldBe("ORDER_NOT_FOUND");
    }

    private static PayClient Client(PayWorld world, Action<PayOptions> change)
    {
        var known = world.Client.Options;
        var options = new PayOptions
        {
            AppId = known.AppId,
            KeyId = known.KeyId,
            Signer = known.Signer,
            Environment = known.Environment,
        };
        change(options);
        return new PayClient(world.Http, options);
    }
}
