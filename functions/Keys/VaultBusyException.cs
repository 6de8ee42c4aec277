namespace PayFunctions.Keys;

/// <summary>The vault gave nothing now. Repeating the call is safe.</summary>
internal sealed class VaultBusyException(string message, Exception? inner)
    : Exception(message, inner);
