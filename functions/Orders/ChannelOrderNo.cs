using System.Globalization;

namespace PayFunctions.Orders;

/// <summary>
/// The order number a channel sees: the transaction_id and two digits for the attempt,
/// 28 characters in all (the strictest channel allows 32).
/// </summary>
internal readonly record struct ChannelOrderNo(OrderId Id, int Attempt)
{
    private const int AttemptDigits = 2;

    /// <summary>Reads a number that we gave to a channel.</summary>
    public static bool TryParse(string? text, out ChannelOrderNo number)
    {
        number = default;
        if (text is not { Length: OrderId.Length + AttemptDigits }
            || !OrderId.TryParse(text[..OrderId.Length], out var id)
            || !int.TryParse(
                text.AsSpan(OrderId.Length), NumberStyles.None, CultureInfo.InvariantCulture,
                out var attempt)
            || attempt == 0)
        {
            return false;
        }

        number = new ChannelOrderNo(id, attempt);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString()
        => Id.Value + Attempt.ToString("D2", CultureInfo.InvariantCulture);
}
