using System.Net;

namespace PayFunctions.Tests.Flows.Host;

[Collection(GatewayHosts.Name)]
public sealed class DuplicatesTests(GatewayHost gateway)
{
    private const int Copies = 200;
    private const int RepeatsMax = 50;

    [Fact]
    public async Task Two_hundred_equal_notifications_at_once_move_the_order_once()
    {
        var alarms = gateway.Lines.CountOf("ALARM");
        var created = await gateway.Merchant.CreateAsync("duplicates");
        var id = created["transaction_id"];
        (await gateway.Payer.OpenAsync(created["pay_url"])).ShouldNotBeNull();
        var form = AlipayNotification.Paid(id).Signed(gateway.Keys.Alipay).Form();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, Copies).Select(_ => NotifyUntilAcceptedAsync(form)));
        await gateway.Endpoint.WhenToldAsync("duplicates");
        await gateway.Wire.WhenSettledAsync();

        answers.ShouldAllBe(static answer => answer == "success");
        var order = await gateway.Merchant.QueryAsync(id);
        order["trade_state"].ShouldBe("SUCCESS");
        order["order_version"].ShouldBe("3");
        order.Body.ContainsKey("refunds").ShouldBeFalse();
        gateway.Endpoint.HeardOf("duplicates").Distinct(StringComparer.Ordinal)
            .ShouldBe([id + "000003"]);
        var rows = await OrderRows.KeysAsync(gateway.Storage, id);
        rows.Where(static key => key.StartsWith("notice:", StringComparison.Ordinal))
            .ShouldBe([$"notice:{id}000003"]);
        rows.Count(static key => key.StartsWith("event:", StringComparison.Ordinal)).ShouldBe(3);
        gateway.Lines.CountOf("ALARM").ShouldBe(alarms);
        gateway.ShouldHaveToldNoSecret();
    }

    /// <summary>As the channel does: 503 and <c>fail</c> make it send again.</summary>
    private async Task<string> NotifyUntilAcceptedAsync(string form)
    {
        for (var i = 0; i < RepeatsMax; i++)
        {
            using var content = AlipayNotification.Content(form);
            using var response = await gateway.Client.PostAsync(
                new Uri("/notify/alipay/main", UriKind.Relative), content);
            var answer = await response.Content.ReadAsStringAsync();
            if (response.StatusCode != HttpStatusCode.ServiceUnavailable)
            {
                return answer;
            }

            answer.ShouldBe("fail");
        }

        return $"nothing but fail, {RepeatsMax} times";
    }
}
