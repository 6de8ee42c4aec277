using System.IO.Compression;
using System.Text.Json;
using PayFunctions.Channels;
using PayFunctions.Channels.Alipay;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Channels.Alipay;

/// <summary>A day's bill of trades, as the archive that is downloaded.</summary>
public sealed class AlipayBillTests
{
    private const string Name = "20880000000000010156_20260101_业务明细.csv";

    private static readonly JsonElement Vector = JsonDocument.Parse(
        File.ReadAllBytes(RepositoryRoot.Of("tests", "vectors", "alipay_bill.json"))).RootElement;

    private static string Details
        => Vector.GetProperty("entries")[0].GetProperty("text").GetString()!;

    [Fact]
    public async Task Every_row_of_the_vector_is_read()
    {
        var rows = await ReadAsync(Vector.GetProperty("zip_base64").GetBytesFromBase64());

        rows.ShouldBe(
        [
            Row(BillRowKind.Payment, "10:00:05", "1", null, 8_888, 8_888, 53_000, "交易"),
            Row(BillRowKind.Payment, "11:00:05", "2", null, 1_000, 900, 5_000, "交易"),
            Row(
                BillRowKind.Refund, "12:00:01", "1", "R20260101000001", 880, 880, -5_000,
                "退款"),
        ]);
    }

    [Fact]
    public async Task Refunds_without_a_sign_and_columns_in_another_order_are_the_same()
    {
        var rows = await ReadAsync(Pack(Details.Replace(
            "-8.80,-8.80", "8.80,8.80", StringComparison.Ordinal)));

        rows[2].Total.ShouldBe(Money.OfFen(880));
    }

    [Theory]
    [InlineData("#交易合计：2笔", "#交易合计：3笔", "totals")]
    [InlineData("商家实收共97.88元", "商家实收共97.89元", "totals")]
    [InlineData("#退款合计：1笔", "#退款合计：0笔", "totals")]
    [InlineData("#退款合计", "#别的", "without its totals")]
    [InlineData("商家实收（元）", "实收（元）", "商家实收")]
    [InlineData(",88.88,88.88,", ",8 8.88,88.88,", "订单金额")]
    [InlineData(",退款\t,", ",别的\t,", "业务类型")]
    [InlineData("NJ_001\t,南京一店\t,\t,\t,*三", "NJ_001\t,\t,\t,*三", "heading")]
    public async Task A_bill_that_contradicts_itself_is_broken(string was, string now, string why)
    {
        Details.ShouldContain(was);
        var altered = Details.Replace(was, now, StringComparison.Ordinal);

        (await Should.ThrowAsync<BillBrokenException>(() => ReadAsync(Pack(altered))))
            .Message.ShouldContain(why);
    }

    [Fact]
    public async Task A_bill_that_is_cut_off_anywhere_between_its_lines_is_broken()
    {
        var lines = Details.Split("\r\n");
        for (var kept = 0; kept < lines.Length - 3; kept++)
        {
            await Should.ThrowAsync<BillBrokenException>(
                () => ReadAsync(Pack(string.Join("\r\n", lines[..kept]))), $"{kept} lines");
        }
    }

    [Fact]
    public async Task An_archive_without_details_is_broken()
        => await Should.ThrowAsync<BillBrokenException>(
            () => ReadAsync(Pack(Details, "readme.txt")));

    private static BillRow Row(
        BillRowKind kind, string at, string number, string? request, long total, long received,
        long fee, string state)
        => new(
            kind, DateTimeOffset.Parse(
                $"2026-01-01T{at}+08:00", System.Globalization.CultureInfo.InvariantCulture),
            $"202601012200145561140000000{number}", $"T2026010100000{number}", null, request,
            Money.OfFen(total), Money.OfFen(received), fee, state);

    private static byte[] Pack(string text, string name = Name)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(
            bytes, ZipArchiveMode.Create, leaveOpen: true, TextCharset.Gbk.Encoding))
        using (var entry = archive.CreateEntry(name).Open())
        {
            entry.Write(TextCharset.Gbk.Encoding.GetBytes(text));
        }

        return bytes.ToArray();
    }

    private static async Task<List<BillRow>> ReadAsync(byte[] zip)
    {
        using var archive = new ZipArchive(
            new MemoryStream(zip), ZipArchiveMode.Read, leaveOpen: false,
            TextCharset.Gbk.Encoding);
        return await AlipayBill.ReadAsync(archive, default).ToListAsync();
    }
}
