namespace PayFunctions.Sandbox.Alipay.Holds;

/// <summary>Every hold of this world. A number is unique for its merchant.</summary>
internal sealed class HoldBook(TimeProvider time)
{
    /// <summary>The most holds one run keeps.</summary>
    public const int Maximum = 100_000;

    private readonly Lock turn = new();
    private readonly Dictionary<(string Seller, string Number), Hold> holds = [];
    private readonly TradeNumbers numbers = new(time);

    /// <summary>The holds, oldest first.</summary>
    public IReadOnlyList<Hold> All()
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            return [.. holds.Values.Select(h => h.At(now)).OrderBy(static h => h.Created)];
        }
    }

    /// <summary>The hold under a merchant's number, whoever it is.</summary>
    public Hold? Find(string outOrderNo)
        => All().FirstOrDefault(
            h => string.Equals(h.Order.OutOrderNo, outOrderNo, StringComparison.Ordinal));

    /// <summary>A merchant's hold by our number, which wins, or by the merchant's.</summary>
    public Hold? Find(string seller, string holdNo, string outOrderNo)
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            return FindAt(seller, holdNo, outOrderNo, now);
        }
    }

    /// <summary>The hold of an order, where the payer has begun it.</summary>
    public Hold? Find(HoldOrder order)
        => Find(order.Merchant.SellerId, string.Empty, order.OutOrderNo);

    /// <summary>The payer acts for the first time: now it exists.</summary>
    public HoldMove Open(HoldOrder order)
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            return OpenAt(order, now);
        }
    }

    /// <summary>The payer authorises.</summary>
    public HoldMove Authorise(HoldOrder order)
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            return OpenAt(order, now) is { Error: null, Hold: { } hold }
                ? Keep(HoldRules.Freeze(hold, Operation(
                    HoldAct.Freeze, order.OutRequestNo, order.Fen, now)))
                : new(null, HoldError.Closed, false);
        }
    }

    /// <summary>The merchant lets a part go.</summary>
    public HoldMove Unfreeze(Hold known, string outRequestNo, long fen)
        => Change(known, (hold, now) => HoldRules.Unfreeze(
            hold, Operation(HoldAct.Unfreeze, outRequestNo, fen, now)));

    /// <summary>The merchant undoes it.</summary>
    public HoldMove Cancel(Hold known)
        => Change(known, (hold, now) => HoldRules.Cancel(
            hold, Operation(HoldAct.Unfreeze, string.Empty, hold.RestFen, now)));

    /// <summary>It ends as its timeout would end it.</summary>
    public HoldMove Close(Hold known)
        => Change(known, static (hold, _) => hold.IsFrozen
            ? new(hold, HoldError.WrongState, false)
            : new(hold with { IsClosed = true }, null, true));

    /// <summary>
    /// Takes an amount, and lets the rest go where that is asked for; why not, else null.
    /// </summary>
    public GatewayError? Take(MethodCall call, long fen)
    {
        var content = call.Content;
        var now = time.GetUtcNow();
        lock (turn)
        {
            var hold = FindAt(call.Merchant.SellerId, content["auth_no"], string.Empty, now);
            if ((HoldRules.WhyNotTaken(hold, fen)
                ?? CaptureRules.WhyNot(hold!, content)) is { } refusal)
            {
                return refusal;
            }

            var taken = hold! with
            {
                Operations =
                [
                    .. hold.Operations,
                    Operation(HoldAct.Pay, content["out_trade_no"], fen, now),
                ],
            };
            if (taken.RestFen > 0 && content["auth_confirm_mode"] is "COMPLETE")
            {
                taken = taken with
                {
                    Operations =
                    [
                        .. taken.Operations,
                        Operation(HoldAct.Unfreeze, string.Empty, taken.RestFen, now),
                    ],
                };
            }

            Keep(new(taken, null, true));
            return null;
        }
    }

    /// <summary>The identity of a notification.</summary>
    public string NotifyId(DateTimeOffset now) => numbers.NotifyId(now);

    private HoldMove Change(Hold known, Func<Hold, DateTimeOffset, HoldMove> rule)
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            return Keep(rule(holds[Key(known.Order)].At(now), now));
        }
    }

    private Hold? FindAt(string seller, string holdNo, string outOrderNo, DateTimeOffset now)
        => (holdNo.Length > 0
            ? holds.Values.FirstOrDefault(
                h => string.Equals(h.Order.Merchant.SellerId, seller, StringComparison.Ordinal)
                    && string.Equals(h.HoldNo, holdNo, StringComparison.Ordinal))
            : holds.GetValueOrDefault((seller, outOrderNo)))?.At(now);

    private HoldMove OpenAt(HoldOrder order, DateTimeOffset now)
        => holds.TryGetValue(Key(order), out var known) ? new(known.At(now), null, false)
            : order.Deadline <= now ? new(null, HoldError.Closed, false)
            : holds.Count == Maximum ? new(null, GatewayError.Busy, false)
            : Keep(new(new Hold(numbers.HoldNo(now), order, [], now), null, true));

    private HoldMove Keep(HoldMove move)
    {
        if (move is { Moved: true, Hold: { } hold })
        {
            holds[Key(hold.Order)] = hold;
        }

        return move;
    }

    private HoldOperation Operation(
        HoldAct act, string outRequestNo, long fen, DateTimeOffset now)
        => new(act, numbers.OperationId(now), outRequestNo, fen, now);

    private static (string Seller, string Number) Key(HoldOrder order)
        => (order.Merchant.SellerId, order.OutOrderNo);
}
