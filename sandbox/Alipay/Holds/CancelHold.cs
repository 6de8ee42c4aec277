namespace PayFunctions.Sandbox.Alipay.Holds;

/// <summary><see cref="Methods.CancelHold"/>: undoes an authorisation.</summary>
internal sealed class CancelHold(HoldBook book, HoldPayer payer) : IGatewayMethod
{
    /// <inheritdoc/>
    public string Name => Methods.CancelHold;

    /// <inheritdoc/>
    public MethodAnswer Answer(MethodCall call)
    {
        var (hold, error) = HoldFields.Find(book, call);
        error ??= call.Content["remark"].Length == 0 ? HoldError.Field("remark") : null;
        if (error is not null)
        {
            return MethodAnswer.Refused(error);
        }

        var move = book.Cancel(hold!);
        if (move is not { Error: null, Hold: { } after })
        {
            return MethodAnswer.Refused(move.Error ?? HoldError.NoOrder);
        }

        if (move.Moved)
        {
            payer.TellCancelled(after);
        }

        return HoldFields.Of(after, null, call.Content["out_request_no"])
            .Put("action", after.IsClosed ? "close" : "unfreeze")
            .Success();
    }
}
