using System.Collections.Concurrent;
using System.Security.Cryptography;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>Hands out bills at addresses that soon lead nowhere.</summary>
internal sealed class BillShelf(
    TradeBook book, BillOptions options, AnswerDesk desk, TimeProvider time)
{
    /// <summary>What a fault's <c>method</c> says for the download itself.</summary>
    public const string Operation = "bill.download";

    /// <summary>The most addresses one run keeps.</summary>
    public const int Maximum = 100_000;

    private const int TokenLength = 32;

    private readonly ConcurrentDictionary<string, (BillDay Day, DateTimeOffset Expires)> bills =
        new(StringComparer.Ordinal);

    /// <summary>Adds the download to a web application.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/bill/{token}", SendAsync);

    /// <summary>The rows of a bill.</summary>
    public IReadOnlyList<BillRow> RowsOf(BillDay day)
        => BillRow.Of(book.All(), day, options.FeePerTenThousand);

    /// <summary>The path where a bill is for a while; null where there is no room.</summary>
    public string? Put(BillDay day)
    {
        if (bills.Count >= Maximum)
        {
            return null;
        }

        var token = RandomNumberGenerator.GetHexString(TokenLength, lowercase: true);
        bills[token] = (day, day.Exported + options.AddressLifetime);
        return $"/bill/{token}";
    }

    private async Task SendAsync(HttpContext http, string token)
    {
        if (await desk.OpenAsync(http, Operation) is not { } met)
        {
            return;
        }

        var found = bills.TryGetValue(token, out var bill) && time.GetUtcNow() < bill.Expires;
        await AnswerDesk.SendAsync(http, met, found
            ? new(BillArchive.Write(bill.Day, RowsOf(bill.Day)), "application/zip")
            : new(Charset.Utf8.GetBytes("下载地址已失效"), "text/html;charset=utf-8")
            {
                Status = StatusCodes.Status404NotFound,
            });
    }
}
