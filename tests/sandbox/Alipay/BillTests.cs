using System.IO.Compression;
using System.Net;
using System.Text;
using PayFunctions.Sandbox.Alipay;

namespace PayFunctions.Tests.Sandbox.Alipay;

public sealed class BillTests : IAsyncLifetime
{
    private const string Method = "alipay.data.dataservice.bill.downloadurl.query";

    /// <summary>Number, subject, times and store are this test's own.</summary>
    private static readonly int[] OwnColumns = [0, 1, 3, 4, 5, 7];

    private static readonly Encoding Gbk =
        CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;

    private AlipayWorld world = null!;

    public async ValueTask InitializeAsync()
        => world = await AlipayWorld.StartAsync(static o => o with
        {
            TimestampTolerance = TimeSpan.FromDays(40),
        });

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_day_is_billed_in_the_layout_of_the_golden_file()
    {
        await PayAndRefundAsync();
        AdvanceTo(3, 9);

        var files = await DownloadAsync("2026-01-02");

        files.Select(static f => f.Name).ShouldBe(
        [
            $"{AlipayWorld.Seller}0156_20260102_业务明细.csv",
            $"{AlipayWorld.Seller}0156_20260102_业务明细(汇总).csv",
        ]);
        var (details, golden) = (files[0].Lines, Golden(0));
        details.Length.ShouldBe(golden.Length - 1, "the golden file has one payment more");
        details[..5].ShouldBe(golden[..5]);
        Foreign(details[5]).ShouldBe(Foreign(golden[5]));
        Foreign(details[6]).ShouldBe(Foreign(golden[7]));
        details[5].ShouldContain(",2026-01-02 10:00:00,2026-01-02 10:00:05,");
        details[7..].ShouldBe(
        [
            golden[8],
            "#交易合计：1笔，商家实收共88.88元，商家优惠共0.00元",
            "#退款合计：1笔，商家实收退款共-8.80元，商家优惠退款共0.00元",
            golden[11], "",
        ]);
    }

    [Fact]
    public async Task The_summary_has_a_row_for_each_store_and_one_for_all()
    {
        await PayAndRefundAsync();
        await world.ChargeAsync("T2", "2812345678901235");
        AdvanceTo(3, 9);

        var summary = (await DownloadAsync("2026-01-02"))[1].Lines;

        var golden = Golden(1);
        summary[..5].ShouldBe(golden[..5]);
        summary[5..8].ShouldBe(
        [
            "\t,\t,1,0,88.88,88.88,0.00,0.00,0.00,-0.53,0.00,88.35",
            "NJ_001\t,门店 NJ_001\t,1,1,80.08,80.08,0.00,0.00,0.00,-0.48,0.00,79.60",
            "合计\t,\t,2,1,168.96,168.96,0.00,0.00,0.00,-1.01,0.00,167.95",
        ]);
        summary[8..].ShouldBe(golden[7..]);
    }

    [Fact]
    public async Task A_comma_in_a_subject_parts_no_columns()
    {
        using var charged = await world.Call(
            "alipay.trade.pay",
            AlipayWorld.ChargeContent("T1", "2812345678901234")
                .Replace("测试商品 A+B", "矿泉水,大瓶", StringComparison.Ordinal)).SendAsync();
        AdvanceTo(3, 9);

        var details = (await DownloadAsync("2026-01-02"))[0].Lines;

        details[5].ShouldContain(",\"矿泉水,大瓶\t\",");
    }

    [Fact]
    public async Task Every_days_bill_has_its_own_rows()
    {
        await world.ChargeAsync("T1", "2812345678901234");
        AdvanceTo(3, 12);
        await world.AskAsync(
            "alipay.trade.refund", """{"out_trade_no":"T1","refund_amount":"88.88"}""");
        AdvanceTo(4, 9);

        (await DownloadAsync("2026-01-02"))[0].Lines[5].ShouldContain("交易\t");
        (await DownloadAsync("2026-01-03"))[0].Lines[5].ShouldContain("退款\t");
    }

    [Theory]
    [InlineData("2026-01-02", "2026-01-03T08:59:59", "BILL_NOT_EXIST")]
    [InlineData("2026-01-02", "2026-01-03T09:00:00", "")]
    [InlineData("2026-01-03", "2026-01-03T09:00:00", "BILL_NOT_EXIST")]
    public async Task A_bill_is_there_at_nine_the_next_morning(
        string day, string moment, string subCode)
    {
        world.Time.AdvanceTo(DateTimeOffset.Parse(
            moment + "+08:00", System.Globalization.CultureInfo.InvariantCulture));

        (await AskAsync(day))["sub_code"].ShouldBe(subCode);
    }

