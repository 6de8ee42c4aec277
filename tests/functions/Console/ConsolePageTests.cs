using PayFunctions.Console;
using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Console;

public sealed class ConsolePageTests
{
    private readonly TestGateway gateway = new();

    [Fact]
    public async Task The_first_page_counts_the_day()
    {
        await gateway.PayOrderAsync();
        await gateway.CreateOrderAsync(("out_trade_no", "\"A-2\""));
        gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        var browser = await ConsoleBrowser.OfAsync(gateway);

        var page = await browser.GetAsync("/console");

        var text = ConsoleBrowser.Read(page);
        text.ShouldContain("<dt>Orders</dt><dd class=\"number\">2</dd>");
        text.ShouldContain("<dt>Payments</dt><dd class=\"number\">1</dd>");
        text.ShouldContain("<dt>Amount</dt><dd class=\"number\">¥1.00</dd>");
        text.ShouldContain("<title>19:00 — 1</title>");
        text.ShouldContain("100.0 %");
        text.ShouldNotContain("<script");
        text.ShouldNotContain("style=");
    }

    [Fact]
    public async Task It_speaks_Chinese_too()
    {
        var browser = await ConsoleBrowser.OfAsync(gateway);
        browser.Language = "zh-CN";

        var page = await browser.GetAsync("/console/days");

        ConsoleBrowser.Read(page).ShouldContain("对账单与结算");
        page.Headers.ContentLanguage.ToString().ShouldBe("zh-CN");
    }

