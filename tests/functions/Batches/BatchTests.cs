using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PayFunctions.Batches;
using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Batches;

public sealed class BatchTests
{
    private const string Route = "/v1/refund-batches";
    private const int Orders = 60;

    private readonly TestGateway gateway = new();

    [Fact]
    public async Task Every_row_is_refunded_once_and_the_batch_says_what_it_came_to()
    {
        await PayAsync(Orders);

        var taken = await SendAsync(Body("B-1", Rows(Orders)));
        await FollowAsync();

        taken.Status.ShouldBe(201, taken.Text);
        (taken["batch_state"], taken["rows"], taken["refund_fee"]).ShouldBe(
            ("CHECKING", "60", "600"));
        var batch = await ShowAsync("B-1");
        (batch["batch_state"], batch["succeeded"], batch["succeeded_fee"], batch["failed"])
            .ShouldBe(("DONE", "60", "600", "0"));
        gateway.Orders.Orders.ShouldAllBe(
            static o => o.Refunds.Length == 1 && o.Refunds[0].State == RefundState.Succeeded);
    }

    [Fact]
    public async Task The_same_rows_again_are_the_same_batch_and_other_rows_are_refused()
    {
        await PayAsync(2);
        await SendAsync(Body("B-1", Rows(2)));
        await FollowAsync();

        var again = await SendAsync(Body("B-1", Rows(2)));
        var other = await SendAsync(Body("B-1", Rows(1)));
        await FollowAsync();

        again.Status.ShouldBe(200);
        again["batch_state"].ShouldBe("DONE");
        other.Code.ShouldBe("BATCH_CONTENT_DIFFERS");
        gateway.Orders.Orders.ShouldAllBe(static o => o.Refunds.Length == 1);
    }

    [Theory]
    [InlineData(41, "\"out_trade_no\":\"nobody\"", "ORDER_NOT_FOUND")]
    [InlineData(41, "\"out_trade_no\":\"N-40\",\"refund_fee\":101", "REFUND_EXCEEDS_PAYMENT")]
    [InlineData(41, "\"out_trade_no\":\"N-0\",\"refund_fee\":95", "REFUND_EXCEEDS_PAYMENT")]
    public async Task Nothing_moves_when_one_row_cannot(int row, string members, string code)
    {
        await PayAsync(Orders);
        var rows = Rows(Orders);
        rows[row - 1] = (JsonObject)JsonNode.Parse(
            $"{{\"out_request_no\":\"R-x\",\"refund_fee\":10,{members}}}".Replace(
                "\"refund_fee\":10,\"out_trade_no\":\"N-40\",",
                "\"out_trade_no\":\"N-40\",", StringComparison.Ordinal).Replace(
                "\"refund_fee\":10,\"out_trade_no\":\"N-0\",",
                "\"out_trade_no\":\"N-0\",", StringComparison.Ordinal))!;

        await SendAsync(Body("B-1", rows));
        await FollowAsync();

        var batch = await ShowAsync("B-1");
        (batch["batch_state"], batch["wrong_row"], batch["wrong_code"]).ShouldBe(
            ("REFUSED", row.ToString(CultureInfo.InvariantCulture), code));
        gateway.Orders.Orders.ShouldAllBe(static o => o.Refunds.IsEmpty);
    }

    [Fact]
    public async Task Nothing_moves_when_the_channel_of_one_payment_cannot_refund()
    {
        await PayAsync(1);
        var order = await gateway.CreateOrderAsync(("out_trade_no", "\"N-1\""));
        await gateway.SendAsync("POST", $"/cashier/{order.Id}/bare_page");
        await gateway.Get<PayFunctions.Movements.OrderCommit>().ApplyAsync(
            order.Id,
            new Succeed(1, "main", Money.OfFen(100), "T-1", gateway.Clock.GetUtcNow()),
            CancellationToken.None);

        await SendAsync(Body("B-1", Rows(2)));
        await FollowAsync();

        var batch = await ShowAsync("B-1");
        (batch["batch_state"], batch["wrong_row"], batch["wrong_code"]).ShouldBe(
            ("REFUSED", "2", "CAPABILITY_UNSUPPORTED"));
        gateway.Orders.Orders.ShouldAllBe(static o => o.Refunds.IsEmpty);
    }

