using Azure;

namespace PayFunctions.Keys;

/// <summary>The vault gave nothing now. Repeating the call is safe.</summary>
internal sealed class VaultBusyException(string message, Exception? inner)
    : Exception(message, inner)
{
    private const int StatusForbidden = 403;

    /// <summary>
    /// Whether it answered that this gateway may not: a role is missing, or the key or secret is
    /// disabled. It passes when an operator mends that.
    /// </summary>
    public bool IsForbidden => InnerException is RequestFailedException { Status: StatusForbidden };
}
