using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PayFunctions.Channels;
using PayFunctions.Channels.WeChatPay;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.WeChatPay;

/// <summary>A day's trade bill, as a file.</summary>
public sealed class WeChatPayBillTests
{
    private const string All = "trade bill ALL";

    public static TheoryData<string> Bills
        => [.. WeChatPayVectors.Names(WeChatPayVectors.Bills)
            .Select(static row => row.Data)
            .Where(static name => !name.StartsWith("fund", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Bills))]
    public async Task A_bill_is_read_or_refused_as_the_vector_says(string name)
    {
        var vector = WeChatPayVectors.Named(WeChatPayVectors.Bills, name);
        var expected = vector.GetProperty("expected");
        var sha1 = vector.GetProperty("application_answer").Text("hash_value");

        foreach (var file in (Stream[])[Plain(vector), Unpacked(vector)])
        {
            List<BillRow> rows = [];
            var reading = ReadAsync(file, sha1, rows);

            if (!expected.GetProperty("hash_ok").GetBoolean())
            {
                (await Should.ThrowAsync<BillBrokenException>(reading)).Message
                    .ShouldBe("the bill's hash is another");
            }
            else if (expected.TryGetProperty("summary_ok", out _))
            {
                (await Should.ThrowAsync<BillBrokenException>(reading)).Message
                    .ShouldBe("the bill counts other rows than it has");
            }
            else
            {
                await reading;
                Judge(rows, expected);
            }
        }
    }

    [Fact]
    public async Task Every_row_says_what_the_vector_says()
    {
        var vector = WeChatPayVectors.Named(WeChatPayVectors.Bills, All);
        List<BillRow> rows = [];

        await ReadAsync(
            Plain(vector), vector.GetProperty("application_answer").Text("hash_value"), rows);

        rows.Select(static r => (
                Kind: r.Kind == BillRowKind.Payment ? "payment" : "refund",
                r.OutTradeNo, r.OutRefundNo, r.Total.Fen, r.FeeMilliFen))
            .ShouldBe(vector.GetProperty("expected").GetProperty("records").EnumerateArray()
                .Select(static r => (
                    r.Text("kind"),
                    r.Text("out_trade_no"),
                    r.TryGetProperty("out_refund_no", out var refund)
                        ? refund.GetString()
                        : null,
                    r.GetProperty(r.Text("kind") is "payment"
                        ? "order_fen"
                        : "applied_refund_fen").GetInt64(),
                    MilliFen(r.Text("fee_yuan")))));
        rows[0].ShouldBe(new BillRow(
            BillRowKind.Payment, new DateTimeOffset(2026, 1, 1, 19, 4, 5, TimeSpan.Zero),
            "4200009999202601020000000001", "T20260102000001", null, null, Money.OfFen(1),
            Money.OfFen(1), 0, "SUCCESS"));
        rows[4].ShouldBe(new BillRow(
            BillRowKind.Refund, new DateTimeOffset(2026, 1, 1, 19, 30, 0, TimeSpan.Zero),
            "4200009999202601020000000002", "T20260102000002", "50300009992026010200000000001",
            "R20260102000001", Money.OfFen(6400), Money.OfFen(6150), -37_000, "SUCCESS"));
        rows[5].State.ShouldBe("PROCESSING");
    }

    [Fact]
    public async Task A_bill_of_funds_is_a_table_of_the_same_kind()
    {
        var vector = WeChatPayVectors.Named(WeChatPayVectors.Bills, "fund flow bill BASIC");
        var expected = vector.GetProperty("expected");
        var table = new WeChatPayBillTable(
            Unpacked(vector), vector.GetProperty("application_answer").Text("hash_value"));
        List<WeChatPayBillCells> rows = [];

        await foreach (var row in table.ReadAsync(CancellationToken.None))
        {
            rows.Add(row);
        }

        rows.Count.ShouldBe(expected.GetProperty("rows").GetInt32());
        foreach (var (word, name, total) in (ReadOnlySpan<(string, string, string)>)
            [("收入", "income", "收入"), ("支出", "expense", "支出")])
        {
            var flows = rows.Where(r => r.Text("收支类型") == word).ToList();
            flows.Count.ShouldBe(expected.GetProperty($"{name}_count").GetInt32());
            flows.Sum(static r => r.Number("收支金额(元)"))
                .ShouldBe(expected.GetProperty($"{name}_fen").GetInt64() * 1000);
            table.Totals.Number($"{total}笔数").ShouldBe(flows.Count * 100_000L);
            table.Totals.Number($"{total}金额")
                .ShouldBe(flows.Sum(static r => r.Number("收支金额(元)")));
        }

        rows[^1].Number("账户结余(元)")
            .ShouldBe(expected.GetProperty("last_balance_fen").GetInt64() * 1000);
    }

