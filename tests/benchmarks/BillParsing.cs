using System.Globalization;
using System.IO.Compression;
using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using CsvHelper;
using CsvHelper.Configuration;
using PayFunctions.Channels;
using PayFunctions.Channels.Alipay;
using PayFunctions.Channels.Tenpay;
using PayFunctions.Channels.WeChatPay;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Benchmarks;

/// <summary>
/// Bills, from their bytes to rows whose sums are checked, against CsvHelper's bare reader over
/// the same bytes: at most twice. Times are of a line.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class BillParsing
{
    private const int Rows = 20_000;

    private static readonly CsvConfiguration Bare = new(CultureInfo.InvariantCulture)
    {
        AllowComments = true,
        BadDataFound = null,
        HasHeaderRecord = false,
        Mode = CsvMode.RFC4180,
    };

    private byte[] alipay = [];
    private byte[] tenpay = [];
    private byte[] wechatPay = [];
    private string sha1 = "";

    /// <summary>Makes the bills, and checks what both sides read of them.</summary>
    [GlobalSetup]
    public void Setup()
    {
        alipay = BillText.Alipay(Rows);
        tenpay = BillText.Tenpay(Rows);
        (wechatPay, sha1) = BillText.WeChatPay(Rows);
        Expect(AlipayBareAsync().GetAwaiter().GetResult(), Rows + 1);
        Expect(TenpayBareAsync().GetAwaiter().GetResult(), Rows + 3);
        Expect(WeChatPayBareAsync().GetAwaiter().GetResult(), Rows + 3);
        const long fen = Rows * 100;
        Expect(AlipayAsync().GetAwaiter().GetResult(), fen);
        Expect(TenpayAsync().GetAwaiter().GetResult(), fen);
        Expect(WeChatPayAsync().GetAwaiter().GetResult(), fen);
    }

    /// <summary>The floor for Alipay: records that nobody looks into.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    [BenchmarkCategory("alipay")]
    public async Task<long> AlipayBareAsync()
    {
        using var archive = Open(alipay);
        await using var entry = await archive.Entries[0].OpenAsync();
        return await CountAsync(entry, TextCharset.Gbk.Encoding);
    }

    /// <summary>For comparison: records whose fields are made strings.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    [BenchmarkCategory("alipay")]
    public async Task<long> AlipayFieldsAsync()
    {
        using var archive = Open(alipay);
        await using var entry = await archive.Entries[0].OpenAsync();
        using var text = new StreamReader(entry, TextCharset.Gbk.Encoding);
        using var csv = new CsvReader(text, Bare);
        var fields = 0L;
        while (await csv.ReadAsync())
        {
            fields += csv.Parser.Record!.Length;
        }

        return fields;
    }

    /// <summary>Alipay's bill.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    [BenchmarkCategory("alipay")]
    public async Task<long> AlipayAsync()
    {
        using var archive = Open(alipay);
        return await SumAsync(AlipayBill.ReadAsync(archive, CancellationToken.None));
    }

    /// <summary>The floor for Tenpay.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    [BenchmarkCategory("tenpay")]
    public Task<long> TenpayBareAsync()
        => CountAsync(new MemoryStream(tenpay), TextCharset.Gbk.Encoding);

    /// <summary>Tenpay's bill.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    [BenchmarkCategory("tenpay")]
    public async Task<long> TenpayAsync()
    {
        using var lines = new BillLines(
            new StreamReader(new MemoryStream(tenpay), TextCharset.Gbk.Encoding));
        return await SumAsync(TenpayBill.ReadAsync(lines, CancellationToken.None));
    }

    /// <summary>The floor for WeChat Pay.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    [BenchmarkCategory("wechatpay")]
    public Task<long> WeChatPayBareAsync()
        => CountAsync(new MemoryStream(wechatPay), Encoding.UTF8);

    /// <summary>WeChat Pay's bill, with its hash.</summary>
    [Benchmark(OperationsPerInvoke = Rows)]
    [BenchmarkCategory("wechatpay")]
    public Task<long> WeChatPayAsync()
        => SumAsync(WeChatPayBill.ReadAsync(
            new MemoryStream(wechatPay), sha1, CancellationToken.None));

    private static ZipArchive Open(byte[] archive)
        => new(
            new MemoryStream(archive), ZipArchiveMode.Read, leaveOpen: false,
            TextCharset.Gbk.Encoding);

    private static async Task<long> CountAsync(Stream stream, Encoding encoding)
    {
        using var text = new StreamReader(stream, encoding);
        using var csv = new CsvReader(text, Bare);
        var records = 0L;
        while (await csv.ReadAsync())
        {
            records++;
        }

        return records;
    }

    private static async Task<long> SumAsync(IAsyncEnumerable<BillRow> rows)
    {
        var fen = 0L;
        await foreach (var row in rows)
        {
            fen += row.Total.Fen;
        }

        return fen;
    }

    private static void Expect(long read, long expected)
    {
        if (read != expected)
        {
            throw new InvalidOperationException($"The bill is read as {read}, not {expected}.");
        }
    }
}
