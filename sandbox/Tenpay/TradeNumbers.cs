using System.Globalization;
using System.Security.Cryptography;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>
/// Numbers in the shapes of the wire. The start's time of day is in them, so that a simulator
/// started again does not repeat what a merchant has stored.
/// </summary>
internal sealed class TradeNumbers(TimeProvider time)
{
    private const int NotifyIdBytes = 66;

    private readonly string start = BeijingTime.Format(time.GetUtcNow(), "HHmmss");
    private int last;

    /// <summary>A trade's number: merchant, day, ten digits.</summary>
    public string Trade(Merchant merchant, DateTimeOffset now)
        => merchant.Registered.Number + BeijingTime.Format(now, "yyyyMMdd") + start
            + Serial("0000");

    /// <summary>A refund's number: 111, merchant, day, seven digits.</summary>
    public string Refund(Merchant merchant, DateTimeOffset now)
        => "111" + merchant.Registered.Number + BeijingTime.Format(now, "yyyyMMdd")
            + Serial("0000000");

    /// <summary>A notification's identity: 88 characters that need no escape.</summary>
    public static string NotifyId()
        => Convert.ToBase64String(RandomNumberGenerator.GetBytes(NotifyIdBytes))
            .Replace('+', '-').Replace('/', '_');

    private string Serial(string shape)
    {
        var number = Interlocked.Increment(ref last).ToString(shape, CultureInfo.InvariantCulture);
        return number[^shape.Length..];
    }
}
