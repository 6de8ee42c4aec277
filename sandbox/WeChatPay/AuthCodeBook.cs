using System.Collections.Concurrent;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>
/// What happens to each code that a payer shows: as ordered by control, else by the code's last
/// three digits, else it pays at once.
/// </summary>
/// <param name="usedOnce">Whether a code is good for one order only.</param>
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
            ["911"] = new(PayerAct.None, ChargeAnswer.Refused, "AUTH_CODE_INVALID"),
            ["912"] = new(PayerAct.Fails, ChargeAnswer.Refused, "NOT_ENOUGH"),
            ["913"] = new(PayerAct.Fails, ChargeAnswer.Refused, "TRADE_ERROR"),
            ["914"] = new(PayerAct.None, ChargeAnswer.Refused, "AUTHCODEEXPIRE"),
            ["915"] = new(PayerAct.Pays, ChargeAnswer.Refused, "BANK_ERROR"),
        };

    private readonly ConcurrentDictionary<string, ChargeBehaviour> ordered =
        new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, (Party Party, string Number)> used =
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

    /// <summary>Uses a code for an order; for the same order it can be used again.</summary>
    /// <returns>Whether no other order has used it, and there was room.</returns>
    public bool TryUse(string code, PayOrder order)
    {
        var number = (order.Party, order.OutTradeNo);
        return !usedOnce
            || (used.TryGetValue(code, out var before)
                ? before == number
                : used.Count < Maximum && used.GetOrAdd(code, number) == number);
    }
}
