using System.IO.Compression;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>A bill as it is downloaded: a ZIP of two files, names and texts in GBK.</summary>
internal static class BillArchive
{
    /// <summary>The bytes of the archive.</summary>
    public static byte[] Write(BillDay day, IReadOnlyList<BillRow> rows)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, true, Charset.Gbk))
        {
            Add(zip, $"{day.FileName}.csv", BillDetails.Write(day, rows), day.Exported);
            Add(zip, $"{day.FileName}(汇总).csv", BillSummary.Write(day, rows), day.Exported);
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text, DateTimeOffset moment)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = moment;
        using var stream = entry.Open();
        stream.Write(Charset.Gbk.GetBytes(text));
    }
}
