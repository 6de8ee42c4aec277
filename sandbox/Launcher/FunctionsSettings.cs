using System.Globalization;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>The environment of the functions' process.</summary>
internal static class FunctionsSettings
{
    private const string SigningKey = "gateway";
    private const string IdentityKey = "identity-hash-key";

    /// <summary>The settings by their environment names.</summary>
    /// <param name="gateway">The gateway's root.</param>
    /// <param name="storage">The connection string of the storage emulator.</param>
    /// <param name="keys">The keys of this world.</param>
    /// <param name="clockFile">The clock of a day that is played; null for the real one.</param>
    /// <param name="pace">How many times faster than real that day goes.</param>
    public static IReadOnlyDictionary<string, string> Of(
        Uri gateway, string storage, SandboxKeys keys, string? clockFile = null,
        double? pace = null)
    {
        keys.SigningKey(SigningKey);
        keys.Secret(IdentityKey);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_URLS"] = gateway.GetLeftPart(UriPartial.Authority),
            ["AzureWebJobsStorage"] = storage,
            ["Gateway__PublicUri"] = gateway.AbsoluteUri,
            ["Keys__LocalFolder"] = keys.GatewayFolder,
            ["Keys__SigningKey"] = SigningKey,
            ["Net__AllowedNetworks__0"] = "127.0.0.0/8",
            ["Host__FunctionKeys__operator"] = keys.OperatorKey,
        };
        if (clockFile is not null)
        {
            settings["Rehearsal__ClockFile"] = clockFile;
            settings["Rehearsal__Pace"] = string.Create(
                CultureInfo.InvariantCulture, $"{pace ?? 1}");
        }

        return settings;
    }
}
