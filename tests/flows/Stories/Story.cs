using PayFunctions.Sdk;
using PayFunctions.Tests.Flows.World;

namespace PayFunctions.Tests.Flows.Stories;

/// <summary>Passages that many stories share.</summary>
internal static class Story
{
    /// <summary>The number an order's first attempt has at Alipay.</summary>
    public static string NumberAtAlipay(CreatePaymentResponse created)
        => created.TransactionId + "01";

    /// <summary>Creates an order and pays it on Alipay's page.</summary>
    public static async Task<CreatePaymentResponse> PaidAsync(PayWorld world, PayRequest request)
    {
        var payer = new PayerBrowser(world.Http);
        var created = await world.Client.CreateAsync(request);
        await payer.PressAsync(await payer.ChooseAsync(created.PayUrl, "alipay_page"), "pay");
        return created;
    }

    /// <summary>The first notification about an order.</summary>
    public static Task<ReceivedNotice> FirstNoticeAsync(PayWorld world, string outTradeNo)
        => Patience.UntilAsync(
            $"the merchant hears of {outTradeNo}",
            () => world.Merchant.Of(outTradeNo) is [var first, ..] ? first : null);

    /// <summary>What a notification says; it must verify.</summary>
    public static async Task<PayNotification> VerifiedAsync(PayWorld world, ReceivedNotice notice)
    {
        var verification = await world.Client.Verifier.VerifyAsync(
            System.Text.Encoding.UTF8.GetBytes(notice.Body));
        verification.Verdict.ShouldBe(PayVerdict.Genuine);
        return verification.Response!;
    }

    /// <summary>A notification that was accepted.</summary>
    public static Task<NotifyQueryResponse> DeliveredAsync(PayWorld world, string notifyId)
        => Patience.UntilAsync($"{notifyId} is delivered", async () =>
            await world.Client.QueryNoticeAsync(notifyId)
                is { State: NotifyState.Delivered } delivered ? delivered : null);
}
