using System.Globalization;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>
/// Numbers in the shapes of the wire. The start's time of day is in them, so that a simulator
/// started again does not repeat what a merchant has stored.
/// </summary>
internal sealed class TradeNumbers(TimeProvider time)
{
    private readonly string start = BeijingTime.Format(time.GetUtcNow(), "HHmmssfff");
    private int last;

    /// <summary>A trade's number of 28 digits and its notification's of 34.</summary>
    public (string TradeNo, string NotifyId) Next(DateTimeOffset now)
    {
        var number = Interlocked.Increment(ref last);
        var day = BeijingTime.Format(now, "yyyyMMdd");
        var second = BeijingTime.Format(now, "HHmmss");
        var serial = start + number.ToString("000000", CultureInfo.InvariantCulture);
        return ($"{day}22001{serial}", $"{day}00222{second}{serial}");
    }
}
