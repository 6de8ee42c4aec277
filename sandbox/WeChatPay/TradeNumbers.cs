using System.Globalization;
using System.Security.Cryptography;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>
/// Numbers in the shapes of the wire. The start's time of day is in them, so that a simulator
/// started again does not repeat what a merchant has stored.
/// </summary>
internal sealed class TradeNumbers(TimeProvider time)
{
    private const int PrepayDigits = 22;

    private readonly string start = BeijingTime.Format(time.GetUtcNow(), "HHmmss");
    private int trades;
    private int refunds;

    /// <summary>A trade's number, 28 digits.</summary>
    public string TransactionId(DateTimeOffset now)
        => $"42000099{BeijingTime.Format(now, "yyyyMMdd")}{start}{Serial(ref trades)}";

    /// <summary>A refund's, 29 digits.</summary>
    public string RefundId(DateTimeOffset now)
        => $"503000099{BeijingTime.Format(now, "yyyyMMdd")}{start}{Serial(ref refunds)}";

    /// <summary>What the front end is handed, 36 characters.</summary>
    public static string PrepayId(DateTimeOffset now)
        => $"wx{BeijingTime.Format(now, "ddHHmmss")}"
            + RandomNumberGenerator.GetHexString(PrepayDigits, lowercase: true) + "0000";

    /// <summary>The identity of a notification, 36 characters.</summary>
    public static string NotifyId() => new Guid(RandomNumberGenerator.GetBytes(16)).ToString();

    private static string Serial(ref int last)
        => Interlocked.Increment(ref last).ToString("000000", CultureInfo.InvariantCulture);
}
