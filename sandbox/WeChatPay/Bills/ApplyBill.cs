using System.Text;
using System.Text.Json.Nodes;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Asks for a day's trade bill: where it can be downloaded, and its hash.</summary>
internal sealed class ApplyBill(TradeBook book, BillShelf shelf, BillOptions options) : IOperation
{
    /// <summary>The fault of a bill that is not there yet.</summary>
    public const string NotReady = "bill_creating";

    /// <summary>The fault of a hash that does not fit.</summary>
    public const string WrongHash = "bill_wrong_hash";

    /// <summary>The fault of a summary that does not fit.</summary>
    public const string WrongSummary = "bill_wrong_summary";

    private const string DayPattern = "yyyy-MM-dd";
    private const string Zipped = "GZIP";

    /// <inheritdoc/>
    public string Name => "bill";

    /// <inheritdoc/>
    public string Method => HttpMethods.Get;

    /// <inheritdoc/>
    public string Path => "/v3/bill/tradebill";

    /// <inheritdoc/>
    public bool IsOfTransactions => false;

    /// <inheritdoc/>
    public ApiAnswer Answer(ApiCall call)
    {
        var (date, tar) = (call.Query("bill_date"), call.Query("tar_type"));
        var day = BeijingTime.Parse(date, DayPattern);
        var kind = KindOf(call.Query("bill_type"));
        var (party, error) = call.PartyOf(call.Query("sub_mchid"));
        error ??= day is null || day > call.Now ? Wrong("bill_date", date)
            : kind is null ? Wrong("bill_type", call.Query("bill_type"))
            : tar is not ("" or Zipped) ? Wrong("tar_type", tar)
            : null;
        if (error is not null)
        {
            return ApiAnswer.Of(error);
        }

        if (!IsReady(day!.Value, call.Now) || call.Met.Meets(NotReady))
        {
            return ApiAnswer.Of(new(
                StatusCodes.Status400BadRequest, "STATEMENT_CREATING", "账单生成中"));
        }

        var rows = RowsOf(party, day.Value, kind!.Value);
        return rows.Count == 0 || day.Value.AddDays(options.DaysKept) < call.Now
            ? ApiAnswer.Of(new(
                StatusCodes.Status400BadRequest, "NO_STATEMENT_EXIST", "账单文件不存在"))
            : Shelve(call, kind.Value, rows, tar is Zipped);
    }

    private static BillKind? KindOf(string type)
        => type switch
        {
            "" or "ALL" => BillKind.All,
            "SUCCESS" => BillKind.Success,
            "REFUND" => BillKind.Refund,
            _ => null,
        };

    private static ApiError Wrong(string name, string value)
        => ApiError.Parameter(name, value, "格式错误", "query");

    private IReadOnlyList<BillRow> RowsOf(Party party, DateTimeOffset day, BillKind kind)
        => BillRow.Of(
            book.All().Where(t => string.Equals(
                    t.Order.Party.MchId, party.MchId, StringComparison.Ordinal)
                && (party.SubMchId is null || t.Order.Party == party)),
            moment => moment >= day && moment < day.AddDays(1), kind);

    private bool IsReady(DateTimeOffset day, DateTimeOffset now)
        => options.ReadyAfter is not { } wait || day.AddDays(1) + wait <= now;

    private ApiAnswer Shelve(
        ApiCall call, BillKind kind, IReadOnlyList<BillRow> rows, bool isZipped)
    {
        var text = TradeBill.Write(
            kind, rows, options, call.Met.Meets(WrongSummary) ? 1 : 0);
        var file = Encoding.UTF8.GetBytes(text);
        var token = shelf.Put(new(
            call.Caller.Registered.MchId, isZipped ? BillShelf.Zip(file) : file,
            call.Now + options.AddressLife));
        if (token is null)
        {
            return ApiAnswer.Of(ApiError.Busy);
        }

        var hash = BillShelf.HashOf(call.Met.Meets(WrongHash) ? [.. file, 0] : file);
        return ApiAnswer.Ok(new JsonObject
        {
            ["hash_type"] = "SHA1",
            ["hash_value"] = hash,
            ["download_url"] = $"{call.Root}{DownloadBill.FilePath}?token="
                + Uri.EscapeDataString(token) + (isZipped ? "&tartype=gzip" : string.Empty),
        });
    }
}