    [Fact]
    public async Task Refunds_whose_end_is_not_known_are_looked_for_until_it_is()
    {
        await PayAsync(1);
        gateway.Channel.Refunding = new RefundPending("tomorrow");
        await SendAsync(Body("B-1", Rows(1)));
        await FollowAsync(TimeSpan.FromMinutes(2));
        var waiting = await ShowAsync("B-1");

        var order = gateway.Orders.Orders[0];
        await gateway.Get<PayFunctions.Movements.OrderCommit>().ApplyAsync(
            order.Id, new SettleRefund(1, "C-1", null), CancellationToken.None);
        await FollowAsync(TimeSpan.FromHours(1));

        (waiting["batch_state"], waiting["processing"]).ShouldBe(("SETTLING", "1"));
        (await ShowAsync("B-1"))["batch_state"].ShouldBe("DONE");
        gateway.BatchQueue.Queue.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_process_that_dies_at_any_write_neither_loses_nor_doubles_a_refund()
    {
        for (var crash = 1; ; crash++)
        {
            var world = new BatchTests();
            await world.PayAsync(30);
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
            var body = world.Body("B-1", Rows(30));
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
            world.gateway.Orders.Orders.ShouldAllBe(static o => o.Refunds.Length == 1);
            if (!crashed)
            {
                crash.ShouldBeGreaterThan(8, "else nothing was tried");
                return;
            }
        }
    }

    [Fact]
    public async Task Rows_come_by_the_page()
    {
        await PayAsync(1);
        var rows = Enumerable.Range(0, 100).Select(static i => Row(0, 1, i)).ToArray();
        rows = [.. rows, Row(0, 0, 100)];
        rows[100]["refund_fee"] = 1;
        await SendAsync(Body("B-1", [.. rows]));

        var first = await ListAsync("B-1");
        var second = await ListAsync("B-1?cursor=" + first["next_cursor"]);

        first.Json["rows"]!.AsArray().Count.ShouldBe(100);
        second.Json["rows"]!.AsArray().ShouldHaveSingleItem()!["row"]!.GetValue<int>()
            .ShouldBe(101);
        second["next_cursor"].ShouldBeNull();

        Task<Answer> ListAsync(string target) => gateway.SendAsync(MerchantRequest.Get(
            $"{Route}/{target.Replace("?", "/rows?", StringComparison.Ordinal)}"
            + (target.Contains('?', StringComparison.Ordinal) ? "" : "/rows")));
    }

    [Fact]
    public async Task A_file_of_rows_is_the_same_as_their_JSON()
    {
        await PayAsync(2);
        await SendAsync(Body("B-1", Rows(2)));

        var csv = await SendCsvAsync(
            "B-1", "out_request_no,out_trade_no,refund_fee,reason\r\nR-0,N-0,10,\r\n"
                + "R-1,N-1,10,\r\n");

        csv.Status.ShouldBe(200, csv.Text);
    }

    [Theory]
    [InlineData("", "BODY_MALFORMED")]
    [InlineData("color\r\nred\r\n", "BODY_MALFORMED")]
    [InlineData("out_request_no,out_trade_no,refund_fee\r\nR-0,N-0\r\n", "BODY_MALFORMED")]
    [InlineData("out_request_no,out_trade_no,refund_fee\r\nR\"0,N-0,1\r\n", "BODY_MALFORMED")]
    [InlineData("out_request_no,out_trade_no,refund_fee\r\n", "PARAMETER_MISSING rows")]
    [InlineData(
        "out_request_no,out_trade_no,refund_fee\r\nR-0,N-0,1.5\r\n",
        "AMOUNT_INVALID row 1 refund_fee")]
    public async Task A_file_that_makes_no_sense_is_refused(string text, string expected)
        => Said(await SendCsvAsync("B-1", text)).ShouldStartWith(expected);

    [Theory]
    [InlineData("[]", "BODY_MALFORMED")]
    [InlineData("{\"rows\":[{}]}", "PARAMETER_MISSING batch_no")]
    [InlineData("{\"batch_no\":\"a b\",\"rows\":[{}]}", "PARAMETER_INVALID batch_no")]
    [InlineData("{\"batch_no\":\"B\",\"rows\":[]}", "PARAMETER_MISSING rows")]
    [InlineData("{\"batch_no\":\"B\",\"rows\":[1]}", "BODY_MALFORMED row 1")]
    [InlineData("{\"batch_no\":\"B\",\"rows\":[{}]}", "PARAMETER_MISSING row 1 out_request_no")]
    [InlineData(
        "{\"batch_no\":\"B\",\"rows\":[{\"out_request_no\":\"R\",\"refund_fee\":1}]}",
        "PARAMETER_MISSING row 1 out_trade_no or transaction_id")]
    [InlineData(
        "{\"batch_no\":\"B\",\"rows\":[{\"out_request_no\":\"R\",\"refund_fee\":1,"
            + "\"out_trade_no\":\"A\"},{\"out_request_no\":\"R\",\"refund_fee\":1,"
            + "\"out_trade_no\":\"A\"}]}",
        "PARAMETER_DUPLICATED row 2 out_request_no")]
    [InlineData(
        "{\"batch_no\":\"B\",\"rows\":[{\"out_request_no\":\"R\",\"refund_fee\":0,"
            + "\"out_trade_no\":\"A\"}]}",
        "AMOUNT_INVALID row 1 refund_fee")]
    [InlineData(
        "{\"batch_no\":\"B\",\"rows\":[{\"out_request_no\":\"R\",\"refund_fee\":1,"
            + "\"transaction_id\":\"A\"}]}",
        "ORDER_NOT_FOUND row 1")]
    public async Task A_batch_that_makes_no_sense_is_refused_whole(string body, string expected)
        => Said(await SendAsync(body)).ShouldStartWith(expected);

    [Fact]
    public async Task Ten_thousand_rows_are_taken_and_one_more_is_not()
    {
        var rows = Enumerable.Range(0, Batch.MaxRows).Select(static i => Row(i, 1, i));

        var taken = await SendAsync(Body("B-1", [.. rows]));
        var more = await SendAsync(Body(
            "B-2", [.. Enumerable.Range(0, Batch.MaxRows + 1).Select(
                static i => Row(i, 1, i))]));

        taken.Status.ShouldBe(201, taken.Text);
        Said(more).ShouldStartWith("PARAMETER_INVALID rows");
    }

    [Fact]
    public async Task Another_application_has_no_such_batch()
    {
        await PayAsync(1);
        await SendAsync(Body("B-1", Rows(1)));

        (await gateway.SendAsync(
            MerchantRequest.Get(Route + "/B-1") with { By = TestMerchant.Other })).Code
            .ShouldBe("BATCH_NOT_FOUND");
    }

    private static string Said(Answer answer)
        => answer.Detail.StartsWith("Send", StringComparison.Ordinal)
            ? answer.Code!
            : $"{answer.Code} {answer.Detail.Split(':')[0]}";

    private string Body(string number, IEnumerable<JsonObject> rows)
        => new JsonObject
        {
            ["batch_no"] = number,
            ["rows"] = new JsonArray([.. rows]),
        }.ToJsonString();

    private static JsonObject[] Rows(int count)
        => [.. Enumerable.Range(0, count).Select(static i => Row(i, 10, i))];

    private static JsonObject Row(int order, long fen, int number) => new()
    {
        ["out_request_no"] = string.Create(CultureInfo.InvariantCulture, $"R-{number}"),
        ["out_trade_no"] = string.Create(CultureInfo.InvariantCulture, $"N-{order}"),
        ["refund_fee"] = fen,
    };

    private Task<Answer> SendAsync(string body)
        => gateway.SendAsync(MerchantRequest.Post(Route, body));

    private Task<Answer> SendCsvAsync(string number, string text)
        => gateway.SendAsync(new MerchantRequest("POST", $"{Route}?batch_no={number}")
        {
            Body = Encoding.UTF8.GetBytes(text),
            ContentType = "text/csv",
        });

    private Task<Answer> ShowAsync(string number)
        => gateway.SendAsync(MerchantRequest.Get($"{Route}/{number}"));

    private async Task PayAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await gateway.PayForBatchAsync(
                string.Create(CultureInfo.InvariantCulture, $"N-{i}"));
        }
    }

    private Task FollowAsync(TimeSpan? time = null) => gateway.FollowBatchesAsync(time);
}
