using System.Globalization;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc.Agreements;

/// <summary>Every signing of this world. A number is unique for its merchant.</summary>
internal sealed class SigningBook(TimeProvider time)
{
    /// <summary>The most signings one run keeps.</summary>
    public const int Maximum = 100_000;

    private readonly Lock turn = new();
    private readonly Dictionary<(string Merchant, string Number), Signing> signings = [];
    private int serial;

    /// <summary>The moment of the book.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The signing of a number, whoever's it is.</summary>
    public Signing? Find(string number)
    {
        lock (turn)
        {
            return signings.Values.FirstOrDefault(
                s => string.Equals(s.Order.Number, number, StringComparison.Ordinal));
        }
    }

    /// <summary>A merchant's signing.</summary>
    public Signing? Find(string merchant, string number)
    {
        lock (turn)
        {
            return signings.GetValueOrDefault((merchant, number));
        }
    }

    /// <summary>A merchant's signing by the bank's number.</summary>
    public Signing? FindSigned(string merchant, string signNo)
    {
        lock (turn)
        {
            return signings.Values.FirstOrDefault(
                s => string.Equals(s.Order.MerchantId, merchant, StringComparison.Ordinal)
                    && string.Equals(s.SignNo, signNo, StringComparison.Ordinal));
        }
    }

    /// <summary>Why nothing can be debited by the bank's number; null where it can.</summary>
    public ReturnCode? Refusal(string merchant, string signNo)
        => FindSigned(merchant, signNo) is not { } signing ? ReturnCode.OrderUnknown
            : signing.IsInForce(Now) ? null
            : ReturnCode.StateForbids;

    /// <summary>Takes a wish for a page. Null, or why not.</summary>
    public ReturnCode? Open(SignOrder order, bool refusesRepetitions)
    {
        lock (turn)
        {
            if (signings.TryGetValue((order.MerchantId, order.Number), out var known))
            {
                return known.Order != order || refusesRepetitions ? ReturnCode.Duplicated
                    : known.State is TradeState.Waiting ? null
                    : ReturnCode.StateForbids;
            }

            if (signings.Count == Maximum)
            {
                return ReturnCode.SystemError;
            }

            signings[(order.MerchantId, order.Number)] = new(order);
            return null;
        }
    }

    /// <summary>The payer signs; null where that was decided before.</summary>
    public Signing? Sign(SignOrder order)
        => Move(order, static s => s.State is TradeState.Waiting, (s, now) => s with
        {
            Signed = now,
            SignNo = string.Create(
                CultureInfo.InvariantCulture,
                $"No{BeijingTime.Format(now, "yyyyMMdd")}{++serial:0000}"),
        });

    /// <summary>The payer declines; null where that was decided before.</summary>
    public Signing? Decline(SignOrder order)
        => Move(
            order, static s => s.State is TradeState.Waiting,
            static (s, _) => s with { IsDeclined = true });

    /// <summary>It ends; null where it is not signed, or over.</summary>
    public Signing? End(SignOrder order)
        => Move(
            order, static s => s.State is TradeState.Paid,
            static (s, now) => s with { Ended = now });

    private Signing? Move(
        SignOrder order, Func<Signing, bool> may, Func<Signing, DateTimeOffset, Signing> how)
    {
        var now = Now;
        lock (turn)
        {
            var key = (order.MerchantId, order.Number);
            return signings.TryGetValue(key, out var signing) && may(signing)
                ? signings[key] = how(signing, now)
                : null;
        }
    }
}
