namespace PayFunctions.Sandbox.Alipay.Holds;

/// <summary><see cref="Methods.Unfreeze"/>: lets an authorised amount go.</summary>
internal sealed class UnfreezeHold(HoldBook book, HoldPayer payer) : IGatewayMethod
{
    private const int RemarkMaximum = 100;

    /// <inheritdoc/>
    public string Name => Methods.Unfreeze;

    /// <inheritdoc/>
    public MethodAnswer Answer(MethodCall call)
    {
        var content = call.Content;
        var (hold, error) = content["auth_no"].Length == 0
            ? (null, HoldError.Field("auth_no"))
            : HoldFields.Find(book, call);
        error ??= Wrong(content) is { } wrong ? HoldError.Field(wrong) : null;
        if (error is not null)
        {
            return MethodAnswer.Refused(error);
        }

        var number = content["out_request_no"];
        var move = book.Unfreeze(hold!, number, OrderFieldRules.Amount(content, "amount") ?? 0);
        if (move is not { Error: null, Hold: { } after } || after.Find(number) is not { } operation)
        {
            return MethodAnswer.Refused(move.Error ?? HoldError.NoOperation);
        }

        if (move.Moved)
        {
            payer.Tell(after, operation, call.Request["notify_url"]);
        }

        return HoldFields.Of(after, operation, number).Put("status", "SUCCESS").Success();
    }

    private static string? Wrong(BizContent content)
        => !OrderFieldRules.IsNumber(content["out_request_no"]) ? "out_request_no"
            : OrderFieldRules.Amount(content, "amount") is null ? "amount"
            : content["remark"].Length is 0 or > RemarkMaximum ? "remark"
            : null;
}
