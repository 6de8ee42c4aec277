using System.Globalization;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Tenpay;

/// <summary>What Tenpay's words about a refund mean. Every answer has a meaning here.</summary>
internal static class TenpayRefundStatus
{
    private const int RowsMax = 100;

    /// <summary>What an answer to a refund says.</summary>
    public static RefundOutcome OfRefund(
        TenpayAnswer answer, TenpayAccount account, TenpayRefundRow row)
    {
        if (!answer.IsOk)
        {
            return TenpayRetcode.RefusesRefund(answer.Retcode)
                ? new RefundDeclined(TenpayRetcode.Describe(answer.Retcode))
                : new RefundUnknown(TenpayRetcode.Describe(answer.Retcode));
        }

        if (!TenpayTrade.IsFor(account, answer.Text)
            || !IsNumber(answer.Text("out_refund_no"), row)
            || !row.IsOfTrade(answer.Text))
        {
            return new RefundUnknown("the answer is not about this refund");
        }

        return !row.IsAmount(answer.Text("refund_fee"))
            ? new RefundUnknown("the answer is about another amount")
            : OfStatus(answer.Text("refund_status"), answer.Text("refund_id"), at: null) switch
            {
                // Only a question may say that it is to be sent again: it will ask first.
                RefundAbsent absent => new RefundUnknown(absent.Reason),
                var outcome => outcome,
            };
    }

    /// <summary>What an answer to a question says.</summary>
    public static RefundOutcome OfQuery(
        TenpayAnswer answer, TenpayAccount account, TenpayRefundRow row)
    {
        if (!answer.IsOk)
        {
            return answer.Retcode is TenpayRetcode.RefundAbsent
                ? new RefundAbsent(TenpayRetcode.Describe(answer.Retcode))
                : new RefundUnknown(TenpayRetcode.Describe(answer.Retcode));
        }

        if (!TenpayTrade.IsFor(account, answer.Text) || !row.IsOfTrade(answer.Text))
        {
            return new RefundUnknown("the answer is not about this trade");
        }

        if (!int.TryParse(
                answer.Text("refund_count"), NumberStyles.None, CultureInfo.InvariantCulture,
                out var count)
            || count > RowsMax)
        {
            return new RefundUnknown("the answer does not say how many refunds there are");
        }

        int[] rows =
        [
            .. Enumerable.Range(0, count).Where(
                n => IsNumber(answer.Text(Name("out_refund_no", n)), row)),
        ];
        return rows switch
        {
            [] => new RefundUnknown("the answer does not name this refund"),
            [var only] => OfRow(answer, row, only),
            _ => new RefundUnknown(TenpayRetcode.Describe("88229113")),
        };
    }

    /// <summary>What a refund_status means.</summary>
    /// <param name="status">The status: 1 to 11.</param>
    /// <param name="refundId">Tenpay's number of the refund, where it is said.</param>
    /// <param name="at">When it was done, where it is said.</param>
    public static RefundOutcome OfStatus(string? status, string? refundId, DateTimeOffset? at)
        => status switch
        {
            "4" or "10" => new RefundSucceeded(
                TenpayTradeNo.TryRead(refundId, out var number) ? number : null, at),
            "3" or "5" or "6" => new RefundDeclined($"refund_status {status}: failed"),
            "8" or "9" or "11" => new RefundPending($"refund_status {status}: in work"),
            "1" or "2" => new RefundAbsent(
                $"refund_status {status}: undetermined, to be sent again under the same number"),
            "7" => new RefundStuck(
                "refund_status 7: the payer's bank refused; the money is in the merchant's cash "
                + "account and has to be paid out by hand"),
            null => new RefundUnknown("the answer has no refund_status"),
            _ => new RefundUnknown("the answer has no known refund_status"),
        };

    // The rows say state where the refund's own answer says status.
    private static RefundOutcome OfRow(TenpayAnswer answer, TenpayRefundRow row, int n)
        => row.IsAmount(answer.Text(Name("refund_fee", n)))
            ? OfStatus(
                answer.Text(Name("refund_state", n)),
                answer.Text(Name("refund_id", n)),
                BeijingClock.TryRead(
                    answer.Text(Name("refund_time", n)), BeijingClock.Digits, out var at)
                    ? at
                    : null)
            : new RefundUnknown("the answer is about another amount");

    private static bool IsNumber(string? text, TenpayRefundRow row)
        => string.Equals(text, row.Number.ToString(), StringComparison.Ordinal);

    private static string Name(string name, int n)
        => string.Create(CultureInfo.InvariantCulture, $"{name}_{n}");
}
