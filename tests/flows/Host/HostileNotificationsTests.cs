using System.Net;
using System.Text;

namespace PayFunctions.Tests.Flows.Host;

[Collection(GatewayHosts.Name)]
public sealed class HostileNotificationsTests(GatewayHost gateway)
{
    private const int CasesMin = 60;

    [Fact]
    public async Task No_hostile_notification_moves_an_order_and_the_genuine_one_still_does()
    {
        var (id, other) = (await OpenAsync("hostile"), await OpenAsync("bystander"));
        var before = await ETagsAsync(id, other);
        var cases = HostileNotifications.All(id, other, gateway.Keys).ToList();
        cases.Count.ShouldBeGreaterThanOrEqualTo(CasesMin);
        cases.Select(static c => c.Name).ShouldBeUnique();

        foreach (var hostile in cases)
        {
            var alarms = Alarms();
            var (status, answer) = await PostAsync(hostile);

            ((int)status).ShouldBeInRange(400, 499, hostile.Name);
            answer.ShouldNotContain("success", Case.Insensitive, hostile.Name);
            Alarms().ShouldBeGreaterThan(alarms, hostile.Name);
        }

        (await ETagsAsync(id, other)).ShouldBe(before);
        gateway.Endpoint.HeardOf("hostile").ShouldBeEmpty();
        var genuine = AlipayNotification.Paid(id).Signed(gateway.Keys.Alipay);
        (await PostAsync(new("genuine", genuine.Form()))).ShouldBe((HttpStatusCode.OK, "success"));
        await gateway.Endpoint.WhenToldAsync("hostile");
        await gateway.Wire.WhenSettledAsync();
        (await gateway.Merchant.QueryAsync(id))["trade_state"].ShouldBe("SUCCESS");
        gateway.ShouldHaveToldNoSecret();
    }

    private int Alarms() => gateway.Lines.CountOf("ALARM notification_");

    private async Task<string> OpenAsync(string outTradeNo)
    {
        var created = await gateway.Merchant.CreateAsync(outTradeNo);
        (await gateway.Payer.OpenAsync(created["pay_url"])).ShouldNotBeNull();
        return created["transaction_id"];
    }

    private async Task<string> ETagsAsync(string one, string other)
        => await OrderRows.ETagAsync(gateway.Storage, one)
            + await OrderRows.ETagAsync(gateway.Storage, other);

    private async Task<(HttpStatusCode Status, string Answer)> PostAsync(
        HostileNotification notification)
    {
        using var content = AlipayNotification.Content(notification.Body, notification.Type);
        using var response = await gateway.Client.PostAsync(
            new Uri($"/notify/alipay/{notification.Account}", UriKind.Relative), content);
        return (
            response.StatusCode,
            Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()));
    }
}