    [Fact]
    public async Task A_bill_may_be_there_at_once_and_its_absence_said_otherwise()
    {
        await using var quick = await AlipayWorld.StartAsync(static o => o with
        {
            Bills = new() { ReadyAfter = null, NoBillSubCode = "isp.bill_not_exist" },
        });

        var today = await quick.AskAsync(Method, Content("2026-01-02"));
        var tomorrow = await quick.AskAsync(Method, Content("2026-01-03"));

        today["code"].ShouldBe("10000");
        tomorrow["sub_code"].ShouldBe("isp.bill_not_exist");
    }

    [Fact]
    public async Task A_day_without_trades_has_a_file_and_says_that_it_is_empty()
    {
        AdvanceTo(3, 9);

        var answer = await AskAsync("2026-01-02");

        answer["bill_file_code"].ShouldBe("EMPTY_DATA_WITH_BILL_FILE");
        (await DownloadAsync("2026-01-02"))[0].Lines[5].ShouldBe(Golden(0)[8]);
    }

    [Fact]
    public async Task An_address_leads_to_its_bill_for_30_seconds()
    {
        AdvanceTo(3, 9);
        var address = (await AskAsync("2026-01-02"))["bill_download_url"];
        world.Time.Advance(TimeSpan.FromSeconds(29));
        using var early = await world.Client.GetAsync(address);
        world.Time.Advance(TimeSpan.FromSeconds(1));
        using var late = await world.Client.GetAsync(address);

        early.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        late.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("trade", "2026-01", "INVAILID_ARGUMENTS")]
    [InlineData("trade", "", "INVAILID_ARGUMENTS")]
    [InlineData("", "2026-01-01", "INVAILID_ARGUMENTS")]
    [InlineData("signcustomer", "2026-01-01", "TYPE_NOT_SUPPORTED")]
    public async Task What_this_world_does_not_bill_is_refused(
        string type, string date, string subCode)
    {
        var answer = await world.AskAsync(Method, Content(date, type));

        answer["code"].ShouldBe("40004");
        answer["sub_code"].ShouldBe(subCode);
    }

    [Fact]
    public async Task A_bill_can_be_late_and_its_download_can_fail()
    {
        AdvanceTo(3, 9);
        var late = await world.AskAsync(Method, Content("2026-01-02"), QueryBill.NotReady);
        await world.FaultAsync("http_500");
        using var asked = await world.Client.GetAsync("/bill/any");

        late["sub_code"].ShouldBe("BILL_NOT_EXIST");
        asked.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }

    private static string Content(string date, string type = "trade")
        => $$"""{"bill_type":"{{type}}","bill_date":"{{date}}"}""";

    /// <summary>A golden file as of this test's account and day.</summary>
    private static string[] Golden(int file)
        => AlipayVectors.Text(AlipayVectors.Bill.GetProperty("entries")[file], "text")
            .Replace("20880000000000010156", AlipayWorld.Seller + "0156", StringComparison.Ordinal)
            .Replace("01月02日", "01月03日", StringComparison.Ordinal)
            .Replace("01月01日", "01月02日", StringComparison.Ordinal)
            .Split("\r\n");

    private static IEnumerable<string> Foreign(string row)
        => row.Replace("R20260101000001", "R1", StringComparison.Ordinal)
            .Split(',').Where(static (_, at) => !OwnColumns.Contains(at));

    private void AdvanceTo(int day, int hour)
        => world.Time.AdvanceTo(new(2026, 1, day, hour, 0, 0, TimeSpan.FromHours(8)));

    private async Task PayAndRefundAsync()
    {
        AdvanceTo(2, 10);
        await world.ChargeAsync("T1", "2812345678901901", ""","store_id":"NJ_001" """);
        world.Time.Advance(TimeSpan.FromSeconds(5));
        await world.PayAsync("T1");
        AdvanceTo(2, 12);
        await world.AskAsync(
            "alipay.trade.refund",
            """
            {"out_trade_no":"T1","refund_amount":"8.80","out_request_no":"R1"}
            """);
    }

    private Task<SignedAnswer> AskAsync(string day) => world.AskAsync(Method, Content(day));

    private async Task<IReadOnlyList<(string Name, string[] Lines)>> DownloadAsync(string day)
    {
        var address = (await AskAsync(day))["bill_download_url"];
        await using var stream = await world.Client.GetStreamAsync(address);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        using var zip = new ZipArchive(bytes, ZipArchiveMode.Read, false, Gbk);
        var files = new List<(string Name, string[] Lines)>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(), Gbk);
            files.Add((entry.FullName, (await reader.ReadToEndAsync()).Split("\r\n")));
        }

        return files;
    }
}
