using PayFunctions.Orders;
using PayFunctions.Tests.Docs;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Console;

/// <summary>Every route of the console, as its functions declare them: a new one is tested too.
/// </summary>
public sealed class ConsoleIsolationTests
{
    private const string SignIn = "/console/sign-in";
    private const string SignOut = "/console/sign-out";
    private const string Secret = "Shops-own-tea";

    private readonly TestGateway gateway = new();

    public static TheoryData<string, string> Routes =>
    [
        .. HttpRoute.All
            .Where(static r => r.Path.StartsWith("/console", StringComparison.Ordinal))
            .SelectMany(static r => r.Methods.Select(m => (m, r.Path))),
    ];

    [Fact]
    public void The_routes_are_found()
        => Routes.Count.ShouldBeGreaterThanOrEqualTo(9);

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Nobody_sees_anything_who_is_not_signed_in(string method, string path)
    {
        var order = await ShopAsync();
        foreach (var cookie in (string?[])[null, "", "guess", new string('a', 43), "a; b=c"])
        {
            var browser = new ConsoleBrowser(gateway) { Cookie = cookie };
            foreach (var target in Targets(path, order))
            {
                var answer = await browser.SendAsync(method, target, "csrf=guess");

                answer.Status.ShouldBe(401, target);
                ShouldTellNothing(answer, target);
            }
        }

        await ShouldBeAsItWasAsync(order);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Nobody_sees_another_applications_data_under_any_number(
        string method, string path)
    {
        var order = await ShopAsync();
        var browser = await ConsoleBrowser.OfAsync(gateway, TestMerchant.Other);
        var token = await browser.TokenAsync();
        foreach (var target in Targets(path, order))
        {
            var answer = await browser.SendAsync(
                method, target,
                $"csrf={token}&out_request_no=console-1&amount=0.10&confirm=yes");

            ShouldTellNothing(answer, target);
            if (path.Contains("_id}", StringComparison.Ordinal)
                || target.Contains("?number=", StringComparison.Ordinal))
            {
                answer.Status.ShouldBe(path is SignIn or SignOut ? answer.Status : 404, target);
            }

            if (path is SignOut)
            {
                return;
            }
        }

        await ShouldBeAsItWasAsync(order);
    }

    /// <summary>The route with each of the shop's numbers, and crafted ones, in every place.
    /// </summary>
    private static IEnumerable<string> Targets(string path, Order order)
    {
        string[] numbers =
        [
            order.Id.Value, $"{order.Id}01", $"{order.Id}R001", $"{order.Id}000003",
            $"{order.Id}000005", "A-1", "R-1", "T-1", "C-1", "2026-03-01", "..%2Forders",
            $"{order.Id}%01", $"%20{order.Id}", "shop", "*", "%27%20or%20%271",
        ];
        foreach (var number in path.Contains('{', StringComparison.Ordinal) ? numbers : [""])
        {
            var open = path.IndexOf('{', StringComparison.Ordinal);
            var target = open < 0
                ? path
                : path[..open] + number + path[(path.IndexOf('}', StringComparison.Ordinal) + 1)..];
            yield return target;
            yield return target + "?app_id=shop&from=2026-03-01&to=2026-03-02";
        }

        if (path is not "/console/orders")
        {
            yield break;
        }

        foreach (var number in numbers)
        {
            yield return $"{path}?number={number}";
            yield return $"{path}?cursor={order.CreatedAt.UtcTicks - 1}-{order.Id}&number=";
        }
    }

    private static void ShouldTellNothing(Answer answer, string target)
    {
        answer.Text.ShouldNotContain(Secret, Case.Sensitive, target);
        answer.Text.ShouldNotContain("T-1", Case.Sensitive, target);
        answer.Text.ShouldNotContain("The shop", Case.Sensitive, target);
        answer.Headers.Location.ToString().ShouldBeEmpty(target);
    }

    private async Task ShouldBeAsItWasAsync(Order before)
    {
        var after = await gateway.OrderAsync(before.Id);
        after.Version.ShouldBe(before.Version);
        gateway.Channel.Refunds.Count.ShouldBe(1);
        gateway.Notices.Queue.Sends.ShouldBe(0);
    }

    private async Task<Order> ShopAsync()
    {
        await gateway.CreateOrderAsync(("subject", $"\"{Secret}\""));
        var id = gateway.Orders.Orders[^1].Id;
        (await gateway.SendAsync("POST", $"/cashier/{id}/{TestChannel.Product}"))
            .Status.ShouldBe(303);
        (await gateway.NotifyAsync($"paid {id}01 100 T-1")).Status.ShouldBe(200);
        await gateway.RefundAsync(("refund_fee", "30"));
        await gateway.Journal.WriteAsync(gateway.Orders.Posted, default);
        gateway.Clock.AdvanceTo(BeijingDay.StartOf(new DateOnly(2026, 3, 2)).AddHours(2));
        return await gateway.OrderAsync(id);
    }
}
