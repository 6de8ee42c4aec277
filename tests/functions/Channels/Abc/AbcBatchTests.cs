using PayFunctions.Channels;
using PayFunctions.Channels.Abc;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Abc;

/// <summary>Refunds and debits that go to the bank together.</summary>
public sealed class AbcBatchTests : BankTests
{
    private const string Serial = "20260103000001";
    private const string SignNo = "No202601010001";

    /// <summary>2026-01-03 09:10:10 in China.</summary>
    private static readonly DateTimeOffset At = new(2026, 1, 3, 1, 10, 10, TimeSpan.Zero);

    private static readonly Filing Batch = new("B0001", At);

    private static readonly IReadOnlyList<RefundRequest> Two =
    [
        An.RefundRequest(reason: null, fen: 1),
        An.RefundRequest(reason: "备注", fen: 2) with { Number = new ChannelRefundNo(An.Id, 2) },
    ];

    [Fact]
    public void Refunds_are_sent_together_as_the_banks_SDK_does()
        => AbcBatchMessages.Refund(Bench.Account, Batch, Two).ShouldBe(Sdk("BatchRefund")
            .Replace("ON20260101001", An.Number.ToString(), StringComparison.Ordinal)
            .Replace("ON20260101002", An.Number.ToString(), StringComparison.Ordinal)
            .Replace("RF20260103001", Two[0].Number.ToString(), StringComparison.Ordinal)
            .Replace("RF20260103002", Two[1].Number.ToString(), StringComparison.Ordinal));

    [Fact]
    public void Debits_are_sent_together_as_the_banks_SDK_does()
        => AbcBatchMessages.Debit(
                With(("commodity_type", "0101")).Account,
                new Filing("AB0001", At.AddDays(-1)), [Debit("水费", 1, SignNo)])
            .ShouldBe(Sdk("AgentBatch")
                .Replace("AB0001001", An.Number.ToString(), StringComparison.Ordinal));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gbk")]
    public void With_everything_at_its_limit_a_batch_is_still_a_request_the_bank_takes(
        string charset)
    {
        var words = new string('款', 50);
        var account = With(
            ("charset", charset), ("refund_account_no", words), ("refund_account_name", words),
            ("receive_account", words), ("receive_acc_name", words)).Account;
        var filing = Batch with { BatchNo = new string('f', 20) };
        var refunds = Enumerable.Range(1, AbcBatchMessages.RefundsMax).Select(i
            => An.RefundRequest(reason: words + words, fen: Money.MaxFen / 32) with
            {
                Number = new ChannelRefundNo(An.Id, i),
            }).ToList();
        var debits = Enumerable.Repeat(
            Debit(words + words, Money.MaxFen / 32, new string('9', 64)),
            AbcBatchMessages.DebitsMax).ToList();

        AbcEnvelope.Write(AbcBatchMessages.Refund(account, filing, refunds), account)
            .ShouldNotBeNull();
        AbcEnvelope.Write(AbcBatchMessages.Debit(account, filing, debits), account)
            .ShouldNotBeNull();
    }

    [Theory]
    [InlineData("false", 0, 0)]
    [InlineData("true", 18, 8)]
    public async Task Nothing_goes_together_unless_the_operator_says_so(
        string preferred, int refunds, int debits)
    {
        var bench = With(("native_batches", preferred));

        (await bench.Channel.RefundsInBatchAsync("main", default)).ShouldBe(refunds);
        (await bench.Debits.DebitsInBatchAsync("main", default)).ShouldBe(debits);
        (await bench.Channel.RefundsInBatchAsync("nobody", default)).ShouldBe(0);
    }

    [Fact]
    public async Task A_batch_that_was_taken_has_the_banks_number()
    {
        Bank.Says(Taken());

        (await FileAsync()).ShouldBe(new FilingTaken(Serial));
        Bank.Message(0).ShouldContain("\"TrxType\":\"BatchRefund\"");
    }

    [Theory]
    [InlineData("3", "0.03", Serial)]
    [InlineData("2", "0.04", Serial)]
    [InlineData("2", "", Serial)]
    [InlineData("2", "0.03", "")]
    [InlineData("2", "0.03", "<1>")]
    public async Task An_answer_about_another_batch_decides_nothing(
        string count, string total, string serial)
    {
        Bank.Says(Taken(count, total, serial));

        (await FileAsync()).ShouldBeOfType<FilingUnknown>();
    }

    [Theory]
    [InlineData("2304", "FilingRefused")]
    [InlineData("2310", "FilingRefused")]
    [InlineData("APE001", "FilingRefused")]
    [InlineData("2306", "FilingUnknown")]
    [InlineData("2307", "FilingUnknown")]
    [InlineData("2308", "FilingUnknown")]
    [InlineData("2400", "FilingUnknown")]
    [InlineData("2999", "FilingUnknown")]
    [InlineData("", "FilingUnknown")]
    public async Task Every_code_has_one_meaning(string code, string outcome)
    {
        var bench = With(("refused_codes", "APE001"));

        Bank.Says(Said.Code(code));
        (await bench.Channel.FileRefundsAsync(Batch, Two, default)).GetType().Name
            .ShouldBe(outcome);
        (await bench.Debits.FileDebitsAsync(Batch, [Debit("水费", 1, SignNo)], default))
            .GetType().Name.ShouldBe(outcome);
    }

