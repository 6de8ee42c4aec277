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
    private int trades;
    private int holds;
    private int operations;
    private int notices;

    /// <summary>A trade's number, 28 digits.</summary>
    public string TradeNo(DateTimeOffset now)
        => $"{BeijingTime.Format(now, "yyyyMMdd")}22001{Serial(ref trades)}";

    /// <summary>An authorisation's number, 28 digits.</summary>
    public string HoldNo(DateTimeOffset now)
        => $"{BeijingTime.Format(now, "yyyyMMdd")}10002{Serial(ref holds)}";

    /// <summary>The number of an operation on it, 20 digits.</summary>
    public string OperationId(DateTimeOffset now)
        => $"{BeijingTime.Format(now, "yyyyMMdd")}{Serial(ref operations)[3..]}";

    /// <summary>A notification's, 34 digits.</summary>
    public string NotifyId(DateTimeOffset now)
    {
        var second = BeijingTime.Format(now, "HHmmss");
        return $"{BeijingTime.Format(now, "yyyyMMdd")}00222{second}{Serial(ref notices)}";
    }

    private string Serial(ref int last)
        => start + Interlocked.Increment(ref last).ToString("000000", CultureInfo.InvariantCulture);
}
