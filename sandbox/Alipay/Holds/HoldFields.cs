using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay.Holds;

/// <summary>Finds the hold that a request names, and says what an operation is.</summary>
internal static class HoldFields
{
    /// <summary>The caller's hold by <c>auth_no</c>, which wins, or <c>out_order_no</c>.</summary>
    public static (Hold? Hold, GatewayError? Error) Find(HoldBook book, MethodCall call)
    {
        var (ours, theirs) = (call.Content["auth_no"], call.Content["out_order_no"]);
        return ours.Length + theirs.Length == 0 ? (null, HoldError.Field("out_order_no"))
            : book.Find(call.Merchant.SellerId, ours, theirs) is { } hold ? (hold, null)
            : (null, HoldError.NoOrder);
    }

    /// <summary>Names a hold and one operation of it.</summary>
    public static AnswerFields Of(Hold hold, HoldOperation? operation, string outRequestNo)
    {
        var fields = new AnswerFields()
            .Put("auth_no", hold.HoldNo)
            .Put("out_order_no", hold.Order.OutOrderNo)
            .Put("out_request_no", operation?.OutRequestNo ?? outRequestNo)
            .Put("amount", Yuan.Format(operation?.Fen ?? hold.Order.Fen));
        return operation is null
            ? fields
            : fields
                .Put("operation_id", operation.OperationId)
                .Put("gmt_trans", BeijingTime.Format(operation.At));
    }

    /// <summary>The word for what an operation does.</summary>
    public static string WordOf(HoldAct act) => act switch
    {
        HoldAct.Freeze => "FREEZE",
        HoldAct.Unfreeze => "UNFREEZE",
        _ => "PAY",
    };
}
