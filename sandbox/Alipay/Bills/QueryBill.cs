using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>
/// <see cref="Methods.QueryBill"/>: where a day's bill is. Of the documented kinds only trades' are
/// made, and of days only.
/// </summary>
internal sealed class QueryBill(BillShelf shelf, BillOptions options) : IGatewayMethod
{
    /// <summary>The fault of a bill that is not there yet.</summary>
    public const string NotReady = "bill_not_ready";

    /// <inheritdoc/>
    public string Name => Methods.QueryBill;

    /// <inheritdoc/>
    public MethodAnswer Answer(MethodCall call)
    {
        if (BeijingTime.Parse(call.Content["bill_date"], "yyyy-MM-dd") is not { } start
            || call.Content["bill_type"].Length == 0)
        {
            return Refused("INVAILID_ARGUMENTS", "入参不合法"); // the spelling is genuine
        }

        if (call.Content["bill_type"] is not "trade")
        {
            return Refused("TYPE_NOT_SUPPORTED", "不支持的账单类型");
        }

        var day = new BillDay(call.Merchant.SellerId, start, call.Now);
        return !IsReady(day) || call.Met.Meets(NotReady) ? Refused(options.NoBillSubCode, "账单不存在")
            : shelf.Put(day) is { } path ? Found(call.Root + path, shelf.RowsOf(day).Count == 0)
            : MethodAnswer.Refused(GatewayError.Busy);
    }

    private static MethodAnswer Refused(string subCode, string message)
        => MethodAnswer.Refused(GatewayError.Failed(subCode, message));

    private static MethodAnswer Found(string address, bool isEmpty)
        => new AnswerFields()
            .Put("bill_download_url", address)
            .Put("bill_file_code", isEmpty ? "EMPTY_DATA_WITH_BILL_FILE" : string.Empty)
            .Success();

    private bool IsReady(BillDay day)
        => options.ReadyAfter is not { } wait
            ? day.Start <= day.Exported
            : day.End + wait <= day.Exported;
}
