using System.Collections.Concurrent;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>
/// What happens to each code that a payer shows: as ordered by control, else by the code's last
/// three digits, else it pays at once.
/// </summary>
/// <param name="usedOnce">Whether a code is good for one trade only.</param>
internal sealed class AuthCodeBook(bool usedOnce)
{
    /// <summary>The most codes with an order, and the most used codes, of one run.</summary>
    public const int Maximum = 100_000;

    private const int SuffixLength = 3;

    private static readonly ChargeBehaviour PaysAtOnce = new();

    private static readonly Dictionary<string, ChargeBehaviour> Suffixes =
        new(StringComparer.Ordinal)
        {
            ["901"] = new(PayerAct.Waits),
            ["902"] = new(PayerAct.Never),
            ["903"] = new(PayerAct.None, ChargeAnswer.Busy),
            ["904"] = new(PayerAct.Pays, ChargeAnswer.Busy),
            ["905"] = new(PayerAct.Waits, ChargeAnswer.Busy),
            ["911"] = Refused("PAYMENT_AUTH_CODE_INVALID"),
            ["912"] = Refused("BUYER_BALANCE_NOT_ENOUGH"),
            ["913"] = Refused("PAYMENT_FAIL"),
            ["914"] = Refused("SYSTEM_ERROR"),
            ["915"] = Refused("SYSTEM_ERROR") with { Payer = PayerAct.Pays },
        };

    private readonly ConcurrentDictionary<string, ChargeBehaviour> ordered =
        new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, (string Seller, string Number)> used =
        new(StringComparer.Ordinal);

    /// <summary>What was ordered, by code.</summary>
    public IReadOnlyDictionary<string, ChargeBehaviour> Ordered => ordered;

    /// <summary>Orders what shall happen to a code.</summary>
    /// <returns>Whether the order makes sense and there was room for it.</returns>
    public bool TryOrder(string code, ChargeBehaviour behaviour)
    {
        if (!behaviour.IsSound() || (ordered.Count >= Maximum && !ordered.ContainsKey(code)))
        {
            return false;
        }

        ordered[code] = behaviour;
        return true;
    }

    /// <summary>Forgets every order.</summary>
    public void Clear() => ordered.Clear();

    /// <summary>What happens to a code.</summary>
    public ChargeBehaviour BehaviourOf(string code)
        => ordered.GetValueOrDefault(code)
            ?? Suffixes.GetValueOrDefault(code[^Math.Min(SuffixLength, code.Length)..])
            ?? PaysAtOnce;

    /// <summary>Uses a code for a trade; for the same trade it can be used again.</summary>
    /// <returns>Whether no other trade has used it, and there was room.</returns>
    public bool TryUse(string code, PayOrder order)
    {
        if (!usedOnce)
        {
            return true;
        }

        var trade = (order.Merchant.SellerId, order.OutTradeNo);
        return used.TryGetValue(code, out var before)
            ? before == trade
            : used.Count < Maximum && used.GetOrAdd(code, trade) == trade;
    }

    private static ChargeBehaviour Refused(string reason)
        => new(PayerAct.None, ChargeAnswer.Refused, $"ACQ.{reason}");
}