    [Fact]
    public async Task Orders_are_listed_by_state_and_time_page_by_page()
    {
        for (var i = 0; i < ListOrders.PageSize + 1; i++)
        {
            await gateway.CreateOrderAsync(("out_trade_no", $"\"N-{i:D2}\""));
            gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await gateway.PayOrderAsync();
        gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        var browser = await ConsoleBrowser.OfAsync(gateway);

        var paid = await browser.GetAsync("/console/orders?state=SUCCESS");
        var first = await browser.GetAsync("/console/orders?state=NOTPAY");
        var second = await browser.GetAsync(NextOf(first));
        var other = await browser.GetAsync("/console/orders?from=2026-02-27&to=2026-02-28");
        var odd = await browser.GetAsync("/console/orders?from=soon&to=&state=x&cursor=y");

        paid.Text.ShouldContain(">A-1<");
        paid.Text.ShouldNotContain(">N-00<");
        first.Text.ShouldContain(">N-00<");
        first.Text.ShouldNotContain($">N-{ListOrders.PageSize}<");
        second.Text.ShouldContain($">N-{ListOrders.PageSize}<");
        second.Text.ShouldNotContain(">N-00<");
        second.Text.ShouldNotContain("id=\"next\"");
        other.Text.ShouldContain("There is nothing to show.");
        odd.Status.ShouldBe(200);
    }

    [Fact]
    public async Task Any_number_leads_to_its_order()
    {
        var order = await gateway.PayOrderAsync();
        await gateway.RefundAsync(("refund_fee", "30"));
        await gateway.Journal.WriteAsync(gateway.Orders.Posted, default);
        var browser = await ConsoleBrowser.OfAsync(gateway);
        string[] numbers =
        [
            order.Id.Value, $"{order.Id}01", $"{order.Id}R001", $"{order.Id}000003",
            "A-1", " A-1 ", "R-1", "T-1",
        ];

        foreach (var number in numbers)
        {
            var answer = await browser.GetAsync(
                $"/console/orders?number={Uri.EscapeDataString(number)}");

            answer.Headers.Location.ToString().ShouldBe($"/console/orders/{order.Id}", number);
        }

        foreach (var nothing in (string[])["A-9", new string('1', 65), "茶", "<b>", "%00"])
        {
            var answer = await browser.GetAsync(
                $"/console/orders?number={Uri.EscapeDataString(nothing)}");

            answer.Status.ShouldBe(404, nothing);
        }
    }

    [Fact]
    public async Task An_order_is_shown_with_everything_that_happened()
    {
        var order = await gateway.PayOrderAsync();
        await AnswerAsync(order, "no <b>such</b> page");
        await gateway.RefundAsync(("refund_fee", "30"));
        var browser = await ConsoleBrowser.OfAsync(gateway);

        var page = await browser.GetAsync($"/console/orders/{order.Id}");

        var text = ConsoleBrowser.Read(page);
        foreach (var expected in (string[])
            [
                "REFUND", "¥1.00", "Tea", $"{order.Id}01", "test_page", "T-1", "attempt_opened",
                "refund_requested", "channel_receivable:test/main +100, merchant_payable:shop -100",
                $"PAYMENT {order.Id}000003", "not_accepted", "404", "R-1", "¥0.30", "C-1",
            ])
        {
            text.ShouldContain(expected);
        }

        page.Text.ShouldContain("no &lt;b&gt;such&lt;/b&gt; page");
        page.Text.ShouldContain("id=\"amount\" inputmode=\"decimal\" value=\"0.70\"");
    }

    [Fact]
    public async Task A_hold_and_what_was_captured_of_it_lead_to_each_other()
    {
        var hold = await gateway.HoldAsync();
        await gateway.CaptureAsync(hold.Id);
        var capture = OrderId.Of("shop", "C-1");
        var browser = await ConsoleBrowser.OfAsync(gateway);

        var held = await browser.GetAsync($"/console/orders/{hold.Id}");
        var taken = await browser.GetAsync($"/console/orders/{capture}");

        held.Text.ShouldContain($"href=\"/console/orders/{capture}\"");
        held.Text.ShouldNotContain("id=\"refund\"");
        taken.Text.ShouldContain($"href=\"/console/orders/{hold.Id}\"");
    }

    [Fact]
    public async Task A_notification_is_sent_again_from_the_page_of_its_order()
    {
        var order = await gateway.PayOrderAsync();
        var browser = await ConsoleBrowser.OfAsync(gateway);
        var sends = gateway.Notices.Queue.Sends;

        var answer = await browser.PostAsync(
            $"/console/notifications/{order.Id}000003/resend");

        answer.Status.ShouldBe(303);
        gateway.Notices.Queue.Sends.ShouldBe(sends + 1);
        ConsoleBrowser.Read(await browser.GetAsync(answer.Headers.Location.ToString()))
            .ShouldContain("The notification will be sent again at once.");
    }

    [Fact]
    public async Task Days_show_their_statements_and_a_statement_opens_in_a_spreadsheet()
    {
        await gateway.PayOrderAsync();
        await gateway.Journal.WriteAsync(gateway.Orders.Posted, default);
        gateway.Clock.AdvanceTo(BeijingDay.StartOf(new DateOnly(2026, 3, 2)).AddHours(2));
        var browser = await ConsoleBrowser.OfAsync(gateway);

        var page = await browser.GetAsync("/console/days");
        var file = await browser.GetAsync("/console/statements/2026-03-01");
        var early = await browser.GetAsync("/console/statements/2026-03-02");
        var odd = await browser.GetAsync("/console/statements/yesterday");

        page.Text.ShouldContain("href=\"/console/statements/2026-03-01\"");
        page.Text.ShouldNotContain("/console/statements/2026-03-02");
        file.Bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        file.Text.ShouldContain("PAYMENT");
        file.Headers.ContentDisposition.ToString()
            .ShouldBe("attachment; filename=\"statement-2026-03-01.csv\"");
        early.Status.ShouldBe(404);
        odd.Status.ShouldBe(404);
    }

    [Fact]
    public async Task Every_page_is_locked_down_and_none_is_kept()
    {
        var order = await gateway.PayOrderAsync();
        var browser = await ConsoleBrowser.OfAsync(gateway);
        foreach (var path in (string[])
            [
                "/console", "/console/orders", $"/console/orders/{order.Id}", "/console/days",
                "/console/orders/nothing",
            ])
        {
            var page = await browser.GetAsync(path);

            page.Headers.ContentSecurityPolicy.ToString().ShouldBe(
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
                + "connect-src 'self'; form-action 'self'; base-uri 'none'; "
                + "frame-ancestors 'none'");
            page.Headers.CacheControl.ToString().ShouldBe("no-store");
            page.Headers["Referrer-Policy"].ToString().ShouldBe("no-referrer");
        }
    }

    [Fact]
    public async Task Trouble_of_the_storage_is_a_page()
    {
        var order = await gateway.PayOrderAsync();
        var browser = await ConsoleBrowser.OfAsync(gateway);
        gateway.OrderTrouble.IsDown = true;

        var page = await browser.GetAsync($"/console/orders/{order.Id}");

        page.Status.ShouldBe(503);
        ConsoleBrowser.Read(page).ShouldContain("We are busy right now");
    }

    private async Task AnswerAsync(Order order, string answer)
    {
        var stored = (await gateway.Orders.FindFileAsync(order.Id, default))!.Notices[0];
        await gateway.Orders.SaveAsync(
            stored.Notice with
            {
                Attempts =
                [
                    new NoticeAttempt(TestChannel.PaidAt, "not_accepted", 404, answer, 12),
                ],
            },
            stored.ETag, [], default);
    }

    private static string NextOf(Answer page)
    {
        var text = ConsoleBrowser.Read(page);
        var start = text.IndexOf("id=\"next\"", StringComparison.Ordinal);
        var href = text.IndexOf("href=\"", start, StringComparison.Ordinal) + "href=\"".Length;
        return text[href..text.IndexOf('"', href)];
    }
}