    [Fact]
    public async Task Whatever_is_cut_off_or_changed_is_no_bill()
    {
        var vector = WeChatPayVectors.Named(WeChatPayVectors.Bills, All);
        var sha1 = vector.GetProperty("application_answer").Text("hash_value");
        var whole = Encoding.UTF8.GetBytes(vector.Text("file_text"));

        for (var length = 0; length < whole.Length; length += 7)
        {
            await Should.ThrowAsync<BillBrokenException>(
                ReadAsync(new MemoryStream(whole[..length]), sha1, []));
        }

        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Choose(0, whole.Length - 1).Zip(Gen.Choose(1, 255)).ToArbitrary(),
            change =>
            {
                var file = (byte[])whole.Clone();
                file[change.Item1] ^= (byte)change.Item2;
                return IsBroken(file, sha1);
            }));
    }

    [Theory]
    [InlineData("应结订单总金额", "1132.92")]
    [InlineData("退款总金额", "81.51")]
    [InlineData("充值券退款总金额", "0.01")]
    [InlineData("手续费总金额", "6.31001")]
    [InlineData("订单总金额", "1137.9")]
    [InlineData("申请退款总金额", "-84.00")]
    [InlineData("申请退款总金额", "84,00")]
    public async Task A_total_that_is_no_sum_is_refused(string name, string value)
    {
        string[] totals =
        [
            "应结订单总金额", "退款总金额", "充值券退款总金额", "手续费总金额", "订单总金额",
            "申请退款总金额",
        ];
        string[] values = ["1132.91", "81.50", "0.00", "6.31000", "1137.91", "84.00"];
        values[Array.IndexOf(totals, name)] = value;
        var text = AllText.Replace(
            "`6,`1132.91,`81.50,`0.00,`6.31000,`1137.91,`84.00", "`6,`" + string.Join(",`", values),
            StringComparison.Ordinal);

        var thrown = await Should.ThrowAsync<BillBrokenException>(ReadAsync(text));

        thrown.Message.ShouldBe($"the bill's total {name} is another");
    }

    [Theory]
    [InlineData("`6,`1132.91,`81.50,`0.00,`6.31000", "`6.0,`1132.910,`81.5,`0.0,`6.31")]
    [InlineData("\r\n", "\n")]
    [InlineData("\ufeff", "")]
    public async Task Decimals_ends_of_lines_and_marks_may_differ(string one, string other)
    {
        await ReadAsync(AllText.Replace(one, other, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("订单金额", "总金额", "the bill's column 订单金额 is missing or cannot be read")]
    [InlineData("`REFUND", "`OTHER", "the bill's column 交易状态 is missing or cannot be read")]
    [InlineData("2026-01-02 03:04:05", "2026/01/02 03:04:05",
        "the bill's column 交易时间 is missing or cannot be read")]
    [InlineData("`128.00", "`128.001", "the bill's column 订单金额 is missing or cannot be read")]
    [InlineData("`128.00", "`x", "the bill's column 订单金额 is missing or cannot be read")]
    [InlineData("`128.00", "`128.00,`", "a row of the bill does not fit its heading")]
    [InlineData("交易时间,", "交易时间,交易时间,", "a column of the bill comes twice")]
    [InlineData("总交易单数,", "总数,", "the bill has no total 总交易单数")]
    [InlineData("`84.00\r\n", "`84.00\r\n`more\r\n", "something follows the bill's totals")]
    [InlineData("总交易单数,", "x\r\ny\r\n总交易单数,", "the bill has too many headings")]
    public async Task A_bill_that_is_not_understood_is_refused(
        string one, string other, string reason)
    {
        var thrown = await Should.ThrowAsync<BillBrokenException>(
            ReadAsync(AllText.Replace(one, other, StringComparison.Ordinal)));

        thrown.Message.ShouldBe(reason);
    }

    [Fact]
    public async Task A_line_has_a_limit()
    {
        var name = new string('x', WeChatPayBillLines.LineBytesMax);

        var thrown = await Should.ThrowAsync<BillBrokenException>(
            ReadAsync(AllText.Replace("昨日订单", name, StringComparison.Ordinal)));

        thrown.Message.ShouldBe("a line of the bill is too long");
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_no_bill()
    {
        byte[] file = [.. Encoding.UTF8.GetBytes(AllText), 0xFF, (byte)'\n'];

        var thrown = await Should.ThrowAsync<BillBrokenException>(
            ReadAsync(new MemoryStream(file), Sha1(file), []));

        thrown.Message.ShouldBe("the bill is not UTF-8");
    }

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("0.00001", 1L)]
    [InlineData("-0.37000", -37_000L)]
    [InlineData("1132.91", 113_291_000L)]
    [InlineData("45.0", 4_500_000L)]
    public void Numbers_are_read_to_the_thousandth_of_a_fen(string text, long number)
        => WeChatPayDecimal.TryRead(text).ShouldBe(number);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("1.000001")]
    [InlineData("+1")]
    [InlineData("1,000.00")]
    [InlineData("1e3")]
    [InlineData("１")]
    [InlineData("0.60%")]
    [InlineData("12345678901234")]
    public void Anything_else_is_no_number(string? text)
        => WeChatPayDecimal.TryRead(text).ShouldBeNull();

    private static string AllText
        => WeChatPayVectors.Named(WeChatPayVectors.Bills, All).Text("file_text");

    private static void Judge(List<BillRow> rows, JsonElement expected)
    {
        rows.Count.ShouldBe(expected.GetProperty("rows").GetInt32());
        Sum(BillRowKind.Payment, static _ => 1).ShouldBe(
            expected.GetProperty("payments").GetInt64());
        Sum(BillRowKind.Refund, static _ => 1).ShouldBe(
            expected.GetProperty("refunds").GetInt64());
        Sum(BillRowKind.Payment, static r => r.Total.Fen).ShouldBe(
            expected.GetProperty("order_fen").GetInt64());
        Sum(BillRowKind.Payment, static r => r.Settled.Fen).ShouldBe(
            expected.GetProperty("settle_fen").GetInt64());
        rows.Sum(static r => r.FeeMilliFen).ShouldBe(MilliFen(expected.Text("fee_yuan")));
        if (expected.TryGetProperty("applied_refund_fen", out var asked))
        {
            rows.Where(static r => r.Kind != BillRowKind.Payment).Sum(static r => r.Total.Fen)
                .ShouldBe(asked.GetInt64());
        }

        long Sum(BillRowKind kind, Func<BillRow, long> of)
            => rows.Where(r => r.Kind == kind).Sum(of);
    }

    private static long MilliFen(string yuan)
        => (long)(decimal.Parse(yuan, CultureInfo.InvariantCulture) * 100_000);

    private static MemoryStream Plain(JsonElement vector)
        => new(Encoding.UTF8.GetBytes(vector.Text("file_text")));

    private static GZipStream Unpacked(JsonElement vector)
        => new(
            new MemoryStream(Convert.FromBase64String(vector.Text("file_gzip_base64"))),
            CompressionMode.Decompress);

    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Security", "CA5350:Do Not Use Weak Cryptographic Algorithms",
        Justification = "The channel knows no other.")]
    private static string Sha1(byte[] file) => Convert.ToHexStringLower(SHA1.HashData(file));

    private static Task ReadAsync(string text)
    {
        var file = Encoding.UTF8.GetBytes(text);
        return ReadAsync(new MemoryStream(file), Sha1(file), []);
    }

    private static bool IsBroken(byte[] file, string sha1)
    {
        try
        {
            ReadAsync(new MemoryStream(file), sha1, []).GetAwaiter().GetResult();
            return false;
        }
        catch (BillBrokenException)
        {
            return true;
        }
    }

    private static async Task ReadAsync(Stream file, string sha1, List<BillRow> rows)
    {
        await foreach (var row in WeChatPayBill.ReadAsync(file, sha1, CancellationToken.None))
        {
            rows.Add(row);
        }
    }
}
