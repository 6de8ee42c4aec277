using Azure;
using PayFunctions.Keys;
using PayFunctions.Movements;

namespace PayFunctions.Host;

/// <summary>Trouble that passes: the same call may be made again, unchanged.</summary>
internal static class Trouble
{
    /// <summary>Storage or vault did not answer, or an order was contended.</summary>
    public static bool IsPassing(Exception exception) => exception is RequestFailedException
        or VaultBusyException or OrderContendedException or AggregateException
        or HttpRequestException or IOException or TimeoutException;
}
