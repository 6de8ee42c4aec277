using System.Globalization;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.IPayNow;

/// <summary>
/// Numbers in the shapes of the wire: profile A's orders have 16 digits; all else has a prefix of
/// six, the second, and seven digits. The start's time of day is in the short ones, so that a
/// simulator started again does not repeat what a merchant has stored.
/// </summary>
internal sealed class TradeNumbers(TimeProvider time)
{
    private readonly string start = BeijingTime.Format(time.GetUtcNow(), "MMddHHmmss");
    private int last;

    /// <summary>An order's number.</summary>
    public string Next(PayOrder order, DateTimeOffset now)
        => order.IsVersioned
            ? Long("200301", now)
            : start + Serial("000000");

    /// <summary>A refund's or a cancel's number.</summary>
    public string Next(string funcode, DateTimeOffset now)
        => Long(funcode is "R002" ? "200802" : "200801", now);

    /// <summary>The number at the payer's bank or wallet: 28 digits.</summary>
    public string AtChannel(DateTimeOffset now)
        => $"4200000{BeijingTime.Format(now, BeijingTime.Digits)}{Serial("0000000")}";

    private string Long(string prefix, DateTimeOffset now)
        => prefix + BeijingTime.Format(now, BeijingTime.Digits) + Serial("0000000");

    private string Serial(string format)
        => Interlocked.Increment(ref last).ToString(format, CultureInfo.InvariantCulture);
}
