using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Tenpay;

/// <summary>Fetches a day's bill. It is not signed: the account says where it is fetched.
/// </summary>
internal sealed class TenpayBilling(BillReading bills, TimeProvider time)
{
    private const string ContentType = "application/x-www-form-urlencoded";

    /// <summary>Asks for payments and refunds together.</summary>
    public BillOpening Open(
        TenpayAccount account, DateOnly day, CancellationToken cancellation)
        => account.Bill is { } address
            ? new BillReady(bills.FetchAsync(
                Request(account, address, day), ReadAsync, cancellation))
            : new BillUnknown("set bill_uri and partner to have bills");

    /// <summary>What is sent: the documented order, not the sorted one, and a signature in lower
    /// case.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Sign(
        TenpayAccount account, params KeyValuePair<string, string>[] parameters)
    {
        KeyValuePair<string, string>[] sent =
            [.. parameters.Where(static p => p.Value.Length > 0)];
        var text = string.Join('&', sent.Select(static p => $"{p.Key}={p.Value}"));
        return
        [
            .. sent,
            new(
                TenpaySignature.Parameter,
                Digest.Md5Lower([.. Encoding.ASCII.GetBytes(text), .. account.SignTail])),
        ];
    }

    private WireRequest Request(TenpayAccount account, Uri address, DateOnly day)
    {
        var form = Sign(
            account,
            new("spid", account.Partner ?? ""),
            new("trans_time", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            new("stamp", time.GetUtcNow().ToUnixTimeSeconds().ToString(
                CultureInfo.InvariantCulture)),
            new("cft_signtype", "0"),
            new("mchtype", "0"));
        return WireRequest.Post(
            address, Encoding.ASCII.GetBytes(FormPairs.Write(form, Encoding.ASCII)), ContentType);
    }

    private static async IAsyncEnumerable<BillRow> ReadAsync(
        Stream body, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var lines = new BillLines(new StreamReader(body, TextCharset.Gbk.Encoding));
        await foreach (var row in TenpayBill.ReadAsync(lines, cancellation))
        {
            yield return row;
        }
    }
}
