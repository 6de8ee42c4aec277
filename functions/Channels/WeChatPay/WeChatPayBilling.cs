using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>Asks for a day's trade bill, and fetches the file that is named.</summary>
internal sealed class WeChatPayBilling(
    WeChatPayGateway gateway, WeChatPayCall call, BillReading bills)
{
    private const string Files = "/v3/billdownload/";
    private const int Sha1HexLength = 40;

    /// <summary>Asks. The address that comes lives some minutes at most.</summary>
    public async Task<BillOpening> OpenAsync(
        WeChatPayAccount account, DateOnly day, CancellationToken cancellation)
    {
        var reply = await gateway.RunAsync(account, Request(account, day), cancellation);
        return reply.Answer switch
        {
            null => new BillUnknown(reply.Reason),
            { IsOk: true, Body: { } body } => Ready(account, body, cancellation),
            var answer => WeChatPayError.Plain(answer.Code) switch
            {
                "NOSTATEMENTEXIST" => new BillEmpty(),
                "STATEMENTCREATING" => new BillNotReady(answer.Reason),
                _ => new BillUnknown(answer.Reason),
            },
        };
    }

    private static WeChatPayRequest Request(WeChatPayAccount account, DateOnly day)
    {
        var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var merchant = account.Identity.SubMchId is { } sub ? $"&sub_mchid={sub}" : "";
        return WeChatPayRequest.Get(
            $"/v3/bill/tradebill?bill_date={date}{merchant}&bill_type=ALL&tar_type=GZIP");
    }

    private BillOpening Ready(
        WeChatPayAccount account, WeChatPayJson body, CancellationToken cancellation)
        => body.Text("hash_type") is "SHA1"
            && body.Text("hash_value") is { Length: Sha1HexLength } sha1
            && AddressOf(account, body.Text("download_url")) is { } address
                ? new BillReady(bills.FetchAsync(
                    token => call.OpenAsync(account, address, token),
                    (packed, token) => UnpackAsync(packed, sha1, token), cancellation))
                : new BillUnknown("the answer names no file that may be fetched");

    /// <summary>The file is fetched from a host that is asked anyway, and signed for as such.
    /// </summary>
    private static Uri? AddressOf(WeChatPayAccount account, string? text)
        => Uri.TryCreate(text, UriKind.Absolute, out var address)
            && ((Uri?[])[account.Base, account.Backup]).Any(
                host => host is not null && IsOf(host, address))
            && address.AbsolutePath.Contains(Files, StringComparison.Ordinal)
                ? address
                : null;

    private static bool IsOf(Uri host, Uri address)
        => string.Equals(
            host.GetLeftPart(UriPartial.Authority), address.GetLeftPart(UriPartial.Authority),
            StringComparison.Ordinal);

    private static async IAsyncEnumerable<BillRow> UnpackAsync(
        Stream packed, string sha1, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var file = new GZipStream(packed, CompressionMode.Decompress);
        await foreach (var row in WeChatPayBill.ReadAsync(file, sha1, cancellation))
        {
            yield return row;
        }
    }
}
