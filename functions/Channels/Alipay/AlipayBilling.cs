using System.IO.Compression;
using System.Runtime.CompilerServices;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Alipay;

/// <summary>Asks for a day's bill of trades, and fetches the file that is named.</summary>
internal sealed class AlipayBilling(AlipayGateway gateway, BillReading bills, TimeProvider time)
{
    /// <summary>The largest archive, in bytes: more is no day of one merchant.</summary>
    public const long ArchiveMax = 1024L * 1024 * 1024;

    private const string EmptyFile = "EMPTY_DATA_WITH_BILL_FILE";
    private const int BufferSize = 81_920;

    /// <summary>Asks. The address that comes lives half a minute.</summary>
    public async Task<BillOpening> OpenAsync(
        AlipayAccount account, DateOnly day, CancellationToken cancellation)
    {
        var reply = await gateway.CallAsync(
            account, AlipayMethod.Bill, AlipayMessages.Bill(account, day, time.GetUtcNow()),
            cancellation);
        return reply.Answer switch
        {
            null => new BillUnknown(reply.Reason),
            { Code: AlipayAnswer.Ok } answer
                when answer.Text("bill_file_code") is EmptyFile => new BillEmpty(),
            { Code: AlipayAnswer.Ok } answer
                => AddressOf(account, answer.Text("bill_download_url")) is { } address
                    ? new BillReady(bills.FetchAsync(
                        WireRequest.Get(address), UnpackAsync, cancellation))
                    : new BillUnknown("the answer names no file that may be fetched"),
            { SubCode: { } code } answer when IsNoBill(code) => new BillNotReady(answer.Codes),
            var answer => new BillUnknown(answer.Codes),
        };
    }

    /// <summary>A day's bill is made next morning; before that, and where there is none, the answer
    /// is the same. Newer pages spell it with a prefix.</summary>
    private static bool IsNoBill(string code)
        => code is "BILL_NOT_EXIST" or "NO_BILL_DATA"
            || code.EndsWith("bill_not_exist", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The file is fetched from Alipay's own hosts, over TLS, or from the one that is asked anyway.
    /// </summary>
    private static Uri? AddressOf(AlipayAccount account, string? text)
        => !Uri.TryCreate(text, UriKind.Absolute, out var address)
                || address.Scheme is not ("http" or "https") ? null
            : string.Equals(
                address.GetLeftPart(UriPartial.Authority),
                account.Gateway.GetLeftPart(UriPartial.Authority),
                StringComparison.Ordinal) ? address
            : IsAlipays(address.IdnHost) && address.IsDefaultPort
                ? new UriBuilder(address) { Scheme = "https", Port = -1 }.Uri
            : null;

    private static bool IsAlipays(string host)
        => host.EndsWith(".alipay.com", StringComparison.Ordinal)
            || host.EndsWith(".alipaydev.com", StringComparison.Ordinal);

    /// <summary>An archive is read from its end, so it is kept on disk while it is read.</summary>
    private static async IAsyncEnumerable<BillRow> UnpackAsync(
        Stream body, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew,
            FileAccess.ReadWrite, FileShare.None, BufferSize,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await CopyAsync(body, file, cancellation);
        using var archive = new ZipArchive(
            file, ZipArchiveMode.Read, leaveOpen: true, TextCharset.Gbk.Encoding);
        await foreach (var row in AlipayBill.ReadAsync(archive, cancellation))
        {
            yield return row;
        }
    }

    private static async Task CopyAsync(
        Stream body, FileStream file, CancellationToken cancellation)
    {
        var buffer = new byte[BufferSize];
        while (await body.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (file.Length + read > ArchiveMax)
            {
                throw new BillBrokenException("the bill is too large");
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        file.Position = 0;
    }
}
