using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Batches;

public sealed class DebitBatchTests
{
    private const string Route = "/v1/debit-batches";
    private const int Agreements = 30;

    private readonly TestGateway gateway = new();

    [Fact]
    public async Task Every_row_is_debited_once_and_the_batch_says_what_it_came_to()
    {
        await SignAsync(Agreements);

        var taken = await SendAsync(Body("B-1", Rows(Agreements)));
        await FollowAsync();

        taken.Status.ShouldBe(201, taken.Text);
        (taken["batch_state"], taken["rows"], taken["total_fee"]).ShouldBe(
            ("CHECKING", "30", "300"));
        var batch = await ShowAsync("B-1");
        (batch["batch_state"], batch["succeeded"], batch["succeeded_fee"], batch["failed"])
            .ShouldBe(("DONE", "30", "300", "0"));
        gateway.Channel.Debits.Count.ShouldBe(Agreements);
        Signed().ShouldAllBe(static o => o.Debited.Fen == 10);
        var rows = await gateway.SendAsync(MerchantRequest.Get($"{Route}/B-1/rows"));
        rows.Text.ShouldContain(
            "{\"row\":1,\"agreement_id\":\"" + AgreementId(0)
            + "\",\"out_trade_no\":\"D-0\",\"total_fee\":10,\"outcome\":\"SUCCESS\"}");
    }

