using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PayFunctions.Orders;

namespace PayFunctions.Batches;

/// <summary>
/// Which batch of a channel's own each row goes with: rows of one account, as many as fit. A row
/// begins once in its life, so no two batches are called after the same first row.
/// </summary>
internal sealed class FilingPlan(Batch batch, DateTimeOffset now)
{
    /// <summary>The length of their numbers: what the strictest channel takes.</summary>
    public const int NumberLength = 20;

    private readonly Dictionary<string, (Filing Filing, int Left)> open
        = new(StringComparer.Ordinal);

    /// <summary>The batch for one more row of an account; null where <paramref name="size"/> says
    /// that they go one by one.</summary>
    public Filing? FilingOf(string account, int size, BatchRow row)
    {
        if (size <= 0)
        {
            return null;
        }

        var (filing, left) = open.TryGetValue(account, out var known) && known.Left > 0
            ? known
            : (new Filing(NumberOf(account, row), now), size);
        open[account] = (filing, left - 1);
        return filing;
    }

    private string NumberOf(string account, BatchRow first)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{batch.Kind}\n{batch.AppId}\n{batch.BatchNo}\n{account}\n{first.Number}"))))
            [..NumberLength];
}
