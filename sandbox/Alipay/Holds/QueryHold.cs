using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay.Holds;

/// <summary><see cref="Methods.QueryHold"/>: what became of an operation.</summary>
internal sealed class QueryHold(HoldBook book) : IGatewayMethod
{
    /// <inheritdoc/>
    public string Name => Methods.QueryHold;

    /// <inheritdoc/>
    public MethodAnswer Answer(MethodCall call)
    {
        var (hold, error) = HoldFields.Find(book, call);
        if (error is not null)
        {
            return MethodAnswer.Refused(error);
        }

        var number = call.Content["out_request_no"];
        var isFreeze = string.Equals(number, hold!.Order.OutRequestNo, StringComparison.Ordinal);
        var operation = hold.Find(number);
        return operation is null && !isFreeze
            ? MethodAnswer.Refused(HoldError.NoOperation)
            : Found(hold, operation, number).Success();
    }

    private static AnswerFields Found(Hold hold, HoldOperation? operation, string number)
        => HoldFields.Of(hold, operation, number)
            .Put("order_title", hold.Order.Title)
            .Put("order_status", hold.OrderStatus)
            .Put("operation_type", HoldFields.WordOf(operation?.Act ?? HoldAct.Freeze))
            .Put("status", operation is not null ? "SUCCESS" : hold.IsClosed ? "CLOSED" : "INIT")
            .Put("total_freeze_amount", Yuan.Format(hold.Sum(HoldAct.Freeze)))
            .Put("total_unfreeze_amount", Yuan.Format(hold.Sum(HoldAct.Unfreeze)))
            .Put("total_pay_amount", Yuan.Format(hold.Sum(HoldAct.Pay)))
            .Put("rest_amount", Yuan.Format(hold.RestFen))
            .Put("payer_logon_id", hold.IsFrozen ? Trade.BuyerLogon : string.Empty)
            .Put("payer_user_id", hold.IsFrozen ? Trade.BuyerId : string.Empty)
            .Put("gmt_create", BeijingTime.Format(hold.Created));
}
