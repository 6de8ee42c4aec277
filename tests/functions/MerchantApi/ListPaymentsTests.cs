using System.Globalization;
using System.Text.Json.Nodes;
using PayFunctions.Payments;

namespace PayFunctions.Tests.MerchantApi;

public sealed class ListPaymentsTests
{
    private const string Whole = "from=2026-03-01T00:00:00Z&to=2026-03-08T00:00:00Z";

    private readonly TestGateway gateway = new();

    [Fact]
    public async Task Orders_come_by_the_time_they_were_created_over_midnight()
    {
        await CreateAsync(3, TimeSpan.FromHours(5));

        var answer = await ListAsync(Whole);

        Numbers(answer).ShouldBe(["N-0", "N-1", "N-2"]);
        answer["has_more"].ShouldBe("false");
    }

    [Fact]
    public async Task Pages_joined_by_their_cursors_are_the_whole_while_new_orders_arrive()
    {
        await CreateAsync(7, TimeSpan.FromSeconds(31));
        var seen = new List<string>();
        var cursor = "";
        do
        {
            var page = await ListAsync($"{Whole}&limit=3{cursor}");
            seen.AddRange(Numbers(page));
            cursor = $"&cursor={page["next_cursor"]}";
            if (seen.Count == 3)
            {
                await CreateAsync(2, TimeSpan.FromSeconds(31), "late");
            }

            if (page["has_more"] is "false")
            {
                break;
            }
        }
        while (seen.Count < 20);

        seen.ShouldBe(["N-0", "N-1", "N-2", "N-3", "N-4", "N-5", "N-6", "late-0", "late-1"]);
    }

    [Fact]
    public async Task A_cursor_that_reached_the_end_goes_on_later()
    {
        await CreateAsync(1, TimeSpan.FromMinutes(1));
        var end = await ListAsync(Whole);
        await CreateAsync(1, TimeSpan.FromMinutes(1), "later");

        var next = await ListAsync($"{Whole}&cursor={end["next_cursor"]}");

        Numbers(next).ShouldBe(["later-0"]);
    }

    [Fact]
    public async Task An_order_younger_than_thirty_seconds_is_not_listed_yet()
    {
        await CreateAsync(1, TimeSpan.Zero);
        var young = await ListAsync(Whole);
        gateway.Clock.Advance(ListPayments.Settle + TimeSpan.FromTicks(1));

        Numbers(young).ShouldBeEmpty();
        young["next_cursor"].ShouldBeNull();
        Numbers(await ListAsync(Whole)).ShouldBe(["N-0"]);
    }

    [Fact]
    public async Task The_filters_take_what_an_order_is_now()
    {
        await gateway.PayOrderAsync();
        await CreateAsync(1, TimeSpan.FromMinutes(1));

        Numbers(await ListAsync(Whole + "&trade_state=SUCCESS")).ShouldBe(["A-1"]);
        Numbers(await ListAsync(Whole + "&trade_state=NOTPAY")).ShouldBe(["N-0"]);
        Numbers(await ListAsync(Whole + "&channel=test")).ShouldBe(["A-1"]);
        Numbers(await ListAsync(Whole + "&channel=test_page")).ShouldBe(["A-1"]);
        Numbers(await ListAsync(Whole + "&channel=tes")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_application_sees_nothing()
    {
        await CreateAsync(1, TimeSpan.FromMinutes(1));

        var answer = await gateway.SendAsync(
            MerchantRequest.Get("/v1/payments?" + Whole) with { By = TestMerchant.Other });

        Numbers(answer).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_repeated_creation_is_listed_once()
    {
        await CreateAsync(1, TimeSpan.FromMinutes(1));
        await CreateAsync(1, TimeSpan.FromMinutes(1), status: 200);

        Numbers(await ListAsync(Whole)).ShouldBe(["N-0"]);
    }

    [Theory]
    [InlineData("from=2026-03-01T00:00:00Z", "PARAMETER_MISSING to")]
    [InlineData("to=2026-03-01T00:00:00Z", "PARAMETER_MISSING from")]
    [InlineData("from=2026-03-01&to=2026-03-02T00:00:00Z", "PARAMETER_INVALID from")]
    [InlineData("from=2026-03-02T00:00:00Z&to=2026-03-02T00:00:00Z", "PARAMETER_INVALID to")]
    [InlineData("from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:01Z", "PARAMETER_INVALID to")]
    [InlineData("from=0001-01-01T00:00:00Z&to=0001-01-02T00:00:00Z", "PARAMETER_INVALID from")]
    [InlineData("from=9999-12-31T00:00:00Z&to=9999-12-31T23:59:59Z", "PARAMETER_INVALID from")]
    [InlineData(Whole + "&limit=0", "PARAMETER_INVALID limit")]
    [InlineData(Whole + "&limit=101", "PARAMETER_INVALID limit")]
    [InlineData(Whole + "&cursor=x", "PARAMETER_INVALID cursor")]
    [InlineData(Whole + "&cursor=1-00000000000000000000000000", "PARAMETER_INVALID cursor")]
    [InlineData(Whole + "&trade_state=PAID", "PARAMETER_INVALID trade_state")]
    [InlineData(Whole + "&color=red", "PARAMETER_INVALID color")]
    [InlineData(Whole + "&limit=1&limit=2", "PARAMETER_DUPLICATED limit")]
    public async Task What_cannot_be_listed_is_refused_by_name(string query, string expected)
    {
        var answer = await ListAsync(query);

        answer.Status.ShouldBe(400);
        $"{answer.Code} {answer.Detail.Split(':')[0]}".ShouldBe(expected);
    }

    private Task<Answer> ListAsync(string query)
        => gateway.SendAsync(MerchantRequest.Get("/v1/payments?" + query));

    private async Task CreateAsync(
        int count, TimeSpan apart, string prefix = "N", int status = 201)
    {
        for (var i = 0; i < count; i++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"\"{prefix}-{i}\"");
            (await gateway.SendAsync(MerchantRequest.Create(
                PaymentBody.Json(("out_trade_no", number))))).Status.ShouldBe(status);
            gateway.Clock.Advance(apart);
        }
    }

    private static IEnumerable<string> Numbers(Answer answer)
        => answer.Json["payments"].ShouldBeOfType<JsonArray>()
            .Select(static p => p!["out_trade_no"]!.GetValue<string>());
}
