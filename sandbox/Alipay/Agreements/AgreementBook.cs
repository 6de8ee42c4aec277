using System.Globalization;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay.Agreements;

/// <summary>Every agreement of this world. A number is unique for its merchant.</summary>
internal sealed class AgreementBook(TimeProvider time)
{
    /// <summary>The most agreements one run keeps.</summary>
    public const int Maximum = 100_000;

    private readonly Lock turn = new();
    private readonly Dictionary<(string Seller, string Number), Agreement> agreements = [];
    private readonly TradeNumbers numbers = new(time);
    private int serial;

    /// <summary>The moment of the book.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The agreement under a merchant's number, whoever it is.</summary>
    public Agreement? Find(string externalNo)
    {
        lock (turn)
        {
            return agreements.Values.FirstOrDefault(a => string.Equals(
                a.Order.ExternalNo, externalNo, StringComparison.Ordinal));
        }
    }

    /// <summary>A merchant's agreement by our number, which wins, or by the merchant's.</summary>
    public Agreement? Find(string seller, string agreementNo, string externalNo)
    {
        lock (turn)
        {
            return FindAt(seller, agreementNo, externalNo);
        }
    }

    /// <summary>The payer agrees, or declines: once. Null where that was decided before.</summary>
    public Agreement? Decide(AgreementOrder order, bool agrees)
    {
        var now = Now;
        lock (turn)
        {
            var key = (order.Merchant.SellerId, order.ExternalNo);
            return agreements.ContainsKey(key) || agreements.Count == Maximum
                ? null
                : agreements[key] = new(Number(now), order, agrees ? now : null);
        }
    }

    /// <summary>It ends. Null where it is not in force.</summary>
    public Agreement? End(Agreement known)
    {
        var now = Now;
        lock (turn)
        {
            var key = (known.Order.Merchant.SellerId, known.Order.ExternalNo);
            return agreements[key] is { } agreement && agreement.IsNormal(now)
                ? agreements[key] = agreement with { Ended = now }
                : null;
        }
    }

    /// <summary>Why a debit cannot be; null where it can, and is counted.</summary>
    public GatewayError? Debit(string seller, string agreementNo, string productCode, long fen)
    {
        var now = Now;
        lock (turn)
        {
            if (FindAt(seller, agreementNo, string.Empty) is not { Signed: not null } agreement)
            {
                return AgreementError.NotThere;
            }

            if (!agreement.IsNormal(now))
            {
                return AgreementError.NotNormal;
            }

            if (!string.Equals(
                productCode, agreement.Order.ProductCode, StringComparison.Ordinal))
            {
                return AgreementError.WrongProduct;
            }

            if (WhyBeyond(agreement, fen) is { } refusal)
            {
                return refusal;
            }

            agreements[(seller, agreement.Order.ExternalNo)] = agreement with
            {
                Debits = [.. agreement.Debits, fen],
            };
            return null;
        }
    }

    /// <summary>The identity of a notification.</summary>
    public string NotifyId(DateTimeOffset now) => numbers.NotifyId(now);

    private static GatewayError? WhyBeyond(Agreement agreement, long fen)
        => agreement.Order.Plan is not { } plan ? null
            : fen > plan.SingleFen ? AgreementError.SingleExceeded
            : agreement.Debits.Sum() + fen > plan.TotalFen ? AgreementError.TotalExceeded
            : agreement.Debits.Count >= plan.Payments ? AgreementError.TimesExceeded
            : null;

    private Agreement? FindAt(string seller, string agreementNo, string externalNo)
        => agreementNo.Length > 0
            ? agreements.Values.FirstOrDefault(
                a => string.Equals(
                        a.Order.Merchant.SellerId, seller, StringComparison.Ordinal)
                    && string.Equals(a.AgreementNo, agreementNo, StringComparison.Ordinal))
            : agreements.GetValueOrDefault((seller, externalNo));

    private string Number(DateTimeOffset now)
        => BeijingTime.Format(now, "yyyyMMdd")
            + (++serial).ToString("000000000000", CultureInfo.InvariantCulture);
}
