using PayFunctions.Console;
using PayFunctions.Orders;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Console;

public sealed class ConsoleRefundTests
{
    private readonly TestGateway gateway = new();

    [Fact]
    public async Task It_asks_once_more_before_money_moves()
    {
        var (browser, order, number) = await OpenAsync();

        var asked = await browser.PostAsync(
            RefundOrder.PathOf(order.Id), Form(number, "0.40", reason: "late <tea>"));

        asked.Status.ShouldBe(200);
        ConsoleBrowser.Read(asked).ShouldContain("Refund this amount?");
        ConsoleBrowser.Read(asked).ShouldContain("¥0.40");
        asked.Text.ShouldContain("late &lt;tea&gt;");
        gateway.Channel.Refunds.ShouldBeEmpty();
        (await gateway.OrderAsync(order.Id)).Refunds.ShouldBeEmpty();
    }

    [Fact]
    public async Task Confirmed_twice_by_the_same_page_it_is_one_refund()
    {
        var (browser, order, number) = await OpenAsync();
        var asked = await browser.PostAsync(
            RefundOrder.PathOf(order.Id), Form(number, "0.4", reason: "late"));
        (string, string)[] form =
        [
            .. ((string[])["csrf", "out_request_no", "amount", "reason", "confirm"])
                .Select(name => (name, ConsoleBrowser.Field(
                    asked.Text[asked.Text.IndexOf("/refund", StringComparison.Ordinal)..],
                    name))),
        ];

        var first = await browser.PostAsync(RefundOrder.PathOf(order.Id), form);
        var second = await browser.PostAsync(RefundOrder.PathOf(order.Id), form);

        first.Status.ShouldBe(303);
        second.Status.ShouldBe(303);
        first.Headers.Location.ToString().ShouldBe($"/console/orders/{order.Id}?said=refund");
        gateway.Channel.Refunds.Count.ShouldBe(1);
        var refund = (await gateway.OrderAsync(order.Id)).Refunds.ShouldHaveSingleItem();
        refund.Total.Fen.ShouldBe(40);
        refund.OutRequestNo.ShouldBe(number);
        refund.Reason.ShouldBe("late");
        refund.State.ShouldBe(RefundState.Succeeded);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.00")]
    [InlineData("-1")]
    [InlineData("0.001")]
    [InlineData("1e1")]
    [InlineData("")]
    [InlineData("1,00")]
    public async Task An_amount_that_is_none_is_asked_for_again(string amount)
    {
        var (browser, order, number) = await OpenAsync();

        var answer = await browser.PostAsync(
            RefundOrder.PathOf(order.Id), Form(number, amount, confirm: true));

        answer.Status.ShouldBe(400);
        ConsoleBrowser.Read(answer).ShouldContain("Write an amount in yuan");
        (await gateway.OrderAsync(order.Id)).Refunds.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_rules_refuse_is_said_by_its_code_and_moves_nothing()
    {
        var (browser, order, number) = await OpenAsync();

        var answer = await browser.PostAsync(
            RefundOrder.PathOf(order.Id), Form(number, "1.01", confirm: true));

        answer.Status.ShouldBe(409);
        ConsoleBrowser.Read(answer).ShouldContain("REFUND_EXCEEDS_PAYMENT");
        (await gateway.OrderAsync(order.Id)).Refunds.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("R-1")]
    [InlineData("console-茶")]
    [InlineData("")]
    public async Task A_number_that_this_page_did_not_make_is_refused(string number)
    {
        var (browser, order, _) = await OpenAsync();

        var answer = await browser.PostAsync(
            RefundOrder.PathOf(order.Id), Form(number, "0.10", confirm: true));

        answer.Status.ShouldBe(400);
        (await gateway.OrderAsync(order.Id)).Refunds.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("csrf=")]
    [InlineData("csrf=wrong")]
    [InlineData("other=1")]
    [InlineData("csrf={token}&csrf={token}")]
    public async Task A_form_without_the_sessions_token_does_nothing(string body)
    {
        var (browser, order, number) = await OpenAsync();
        var token = await browser.TokenAsync();
        var rest = $"&out_request_no={number}&amount=0.10&confirm=yes";

        var answer = await browser.SendAsync(
            "POST", RefundOrder.PathOf(order.Id),
            body.Replace("{token}", token, StringComparison.Ordinal) + rest);

        answer.Status.ShouldBe(403);
        (await gateway.OrderAsync(order.Id)).Refunds.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_token_of_another_session_is_no_token()
    {
        var (browser, order, number) = await OpenAsync();
        var other = await (await ConsoleBrowser.OfAsync(gateway)).TokenAsync();

        var answer = await browser.PostAsync(
            RefundOrder.PathOf(order.Id),
            [.. Form(number, "0.10", confirm: true), (ConsoleForm.Token, other)]);

        answer.Status.ShouldBe(403);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task Only_a_form_is_a_form(string contentType)
    {
        var (browser, order, number) = await OpenAsync();
        var token = await browser.TokenAsync();

        var answer = await browser.SendAsync(
            "POST", RefundOrder.PathOf(order.Id),
            $"csrf={token}&out_request_no={number}&amount=0.10&confirm=yes", contentType);

        answer.Status.ShouldBe(403);
        (await gateway.OrderAsync(order.Id)).Refunds.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_that_is_too_long_is_not_read()
    {
        var (browser, order, _) = await OpenAsync();
        var token = await browser.TokenAsync();

        var answer = await browser.SendAsync(
            "POST", RefundOrder.PathOf(order.Id),
            $"csrf={token}&reason={new string('a', ConsoleForm.MaxBytes)}");

        answer.Status.ShouldBe(403);
    }

    private static (string Name, string Value)[] Form(
        string number, string amount, string reason = "", bool confirm = false) =>
    [
        ("out_request_no", number),
        ("amount", amount),
        ("reason", reason),
        ("confirm", confirm ? "yes" : ""),
    ];

    private async Task<(ConsoleBrowser Browser, Order Order, string Number)> OpenAsync()
    {
        var order = await gateway.PayOrderAsync();
        var browser = await ConsoleBrowser.OfAsync(gateway);
        var page = await browser.GetAsync(ShowOrder.PathOf(order.Id));
        var number = ConsoleBrowser.Field(page.Text, "out_request_no");
        number.ShouldMatch("^console-[A-Za-z0-9_-]{24}$");
        return (browser, order, number);
    }
}
