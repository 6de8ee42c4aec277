using PayFunctions.Orders;
using PayFunctions.Tests.Flows.Host.Wire;

namespace PayFunctions.Tests.Flows.Host;

[Collection(GatewayHosts.Name)]
public sealed class BudgetTests(GatewayHost gateway)
{
    private const int StorageMax = 12;

    /// <summary>A payment that is made by one call and opened by another is read in between.
    /// </summary>
    private const int ReadBetween = 1;

    private const int Batches = 5;
    private const int VaultMax = 2;
    private const int ExecutionsMax = 4;
    private const int RefundStorageMax = 10;
    private const int RefundVaultMax = 2;

    [Theory]
    [InlineData(true, StorageMax)]
    [InlineData(false, StorageMax + ReadBetween)]
    public async Task A_payment_told_at_the_first_attempt_costs_no_more_than_its_budget(
        bool byUrl, int storageMax)
    {
        var name = byUrl ? "url" : "call";
        await PayAsync($"warm-up-{name}", byUrl);
        gateway.Wire.Clear();
        gateway.Executions.Clear();

        await PayAsync($"counted-{name}", byUrl);

        var names = gateway.Wire.Names;
        var vault = names.Count(static n => n.StartsWith("vault ", StringComparison.Ordinal));
        var breakdown = string.Join("\n", names.Concat(gateway.Executions));
        vault.ShouldBeLessThanOrEqualTo(VaultMax, breakdown);
        (names.Count - vault).ShouldBeLessThanOrEqualTo(storageMax, breakdown);
        names.Count(static n => n.StartsWith("tables PUT journal", StringComparison.Ordinal))
            .ShouldBe(1, "a place in the list\n" + breakdown);
        names.Count(static n => n == WireName.Commit).ShouldBe(
            Batches, "three moves, both journals, the record of the attempt\n" + breakdown);
        gateway.Executions.Count.ShouldBeLessThanOrEqualTo(ExecutionsMax, breakdown);
        names.ShouldContain("pump GET movements/messages", breakdown);
        names.ShouldContain("pump DELETE movements/messages/*", breakdown);
        gateway.Executions.ShouldContain("FollowMovement", breakdown);
        gateway.ShouldHaveToldNoSecret();
    }

    [Fact]
    public async Task A_refund_told_at_the_first_attempt_costs_no_more_than_its_budget()
    {
        await PayAsync("refund-warm-up");
        await RefundAsync("refund-warm-up");
        await PayAsync("refunded");
        gateway.Wire.Clear();

        await RefundAsync("refunded");

        var names = gateway.Wire.Names;
        var vault = names.Count(static n => n.StartsWith("vault ", StringComparison.Ordinal));
        var breakdown = string.Join("\n", names);
        vault.ShouldBeInRange(1, RefundVaultMax, breakdown);
        (names.Count - vault).ShouldBeLessThanOrEqualTo(RefundStorageMax, breakdown);
        names.ShouldContain("pump DELETE movements/messages/*", breakdown);
        gateway.ShouldHaveToldNoSecret();
    }

    private async Task RefundAsync(string outTradeNo)
    {
        gateway.Wire.Hold();
        var refund = await gateway.Merchant.RefundAsync(outTradeNo, $"R-{outTradeNo}", 234);
        refund.Status.ShouldBe(201, refund.Body.ToJsonString());
        refund["refund_state"].ShouldBe("SUCCESS");

        gateway.Wire.Release();
        await gateway.Endpoint.WhenToldAsync(outTradeNo);
        await gateway.Wire.WhenSettledAsync();
    }

    private async Task<string> CreateAsync(string outTradeNo)
    {
        var created = await gateway.Merchant.CreateAsync(outTradeNo);
        created.Status.ShouldBe(201, created.Body.ToJsonString());
        return created["pay_url"];
    }

    /// <summary>
    /// Created, opened, paid and told. The pump looks when the channel has its answer, as it does
    /// at all but the unluckiest moments; looks that find nothing are not counted.
    /// </summary>
    private async Task PayAsync(string outTradeNo, bool byUrl = true)
    {
        gateway.Wire.Hold();
        var url = byUrl ? gateway.Merchant.UrlOf(outTradeNo) : await CreateAsync(outTradeNo);
        var page = await gateway.Payer.OpenAsync(url);
        page.ShouldNotBeNull();
        await gateway.Payer.PayAsync(page, OrderId.Of(Merchant.AppId, outTradeNo).Value);
        await gateway.Wire.WhenSeenAsync(WireName.Commit, times: 3);

        gateway.Wire.Release();
        await gateway.Endpoint.WhenToldAsync(outTradeNo);
        await gateway.Wire.WhenSettledAsync();
    }
}
