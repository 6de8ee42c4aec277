using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Refunds;

/// <summary>
/// Sends refunds that were just begun as one batch of their channel's. Where the channel takes no
/// batch they go one by one; where nobody knows, each is asked about and waits.
/// </summary>
internal sealed class FileRefunds(
    RefundQuestion question, RefundAnswer answer, SendRefund send)
{
    /// <summary>Runs for refunds of one account that go with that batch.</summary>
    public async Task RunAsync(
        Filing filing, IReadOnlyList<RefundBegun> refunds, CancellationToken cancellation)
    {
        var outcome = await question.FileAsync(filing, refunds, cancellation);
        foreach (var begun in refunds)
        {
            switch (outcome)
            {
                case FilingTaken { Serial: { } serial }:
                    await answer.ApplyAsync(
                        begun.Order.Id, begun.Stored, begun.Refund,
                        new UndecidedRefund(begun.Refund.Number, serial), cancellation);
                    break;
                case FilingRefused:
                    await send.RunAsync(begun, cancellation);
                    break;
                default:
                    break;
            }
        }
    }
}