    [Fact]
    public async Task The_same_rows_again_are_the_same_batch_and_other_rows_are_refused()
    {
        await SignAsync(2);
        await SendAsync(Body("B-1", Rows(2)));
        await FollowAsync();

        var again = await SendAsync(Body("B-1", Rows(2)));
        var other = await SendAsync(Body("B-1", Rows(1)));
        await FollowAsync();

        again.Status.ShouldBe(200);
        again["batch_state"].ShouldBe("DONE");
        other.Code.ShouldBe("BATCH_CONTENT_DIFFERS");
        gateway.Channel.Debits.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_batch_of_refunds_may_have_the_same_number()
    {
        await SignAsync(1);
        await SendAsync(Body("B-1", Rows(1)));
        await FollowAsync();

        (await gateway.SendAsync(MerchantRequest.Get("/v1/refund-batches/B-1"))).Code
            .ShouldBe("BATCH_NOT_FOUND");
        var refunds = await gateway.SendAsync(MerchantRequest.Post(
            "/v1/refund-batches",
            "{\"batch_no\":\"B-1\",\"rows\":[{\"out_request_no\":\"R-1\","
            + "\"out_trade_no\":\"D-0\",\"refund_fee\":4}]}"));
        await FollowAsync();

        refunds.Status.ShouldBe(201, refunds.Text);
        (await gateway.SendAsync(MerchantRequest.Get("/v1/refund-batches/B-1")))["succeeded"]
            .ShouldBe("1");
        (await ShowAsync("B-1"))["succeeded"].ShouldBe("1");
    }

    [Theory]
    [InlineData("\"out_agreement_no\":\"nobody\",\"total_fee\":10", "AGREEMENT_NOT_FOUND")]
    [InlineData("\"out_agreement_no\":\"G-28\",\"total_fee\":101", "EXCEEDS_AGREEMENT")]
    [InlineData("\"out_agreement_no\":\"G-0\",\"total_fee\":100", null)]
    [InlineData("\"out_agreement_no\":\"G-0\",\"total_fee\":95", null)]
    [InlineData("\"out_agreement_no\":\"G-ended\",\"total_fee\":1", "AGREEMENT_NOT_ACTIVE")]
    public async Task Nothing_moves_when_one_row_cannot(string members, string? code)
    {
        await SignAsync(Agreements);
        await EndAsync("G-ended");
        var rows = Rows(Agreements);
        rows[28] = (JsonObject)JsonNode.Parse(
            $"{{\"out_trade_no\":\"D-x\",\"subject\":\"Tea\",{members}}}")!;

        await SendAsync(Body("B-1", rows));
        await FollowAsync();

        var batch = await ShowAsync("B-1");
        if (code is null)
        {
            batch["batch_state"].ShouldBe("DONE", batch.Text);
            return;
        }

        (batch["batch_state"], batch["wrong_row"], batch["wrong_code"]).ShouldBe(
            ("REFUSED", "29", code));
        gateway.Channel.Debits.ShouldBeEmpty();
        Signed().ShouldAllBe(static o => o.Captures.IsEmpty);
    }

    [Fact]
    public async Task Rows_before_count_against_the_limits_of_their_agreement()
    {
        await SignAsync(1);

        // 100 at once, 150 in all.
        await SendAsync(Body("B-1", [Row(0, 100, 0), Row(0, 50, 1), Row(0, 1, 2)]));
        await FollowAsync();

        var batch = await ShowAsync("B-1");
        (batch["batch_state"], batch["wrong_row"], batch["wrong_code"]).ShouldBe(
            ("REFUSED", "3", "EXCEEDS_AGREEMENT"));
        gateway.Channel.Debits.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_of_another_order_refuses_the_batch()
    {
        await SignAsync(2);
        await gateway.CreateOrderAsync(("out_trade_no", "\"D-1\""));

        await SendAsync(Body("B-1", Rows(2)));
        await FollowAsync();

        var batch = await ShowAsync("B-1");
        (batch["wrong_row"], batch["wrong_code"]).ShouldBe(("2", "ORDER_CONTENT_DIFFERS"));
        gateway.Channel.Debits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Debits_whose_end_is_not_known_are_looked_for_until_it_is()
    {
        await SignAsync(2);
        gateway.Channel.Debiting = new Unknown("silence");
        await SendAsync(Body("B-1", Rows(2)));
        await FollowAsync(TimeSpan.FromMinutes(2));
        var waiting = await ShowAsync("B-1");

        var commit = gateway.Get<PayFunctions.Movements.OrderCommit>();
        await commit.ApplyAsync(
            OrderId.Of("shop", "D-0"),
            new Succeed(1, "main", Money.OfFen(10), "DT", gateway.Clock.GetUtcNow()), default);
        await commit.ApplyAsync(OrderId.Of("shop", "D-1"), new Decline(1, "main"), default);
        await FollowAsync(TimeSpan.FromHours(1));

        (waiting["batch_state"], waiting["processing"]).ShouldBe(("SETTLING", "2"));
        var batch = await ShowAsync("B-1");
        (batch["batch_state"], batch["succeeded"], batch["failed"]).ShouldBe(
            ("DONE", "1", "1"));
    }

    [Fact]
    public async Task A_row_that_lost_its_agreement_meanwhile_is_refused_and_the_others_go_on()
    {
        await SignAsync(2);
        await SendAsync(Body("B-1", Rows(2)));
        await StepAsync();
        await gateway.UnsignAsync(AgreementId(0));
        await FollowAsync();

        var batch = await ShowAsync("B-1");
        (batch["batch_state"], batch["succeeded"], batch["failed"]).ShouldBe(
            ("DONE", "1", "1"));
        (await gateway.SendAsync(MerchantRequest.Get($"{Route}/B-1/rows"))).Text.ShouldContain(
            "\"outcome\":\"REFUSED\",\"failure\":\"AGREEMENT_NOT_ACTIVE\"");
    }

    [Fact]
    public async Task A_process_that_dies_at_any_write_neither_loses_nor_doubles_a_debit()
    {
        for (var crash = 1; ; crash++)
        {
            var world = new DebitBatchTests();
            await world.SignAsync(Agreements);
            var left = crash;
            var crashed = false;
            void Die()
            {
                if (--left == 0)
                {
                    crashed = true;
                    throw new NotSupportedException("The process dies.");
                }
            }

            world.gateway.Batches.BeforeWrite = Die;
            world.gateway.BatchQueue.BeforeSend = Die;
            var body = Body("B-1", Rows(Agreements));
            try
            {
                await world.SendAsync(body);
            }
            catch (NotSupportedException)
            {
                (await world.SendAsync(body)).Status.ShouldBeOneOf(200, 201);
            }

            await world.FollowAsync();

            var batch = await world.ShowAsync("B-1");
            (batch["batch_state"], batch["succeeded"]).ShouldBe(("DONE", "30"), $"crash {crash}");
            world.gateway.Channel.Debits.Count.ShouldBe(Agreements, $"crash {crash}");
            if (!crashed)
            {
                crash.ShouldBeGreaterThan(8, "else nothing was tried");
                return;
            }
        }
    }

    [Fact]
    public async Task A_file_of_rows_is_the_same_as_their_JSON()
    {
        await SignAsync(2);
        await SendAsync(Body("B-1", Rows(2)));

        var csv = await gateway.SendAsync(new MerchantRequest("POST", $"{Route}?batch_no=B-1")
        {
            Body = Encoding.UTF8.GetBytes(
                "out_trade_no,out_agreement_no,total_fee,subject\r\nD-0,G-0,10,Tea\r\n"
                + "D-1,G-1,10,Tea\r\n"),
            ContentType = "text/csv",
        });

        csv.Status.ShouldBe(200, csv.Text);
    }

    [Theory]
    [InlineData("{}", "PARAMETER_MISSING row 1 out_trade_no")]
    [InlineData("{\"out_trade_no\":\"D\"}", "PARAMETER_MISSING row 1 total_fee")]
    [InlineData(
        "{\"out_trade_no\":\"D\",\"total_fee\":1}", "PARAMETER_MISSING row 1 subject")]
    [InlineData(
        "{\"out_trade_no\":\"D\",\"total_fee\":1,\"subject\":\"a\"}",
        "PARAMETER_MISSING row 1 agreement_id or out_agreement_no")]
    [InlineData(
        "{\"out_trade_no\":\"D\",\"total_fee\":0,\"subject\":\"a\","
            + "\"out_agreement_no\":\"G\"}",
        "AMOUNT_INVALID row 1 total_fee")]
    [InlineData(
        "{\"out_trade_no\":\"D\",\"total_fee\":1,\"subject\":\"a=b\","
            + "\"out_agreement_no\":\"G\"}",
        "PARAMETER_INVALID row 1 subject")]
    [InlineData(
        "{\"out_trade_no\":\"D\",\"total_fee\":1,\"subject\":\"a\","
            + "\"agreement_id\":\"G\"}",
        "AGREEMENT_NOT_FOUND row 1")]
    [InlineData("{\"refund_fee\":1}", "BODY_MALFORMED row 1")]
    public async Task A_row_that_makes_no_sense_refuses_all(string row, string expected)
    {
        var answer = await SendAsync($"{{\"batch_no\":\"B\",\"rows\":[{row}]}}");

        $"{answer.Code} {answer.Detail.Split(':')[0]}".ShouldStartWith(expected);
    }

    private static string Body(string number, IEnumerable<JsonObject> rows)
        => new JsonObject
        {
            ["batch_no"] = number,
            ["rows"] = new JsonArray([.. rows]),
        }.ToJsonString();

    private static JsonObject[] Rows(int count)
        => [.. Enumerable.Range(0, count).Select(static i => Row(i, 10, i))];

    private static JsonObject Row(int agreement, long fen, int number) => new()
    {
        ["out_trade_no"] = string.Create(CultureInfo.InvariantCulture, $"D-{number}"),
        ["out_agreement_no"] = string.Create(CultureInfo.InvariantCulture, $"G-{agreement}"),
        ["total_fee"] = fen,
        ["subject"] = "Tea",
    };

    private static OrderId AgreementId(int agreement)
        => OrderId.Of(
            "shop", string.Create(CultureInfo.InvariantCulture, $"G-{agreement}"));

    private IEnumerable<Order> Signed()
        => gateway.Orders.Orders.Where(static o => o.Terms.Agreement is not null);

    private Task<Answer> SendAsync(string body)
        => gateway.SendAsync(MerchantRequest.Post(Route, body));

    private Task<Answer> ShowAsync(string number)
        => gateway.SendAsync(MerchantRequest.Get($"{Route}/{number}"));

    private async Task SignAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await gateway.SignAsync((
                "out_agreement_no",
                string.Create(CultureInfo.InvariantCulture, $"\"G-{i}\"")));
        }
    }

    private async Task EndAsync(string number)
    {
        var agreement = await gateway.SignAsync(("out_agreement_no", $"\"{number}\""));
        (await gateway.UnsignAsync(agreement.Id)).Status.ShouldBe(200);
    }

    private Task FollowAsync(TimeSpan? time = null) => gateway.FollowBatchesAsync(time);

    private Task StepAsync() => gateway.StepBatchAsync();
}
