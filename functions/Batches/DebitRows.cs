using PayFunctions.Agreements;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Batches;

/// <summary>
/// Rows that are debits. Each is sent by itself, or together with others where its account prefers
/// that.
/// </summary>
internal sealed class DebitRows(
    IOrderStore orders, BeginDebit begin, SendDebit send, FileDebits file,
    DebitQuestion question, TimeProvider time) : IBatchWork
{
    /// <inheritdoc/>
    public BatchKind Kind => BatchKind.Debit;

    /// <inheritdoc/>
    public async Task<string?> WhyNotAsync(
        Batch batch, BatchRow row, CancellationToken cancellation)
    {
        if (await orders.FindAsync(row.Id, cancellation)
                is not { Order: { Terms.Kind: OrderKind.Agreement } agreement }
            || !string.Equals(agreement.AppId, batch.AppId, StringComparison.Ordinal))
        {
            return BatchCode.Of(ApiErrorCode.AgreementNotFound);
        }

        var wish = WishOf(row);
        if ((await orders.FindAsync(
            OrderId.Of(batch.AppId, row.OutRequestNo), cancellation))?.Order is { } known)
        {
            return wish.Is(known) ? null : BatchCode.Of(OrderRefusal.ContentDiffers);
        }

        return AgreementRules.WhyNot(
            agreement, new RequestDebit(row.OutRequestNo, wish.Total), time.GetUtcNow(),
            row.Before, row.BeforeFen) is { } why ? BatchCode.Of(why)
            : question.TermsOf(agreement, wish) is null ? BatchCode.Unsupported
            : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BatchRow>> DoAsync(
        Application application, Batch batch, IReadOnlyList<BatchRow> rows,
        CancellationToken cancellation)
    {
        var plan = new FilingPlan(batch, time.GetUtcNow());
        var filed = new List<(Filing Filing, DebitBegun Begun)>();
        var done = new List<BatchRow>();
        foreach (var row in rows)
        {
            if (row.Outcome is not null)
            {
                done.Add(row);
                continue;
            }

            var result = await begin.RunAsync(
                application, WishOf(row),
                async payment => plan.FilingOf(
                    await question.BatchSizeAsync(payment, cancellation), payment.Terms.Account!,
                    row),
                cancellation);
            if (result is DebitBegun { Payment.Attempts: [.., { Filing: { } filing }] } begun)
            {
                filed.Add((filing, begun));
                done.Add(Told(row, begun.Payment));
            }
            else
            {
                done.Add(await TellAsync(row, result, cancellation));
            }
        }

        foreach (var together in filed.GroupBy(static f => f.Filing, static f => f.Begun))
        {
            await file.RunAsync(together.Key, [.. together], cancellation);
        }

        return done;
    }

    /// <inheritdoc/>
    public async Task<BatchRow> LookAsync(
        Batch batch, BatchRow row, CancellationToken cancellation)
        => (await orders.FindAsync(
            OrderId.Of(batch.AppId, row.OutRequestNo), cancellation))?.Order is { } payment
                ? Told(row, payment)
                : row;

    private async Task<BatchRow> TellAsync(
        BatchRow row, DebitResult result, CancellationToken cancellation) => result switch
        {
            DebitBegun begun => Told(row, (await send.RunAsync(begun, cancellation)).Payment),
            DebitKnown known => Told(row, known.Payment),
            DebitRefused { Why: OrderRefusal.OrderNotFound } => Refused(
                row, BatchCode.Of(ApiErrorCode.AgreementNotFound)),
            DebitRefused refused => Refused(row, BatchCode.Of(refused.Why)),
            _ => Refused(row, BatchCode.Unsupported),
        };

    private static DebitWish WishOf(BatchRow row)
        => new(
            row.Id, row.OutRequestNo, Money.OfFen(row.Fen), row.Reason!, Body: null,
            Attach: null, NotifyUrl: null);

    private static BatchRow Refused(BatchRow row, string code)
        => row with { Outcome = RowOutcome.Refused, Failure = code };

    /// <summary>A payment that went back since was made all the same.</summary>
    private static BatchRow Told(BatchRow row, Order payment) => row with
    {
        Outcome = payment.State switch
        {
            OrderState.Success => RowOutcome.Succeeded,
            OrderState.NotPay or OrderState.UserPaying => RowOutcome.Processing,
            _ => RowOutcome.Failed,
        },
    };
}
