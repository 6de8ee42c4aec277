using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PayFunctions.Keys;

namespace PayFunctions.Identity;

/// <summary>Reads the key of the hashes; null, with an alarm, where there is none.</summary>
internal sealed partial class ReadIdentityKey(
    SecretRing secrets, IOptions<IdentityOptions> options, ILogger<ReadIdentityKey> logger)
{
    /// <summary>Reads it.</summary>
    public async ValueTask<IdentityKey?> RunAsync(CancellationToken cancellation)
    {
        var secret = SecretReference.TryParse(options.Value.HashKey, out var reference)
            ? await secrets.FindAsync(reference, cancellation)
            : null;
        if (secret?.RevealBytes() is { Length: >= IdentityKey.MinBytes } key)
        {
            return new IdentityKey(key);
        }

        Log.NoKey(logger, options.Value.HashKey, IdentityKey.MinBytes);
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error,
            "ALARM identity_key: the secret {HashKey} is missing or shorter than {Bytes} bytes; "
            + "put a random one into the vault.")]
        public static partial void NoKey(ILogger logger, string hashKey, int bytes);
    }
}
