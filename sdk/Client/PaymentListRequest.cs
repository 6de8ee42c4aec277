using System.Globalization;
using System.Text;

namespace PayFunctions.Sdk;

/// <summary>Asks for orders by the time they were created.</summary>
/// <remarks>
/// An order is listed once it is 30 seconds old. So no cursor passes an order by, and the last
/// <see cref="PaymentListResponse.NextCursor"/> can be gone on from at any time, with a later
/// <see cref="To"/>.
/// </remarks>
public sealed record PaymentListRequest
{
    /// <summary>Created then or later, to the second.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Created before, to the second; at most 31 days later.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Where the page before ended; null for the first page.</summary>
    public string? Cursor { get; init; }

    /// <summary>The most orders on the page, 1 to 100; null for 50.</summary>
    public int? Limit { get; init; }

    /// <summary>Only orders that are in that state now; null for all.</summary>
    public TradeState? TradeState { get; init; }

    /// <summary>Only orders of that channel or product; null for all.</summary>
    public string? Channel { get; init; }

    internal string PathAndQuery
    {
        get
        {
            var text = new StringBuilder("/v1/payments?from=").Append(Time(From))
                .Append("&to=").Append(Time(To));
            Add(text, "cursor", Cursor);
            Add(text, "limit", Limit?.ToString(CultureInfo.InvariantCulture));
            Add(text, "trade_state", TradeState is { } state ? TradeStateWord.Of(state) : null);
            Add(text, "channel", Channel);
            return text.ToString();
        }
    }

    private static string Time(DateTimeOffset at)
        => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void Add(StringBuilder text, string name, string? value)
    {
        if (value is not null)
        {
            text.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
    }
}