    [Fact]
    public async Task A_batch_of_debits_that_was_taken_has_no_number()
    {
        Bank.Says(Said.Signed(Said.Wrapped(Said.Members(
            ("ReturnCode", "0000"), ("ErrorMessage", "交易成功"), ("TrxType", "AgentBatch"),
            ("MerchantNo", An.MerchantId), ("SendTime", "20260102091011")))));

        (await Bench.Debits.FileDebitsAsync(Batch, [Debit("水费", 1, SignNo)], default))
            .ShouldBe(new FilingTaken(Serial: null));
    }

    [Theory]
    [InlineData("6", "0", "RefundSucceeded")]
    [InlineData("8", "0", "RefundSucceeded")]
    [InlineData("4", "0", "RefundSucceeded")]
    [InlineData("8", "1", "RefundDeclined")]
    [InlineData("7", "1", "RefundDeclined")]
    [InlineData("2", "X", "RefundDeclined")]
    [InlineData("0", "X", "RefundPending")]
    [InlineData("1", "X", "RefundPending")]
    [InlineData("3", "X", "RefundPending")]
    [InlineData("4", "X", "RefundPending")]
    [InlineData("3", "0", "RefundUnknown")]
    [InlineData("6", "1", "RefundUnknown")]
    [InlineData("7", "0", "RefundUnknown")]
    [InlineData("8", "2", "RefundUnknown")]
    [InlineData("5", "X", "RefundUnknown")]
    [InlineData("9", "0", "RefundUnknown")]
    [InlineData("", "0", "RefundUnknown")]
    [InlineData("8", "", "RefundUnknown")]
    public async Task A_question_tells_what_became_of_a_row(
        string batch, string row, string outcome)
    {
        Bank.Says(Became(batch, Row("R001", "0.01", "0"), Row("R002", "0.02", row)));

        (await AskAsync()).GetType().Name.ShouldBe(outcome);
        Bank.Message(0).ShouldContain(
            "\"TrxRequest\":{\"TrxType\":\"QueryBatchRefund\","
            + "\"BatchDate\":\"2026/01/03\",\"BatchTime\":\"09:10:10\","
            + $"\"SerialNumber\":\"{Serial}\"}}");
    }

    [Fact]
    public async Task A_row_of_another_amount_none_or_two_of_them_decide_nothing()
    {
        foreach (var answer in (byte[][])[
            Became("6", Row("R002", "0.03", "0")), Became("6", Row("R001", "0.02", "0")),
            Became("6", Row("R002", "0.02", "0"), Row("R002", "0.02", "0")), Became("6"),
            Became("6", [Row("R002", "0.02", "0")], serial: "20260103000002"),
            Said.Code("2307")])
        {
            Bank.Says(answer);

            (await AskAsync()).ShouldBeOfType<RefundUnknown>();
        }
    }

    private static string Sdk(string name)
        => AbcVectors.Named(AbcVectors.SdkRequests, name).Text("request_signed_text");

    private static byte[] Taken(
        string count = "2", string total = "0.03", string serial = Serial)
        => Said.Signed(AbcVectors.Named(AbcVectors.SdkRequests, "BatchRefund")
            .Text("response_signed_text")
            .Replace("\"TotalCount\":\"2\"", $"\"TotalCount\":\"{count}\"",
                StringComparison.Ordinal)
            .Replace("0.03", total, StringComparison.Ordinal)
            .Replace(Serial, serial, StringComparison.Ordinal));

    private static byte[] Became(string status, params string[] rows)
        => Became(status, rows, Serial);

    private static byte[] Became(string status, string[] rows, string serial)
        => Said.Signed(Said.Wrapped(Said.Members(
            ("ReturnCode", "0000"), ("ErrorMessage", "交易成功"),
            ("TrxType", "QueryBatchRefund"), ("BatchDate", "2026/01/03"),
            ("BatchTime", "09:10:10"), ("SerialNumber", serial), ("BatchStatus", status))
            + $",\"Order\":[{string.Join(',', rows)}]"));

    private static string Row(string number, string amount, string status)
        => "{" + Said.Members(
            ("OriginalOrderNo", An.Number.ToString()), ("RefundOrderNo", An.Id.Value + number),
            ("CurrencyCode", "156"), ("RefundAmountCell", amount), ("OrderStatus", status),
            ("Remark", "")) + "}";

    private static DebitRequest Debit(string subject, long fen, string signNo)
    {
        var order = An.Order(subject: subject, body: null, fen: fen);
        return new DebitRequest(
            order with
            {
                Terms = order.Terms with
                {
                    Debit = new DebitTerms(OrderId.Of("shop", "G-1"), 1, signNo),
                },
            },
            new Attempt(
                1, AbcAgreementMessages.DebitProduct, "main", AttemptState.Open, An.Now,
                AskAt: null),
            new Uri("http://pay.example.com/abc/notify"), An.Now.AddMinutes(7));
    }

    private Task<FilingOutcome> FileAsync()
        => Bench.Channel.FileRefundsAsync(Batch, Two, CancellationToken.None);

    private Task<RefundOutcome> AskAsync()
        => Bench.Channel.QueryFiledAsync(
            Batch with { Serial = Serial }, Two[1], CancellationToken.None);
}
