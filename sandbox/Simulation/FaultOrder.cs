using System.Globalization;

namespace PayFunctions.Sandbox.Simulation;

/// <summary>A fault and how often it shall happen.</summary>
/// <param name="Kind">One of the plan's kinds.</param>
/// <param name="Count">How often.</param>
/// <param name="Method">
/// Only for this operation, by the channel's name for it; null for all. It is for answers:
/// notifications are no operation.
/// </param>
/// <param name="Seconds">How long, for what takes long.</param>
/// <param name="OutTradeNo">Only for this trade's notifications; null for all.</param>
/// <param name="Done">
/// For busy and http_500: whether the work is done nevertheless. Every other answer of a kind
/// that spoils comes after the work.
/// </param>
internal sealed record FaultOrder(
    string Kind,
    int Count = 1,
    string? Method = null,
    int Seconds = 15,
    string? OutTradeNo = null,
    bool Done = false)
{
    /// <summary>Whether it is for this operation and trade; both empty where unknown.</summary>
    public bool Concerns(string method, string outTradeNo)
        => (Method is null || string.Equals(Method, method, StringComparison.Ordinal))
            && (OutTradeNo is null
                || string.Equals(OutTradeNo, outTradeNo, StringComparison.Ordinal));

    /// <summary>Reads <see cref="Fault.Header"/>; null where it is badly written.</summary>
    public static FaultOrder? Parse(string header)
    {
        const string Length = "seconds=";
        var parts = header.Split(';', StringSplitOptions.TrimEntries);
        var order = new FaultOrder(parts[0]);
        foreach (var part in parts.Skip(1))
        {
            if (string.Equals(part, "done", StringComparison.Ordinal))
            {
                order = order with { Done = true };
            }
            else if (part.StartsWith(Length, StringComparison.Ordinal)
                && int.TryParse(
                    part.AsSpan(Length.Length), NumberStyles.None, CultureInfo.InvariantCulture,
                    out var seconds))
            {
                order = order with { Seconds = seconds };
            }
            else
            {
                return null;
            }
        }

        return order;
    }
}
