using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PayFunctions.Orders;

namespace PayFunctions.Batches;

/// <summary>
/// Which batch of a channel's own each row goes with: rows of one account, as many as fit, that
/// come to no more than the largest payment. A row begins once in its life, so no two batches are
/// called after the same first row.
/// </summary>
internal sealed class FilingPlan(Batch batch, DateTimeOffset now)
{
    /// <summary>The length of their numbers: what the strictest channel takes.</summary>
    public const int NumberLength = 20;

    // Accounts of two channels may have one name.
    private readonly Dictionary<(string Channel, string Account), Open> open = [];

    /// <summary>The batch for one more row of an account; null where the size says that they go
    /// one by one.</summary>
    public Filing? FilingOf((string Channel, int Size) room, string account, BatchRow row)
    {
        if (room.Size <= 0)
        {
            return null;
        }

        var at = (room.Channel, account);
        var to = open.TryGetValue(at, out var known) && known.Rows > 0 && known.Fen >= row.Fen
            ? known
            : new Open(
                new Filing(NumberOf(room.Channel, account, row), now), room.Size, Money.MaxFen);
        open[at] = to with { Rows = to.Rows - 1, Fen = to.Fen - row.Fen };
        return to.Filing;
    }

    private string NumberOf(string channel, string account, BatchRow first)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{batch.Kind}\n{batch.AppId}\n{batch.BatchNo}\n{channel}\n{account}\n"
            + $"{first.Number}"))))[..NumberLength];

    /// <summary>A batch, and how much more fits.</summary>
    private readonly record struct Open(Filing Filing, int Rows, long Fen);
}
