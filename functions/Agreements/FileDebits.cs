using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Agreements;

/// <summary>
/// Sends debits that were just begun as one batch of their channel's. Where the channel takes no
/// batch they go one by one; else each is asked about, and none is sent again.
/// </summary>
internal sealed class FileDebits(DebitQuestion question, SendDebit send)
{
    /// <summary>Runs for debits of one account that go with that batch.</summary>
    public async Task RunAsync(
        Filing filing, IReadOnlyList<DebitBegun> debits, CancellationToken cancellation)
    {
        if (await question.FileAsync(
            filing, [.. debits.Select(static d => d.Payment)], cancellation) is not FilingRefused)
        {
            return;
        }

        foreach (var begun in debits)
        {
            await send.RunAsync(begun, cancellation);
        }
    }
}
