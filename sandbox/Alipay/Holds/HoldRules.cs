namespace PayFunctions.Sandbox.Alipay.Holds;

/// <summary>What may become of a hold. Each rule gets it as it stands at that moment.</summary>
internal static class HoldRules
{
    /// <summary>The payer authorises.</summary>
    public static HoldMove Freeze(Hold hold, HoldOperation freeze)
        => hold.IsClosed ? new(hold, HoldError.Closed, false)
            : hold.IsFrozen ? new(hold, HoldError.Finished, false)
            : Moved(hold, freeze);

    /// <summary>
    /// The merchant lets a part go. The same number again moves nothing, and is an error only
    /// where it is another amount, or was the freeze's.
    /// </summary>
    public static HoldMove Unfreeze(Hold hold, HoldOperation unfreeze)
        => hold.Find(unfreeze.OutRequestNo) switch
        {
            { Act: HoldAct.Unfreeze } before when before.Fen == unfreeze.Fen
                => new(hold, null, false),
            not null => new(hold, HoldError.NotUnique, false),
            _ when hold.IsClosed => new(hold, HoldError.Closed, false),
            _ when !hold.IsFrozen => new(hold, HoldError.WrongState, false),
            _ when hold.RestFen == 0 => new(hold, HoldError.Finished, false),
            _ when unfreeze.Fen > hold.RestFen => new(hold, HoldError.TooMuch, false),
            _ => Moved(hold, unfreeze),
        };

    /// <summary>
    /// The merchant undoes the freeze: not authorised, it ends; authorised and untouched, all is
    /// let go.
    /// </summary>
    public static HoldMove Cancel(Hold hold, HoldOperation unfreeze)
        => hold switch
        {
            { IsClosed: true } => new(hold, null, false),
            { IsFrozen: false } => new(hold with { IsClosed = true }, null, true),
            { Operations.Count: > 1 } => new(hold, HoldError.WrongState, false),
            _ => Moved(hold, unfreeze with { Fen = hold.RestFen }),
        };

    /// <summary>Why an amount cannot be taken; null where it can.</summary>
    public static GatewayError? WhyNotTaken(Hold? hold, long fen)
        => hold switch
        {
            null => GatewayError.Business("AUTH_NO_ERROR", "预授权号错误或不存在"),
            { IsClosed: true } => GatewayError.Business("AUTH_ORDER_HAS_CLOSED", "授权订单已关闭"),
            { IsFrozen: false } => GatewayError.Business("AUTH_ORDER_NOT_PAID", "授权订单未支付"),
            { RestFen: 0 } => GatewayError.Business("AUTH_ORDER_HAS_FINISHED", "授权订单已完结"),
            _ when fen > hold.RestFen => GatewayError.Business(
                "AUTH_AMOUNT_NOT_ENOUGH", "授权金额不足"),
            _ => null,
        };

    private static HoldMove Moved(Hold hold, HoldOperation operation)
        => new(hold with { Operations = [.. hold.Operations, operation] }, null, true);
}
